/** The gate: a board of lamps, one for each test, a barrier, and the capsule with the lab's model before or behind it. */
import { t } from '../../i18n/t.ts';
import { drawFloor } from '../scene-kit/backdrop.ts';
import { mascotSvg } from '../scene-kit/mascot.ts';
import type { Box } from '../scene-kit/options.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import { fillPath } from '../scene-kit/sprite.ts';
import type { Group, Words } from '../scene-kit/scene.ts';
import { YARDS, type Yard } from './furniture.ts';
import type { TestState } from './picture.ts';

const DARK = '#1D2433';
/** How far the barrier is lifted, in degrees. */
const LIFTED = -72;
const COUNTED = ['better', 'worse', 'even'] as const;

/** The scene of the test stage. */
export function createScene(key: string): PaperScene<TestState> {
  return new ReleaseGate(key);
}

class ReleaseGate extends PaperScene<TestState> {
  private yard!: Yard;
  private lamps!: Group;
  private lit = '';
  private barrier!: Group;
  private capsule!: Group;
  private sign = '';
  private stamp!: Group;
  private stamped!: Words;
  private counts!: Words;

  protected compose(): void {
    this.yard = YARDS[this.layout];
    this.lit = '';
    this.sign = '';
    const { view, yard } = this;
    const back = { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 };
    this.slip(back, this.stock.sky, { outline: false, shadow: false });
    drawFloor(this, yard.floorY, this.stock.wall2);
    this.capsule = this.group(yard.capsule.inX, yard.capsule.y);
    this.slip(yard.posts.left, this.stock.steel);
    this.slip(yard.posts.right, this.stock.steel);
    this.slip(yard.board, '#3C3348');
    this.lamps = this.group(0, 0);
    this.hangBarrier();
    this.stamp = this.group(0, 0);
    this.slip(yard.stamp, '#FFFCF5', { parent: this.stamp, angle: -3 });
    this.stamped = this.line(yard.stamp, yard.text.stampPx, this.stamp);
    this.slip(yard.plaque, this.stock.cream);
    this.counts = this.line(yard.plaque, yard.text.countPx);
  }

  protected apply(state: TestState, animate: boolean): void {
    if (state.shape !== this.sign) {
      this.sign = state.shape;
      this.fillCapsule(state);
    }
    this.light(state.lamps, animate);
    const isUp = state.gate !== null;
    const { capsule } = this.yard;
    this.glide(this.barrier, { angle: isUp ? LIFTED : 0 }, { animate });
    /* The newer model stays in where the lab goes back. */
    const x = isUp && state.gate !== 'back' ? capsule.outX : capsule.inX;
    this.glide(this.capsule, { x }, { animate, ms: 300, delayMs: 150 });
    this.stamp.setVisible(isUp);
    if (state.gate) this.stamped.setText(t(`scene.test.stamp.${state.gate}`));
    this.counts.setText(
      state.lamps.length === 0
        ? '…'
        : COUNTED.map((kind) => ({ kind, count: state.lamps.filter((lamp) => lamp === kind).length }))
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => t(`scene.test.${kind}`, { count }))
            .join('\n'),
    );
  }

  private line({ x, y, width, height }: Box, sizePx: number, parent?: Group): Words {
    return this.words('', {
      x: x + width / 2,
      y: y + height / 2,
      sizePx,
      voice: 'title',
      align: 'center',
      color: DARK,
      lineHeight: sizePx * 1.1,
      ...(parent ? { parent } : {}),
    });
  }

  /** Red and white, turning about its left end. */
  private hangBarrier(): void {
    const { x, y, length, thick } = this.yard.barrier;
    this.barrier = this.group(x, y);
    const parts = 6;
    for (let part = 0; part < parts; part++) {
      const box = { x: (part * length) / parts, y: -thick / 2, width: length / parts, height: thick };
      const color = part % 2 === 0 ? this.stock.brick : '#FFFCF5';
      this.slip(box, color, { parent: this.barrier, seed: part, shadow: false });
    }
  }

  private fillCapsule({ shape }: TestState): void {
    const { width, height } = this.yard.capsule;
    this.capsule.removeAll(true);
    this.slip({ x: 0, y: 0, width, height }, this.stock.glass, { parent: this.capsule, seed: 4 });
    const size = width * 0.66;
    this.sprite(mascotSvg(shape, this.settings.theme), (width - size) / 2, height * 0.3, size, {
      parent: this.capsule,
      shadow: false,
    });
    const cap = { x: -width * 0.04, y: -height * 0.07, width: width * 1.08, height: height * 0.14 };
    this.slip(cap, this.stock.mustard, { parent: this.capsule, seed: 5 });
  }

  private light(lamps: TestState['lamps'], animate: boolean): void {
    const key = lamps.join(' ');
    if (key === this.lit) return;
    this.lit = key;
    this.lamps.removeAll(true);
    const { board, lamps: size } = this.yard;
    const colors = { better: '#63CFA3', worse: '#E0665C', even: this.stock.mustard };
    const rows = Math.max(1, Math.ceil(lamps.length / size.across));
    for (const [index, lamp] of lamps.entries()) {
      const column = index % size.across;
      const row = Math.floor(index / size.across);
      const box = {
        x: board.x + ((column + 0.5) * board.width) / size.across - size.size / 2,
        y: board.y + ((row + 0.5) * board.height) / rows - size.size / 2,
        width: size.size,
        height: size.size,
      };
      const picture = this.paint(box, (context) => this.drawLamp(context, size.size, lamp, colors[lamp]), {
        parent: this.lamps,
        shadow: false,
      });
      if (!animate) continue;
      picture.setAlpha(0);
      this.glide(picture, { alpha: 1 }, { animate, ms: 200, delayMs: index * 20 });
    }
  }

  /** A lamp with an arrow or a dash on it, since color alone is no sign. */
  private drawLamp(
    context: CanvasRenderingContext2D,
    size: number,
    lamp: TestState['lamps'][number],
    color: string,
  ): void {
    const half = size / 2;
    const disc = new Path2D();
    disc.arc(half, half, half * 0.9, 0, 2 * Math.PI);
    fillPath(context, disc, color);
    this.outline(context, disc, 0.8);
    const reach = half * 0.4;
    const marks = {
      better: `M${half - reach} ${half + reach * 0.6}L${half} ${half - reach * 0.7}L${half + reach} ${half + reach * 0.6}`,
      worse: `M${half - reach} ${half - reach * 0.6}L${half} ${half + reach * 0.7}L${half + reach} ${half - reach * 0.6}`,
      even: `M${half - reach} ${half}L${half + reach} ${half}`,
    };
    this.outline(context, new Path2D(marks[lamp]));
  }
}
