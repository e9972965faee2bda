/** The drawing board: parameters against tokens on a balance, under the one weight that both must share: the compute. */
import { t } from '../../i18n/t.ts';
import stand from '../../../assets/sprites/balance-stand.svg?raw';
import brick from '../../../assets/sprites/brick.svg?raw';
import clock from '../../../assets/sprites/clock.svg?raw';
import page from '../../../assets/sprites/page.svg?raw';
import pan from '../../../assets/sprites/pan.svg?raw';
import weight from '../../../assets/sprites/weight.svg?raw';
import { drawFloor } from '../scene-kit/backdrop.ts';
import { formatQuantity, formatSeconds } from '../../i18n/quantity.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { Group, LivePicture, Picture, Words } from '../scene-kit/scene.ts';
import { fillPath } from '../scene-kit/sprite.ts';
import type { ScaleState } from './picture.ts';

interface Workshop {
  floorY: number;
  pivot: { x: number; y: number };
  arm: number;
  /** How far the arm tips at either end of the choice. */
  mostDegrees: number;
  panWidth: number;
  stand: { width: number };
  weight: { width: number };
  board: { x: number; y: number; width: number; height: number };
  clock: { x: number; y: number; width: number } | null;
  time: { x: number; y: number; width: number; height: number };
  slip: { width: number; height: number };
  text: { figure: number; unit: number };
}

const WORKSHOPS = {
  strip: {
    floorY: 132,
    pivot: { x: 180, y: 61 },
    arm: 116,
    mostDegrees: 5,
    panWidth: 84,
    stand: { width: 62 },
    weight: { width: 72 },
    board: { x: 44, y: 6, width: 272, height: 94 },
    clock: null,
    time: { x: 140, y: 142, width: 80, height: 24 },
    slip: { width: 78, height: 32 },
    text: { figure: 14, unit: 11 },
  },
  stage: {
    floorY: 600,
    pivot: { x: 440, y: 318 },
    arm: 262,
    mostDegrees: 11,
    panWidth: 214,
    stand: { width: 222 },
    weight: { width: 190 },
    board: { x: 100, y: 92, width: 680, height: 330 },
    clock: { x: 40, y: 632, width: 116 },
    time: { x: 170, y: 662, width: 132, height: 66 },
    slip: { width: 150, height: 66 },
    text: { figure: 28, unit: 16 },
  },
  wall: {
    floorY: 830,
    pivot: { x: 960, y: 420 },
    arm: 480,
    mostDegrees: 9,
    panWidth: 350,
    stand: { width: 330 },
    weight: { width: 290 },
    board: { x: 300, y: 120, width: 1320, height: 470 },
    clock: { x: 90, y: 840, width: 190 },
    time: { x: 300, y: 900, width: 230, height: 106 },
    slip: { width: 250, height: 112 },
    text: { figure: 46, unit: 30 },
  },
} satisfies Record<string, Workshop>;

const MOST_BRICKS = 12;
const BRICKS_ACROSS = 4;
const MOST_PAGES = 12;
/** One turn of the clock's wedge. */
const CLOCK_SECONDS = 300;

interface Side {
  group: Group;
  figure: Words;
  pieces: Picture[];
}

/** The scene of the scale stage. */
export function createScene(key: string): PaperScene<ScaleState> {
  return new DrawingBoard(key);
}

class DrawingBoard extends PaperScene<ScaleState> {
  private shop!: Workshop;
  private beam!: Picture;
  private tilt = { degrees: 0 };
  private look = { x: 0 };
  private parameters!: Side;
  private tokens!: Side;
  private eyes!: Picture[];
  private budget!: Words;
  private duration!: Words;
  private wedge: LivePicture | null = null;
  private seconds = { shown: 0 };
  private before: ScaleState | null = null;

  protected compose(): void {
    this.shop = WORKSHOPS[this.layout];
    this.before = null;
    const { pivot, arm, panWidth } = this.shop;
    this.drawRoom();
    const standWidth = this.shop.stand.width;
    const standHeight = (standWidth * 400) / 220;
    const foot = this.per({ strip: 164, stage: 728, wall: 1040 });
    const reach = foot - pivot.y;
    /* The column is as tall as the room asks; its foot keeps its shape. */
    if (reach > standHeight)
      this.cut(column(pivot.x, pivot.y, foot - standHeight + 30, standWidth * 0.15), this.stock.kraft);
    this.sprite(stand, pivot.x - standWidth / 2, Math.max(pivot.y - 10, foot - standHeight), standWidth);
    const thick = panWidth * 0.085;
    this.beam = this.cut(
      [
        [pivot.x - arm - thick, pivot.y - thick * 0.35],
        [pivot.x, pivot.y - thick],
        [pivot.x + arm + thick, pivot.y - thick * 0.35],
        [pivot.x + arm + thick, pivot.y + thick * 0.4],
        [pivot.x, pivot.y + thick],
        [pivot.x - arm - thick, pivot.y + thick * 0.4],
      ],
      this.stock.kraft2,
    );
    this.beam.y = pivot.y;
    this.parameters = this.side('parameters');
    this.tokens = this.side('tokens');
    this.placeWeight();
    this.placeClock();
  }

  protected apply(state: ScaleState, animate: boolean): void {
    const first = this.before === null;
    const { before } = this;
    const same = before !== null && before.parameters === state.parameters && before.tokens === state.tokens;
    this.before = state;
    this.budget.setText(t('scene.scale.budget', { sums: formatQuantity(state.budgetFlops) }));
    this.duration.setText(state.predictedSeconds === null ? '?' : formatSeconds(state.predictedSeconds));
    const seconds = Math.min(1, (state.predictedSeconds ?? 0) / CLOCK_SECONDS);
    this.glide(this.seconds, { shown: seconds }, { animate, ms: 300, step: () => this.wedge?.redraw() });
    if (same && !first) return;
    this.parameters.figure.setText(formatQuantity(state.parameters ?? NaN));
    this.tokens.figure.setText(formatQuantity(state.tokens ?? NaN));
    const share = shareOfRange(state);
    for (const [index, picture] of this.parameters.pieces.entries()) {
      picture.setVisible(index < 1 + Math.round(share * (MOST_BRICKS - 1)));
    }
    for (const [index, picture] of this.tokens.pieces.entries()) {
      picture.setVisible(index < 1 + Math.round((1 - share) * (MOST_PAGES - 1)));
    }
    /* More parameters weigh the left arm down: a positive angle turns clockwise. */
    const degrees = (1 - 2 * share) * this.shop.mostDegrees;
    this.glide(this.tilt, { degrees }, { animate, ms: 300, ease: 'Back.easeOut', step: () => this.lean() });
    this.glide(this.look, { x: 1 - 2 * share }, { animate, step: () => this.turnEyes() });
  }

  private lean(): void {
    const { pivot, arm } = this.shop;
    const radians = (this.tilt.degrees * Math.PI) / 180;
    this.beam.setRotation(radians);
    const [dx, dy] = [arm * Math.cos(radians), arm * Math.sin(radians)];
    this.parameters.group.setPosition(pivot.x - dx, pivot.y - dy);
    this.tokens.group.setPosition(pivot.x + dx, pivot.y + dy);
  }

  private turnEyes(): void {
    const { pivot, weight: size } = this.shop;
    const scale = size.width / 190;
    const top = pivot.y - 156 * scale;
    for (const [index, eye] of this.eyes.entries()) {
      eye.setPosition(
        pivot.x + (index === 0 ? -23 : 23) * scale + this.look.x * 6 * scale,
        top + (61 + Math.abs(this.look.x) * 3) * scale,
      );
    }
  }

  /** A pan on its strings, hung from (0, 0), with its load and its slip. */
  private side(unit: 'parameters' | 'tokens'): Side {
    const { panWidth, slip, text } = this.shop;
    const scale = panWidth / 210;
    const group = this.group(0, 0);
    const pieces = unit === 'parameters' ? this.bricks(group, scale) : this.pages(group, scale);
    this.sprite(pan, -panWidth / 2, -5 * scale, panWidth, { parent: group });
    const box = { x: -slip.width / 2, y: 156 * scale, ...slip };
    this.slip(box, undefined, { parent: group, seed: unit.length });
    const figure = this.words('', {
      x: 0,
      y: box.y + slip.height * 0.34,
      sizePx: text.figure,
      voice: 'title',
      align: 'center',
      parent: group,
    });
    this.words(t(`scene.scale.${unit}`), {
      x: 0,
      y: box.y + slip.height * 0.75,
      sizePx: text.unit,
      align: 'center',
      parent: group,
    });
    return { group, figure, pieces };
  }

  private bricks(parent: Group, scale: number): Picture[] {
    const width = 38 * scale;
    return Array.from({ length: MOST_BRICKS }, (_, index) => {
      const row = Math.floor(index / BRICKS_ACROSS);
      const column = index % BRICKS_ACROSS;
      const x = (column - BRICKS_ACROSS / 2 + (row % 2 === 0 ? 0.12 : -0.12)) * width * 0.98;
      return this.sprite(brick, x, (126 - row * 19.5) * scale, width, { parent, shadow: false });
    });
  }

  private pages(parent: Group, scale: number): Picture[] {
    return Array.from({ length: MOST_PAGES }, (_, index) => {
      const shift = [0, 4, -3, 2, -4, 3][index % 6];
      const width = 108 * scale;
      return this.sprite(page, -width / 2 + shift * scale, (133 - index * 8) * scale, width, {
        parent,
        shadow: false,
      });
    });
  }

  private placeWeight(): void {
    const { pivot, weight: size, text } = this.shop;
    const scale = size.width / 190;
    const top = pivot.y - 156 * scale;
    this.sprite(weight, pivot.x - size.width / 2, top, size.width);
    const radius = 6.5 * scale;
    this.eyes = [0, 1].map(() =>
      this.paint(
        { x: 0, y: 0, width: radius * 2, height: radius * 2 },
        (context) => {
          context.fillStyle = this.ink.outline;
          context.beginPath();
          context.arc(radius, radius, radius, 0, Math.PI * 2);
          context.fill();
        },
        { shadow: false },
      ),
    );
    const small = this.layout === 'strip';
    this.budget = this.words('', {
      x: pivot.x,
      y: top + (small ? 124 : 102) * scale,
      sizePx: small ? 10.5 : text.unit * 1.3,
      voice: 'title',
      align: 'center',
      color: '#FFFFFF',
    });
    if (small) return;
    this.words(t('scene.scale.toSpend'), {
      x: pivot.x,
      y: top + 131 * scale,
      sizePx: text.unit,
      align: 'center',
      color: '#FFFFFF',
    });
  }

  private placeClock(): void {
    const { clock: place, time, text } = this.shop;
    this.slip(time);
    this.duration = this.words('', {
      x: time.x + time.width / 2,
      y: time.y + time.height * (place ? 0.34 : 0.5),
      sizePx: text.figure * 0.85,
      voice: 'title',
      align: 'center',
    });
    if (!place) return;
    const below = { x: time.x + time.width / 2, y: time.y + time.height * 0.75 };
    this.words(t('scene.scale.predicted'), { ...below, sizePx: text.unit, align: 'center' });
    this.sprite(clock, place.x, place.y, place.width);
    const scale = place.width / 176;
    const side = 116 * scale;
    const middle = { x: place.x + 88 * scale, y: place.y + 91 * scale };
    this.wedge = this.live(
      { x: middle.x - side / 2, y: middle.y - side / 2, width: side, height: side },
      (context) => {
        const path = new Path2D();
        path.moveTo(side / 2, side / 2);
        path.arc(
          side / 2,
          side / 2,
          side * 0.42,
          -Math.PI / 2,
          -Math.PI / 2 + this.seconds.shown * Math.PI * 2,
        );
        path.closePath();
        context.globalAlpha = 0.72;
        fillPath(context, path, this.stock.brick);
        context.globalAlpha = 1;
        if (this.seconds.shown > 0) this.outline(context, path, 0.7);
      },
    );
  }

  private drawRoom(): void {
    const { view, shop } = this;
    const room = { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 };
    this.slip(room, this.stock.wall, { outline: false, shadow: false });
    drawFloor(this, shop.floorY, this.stock.wall2);
    const { board } = shop;
    this.slip(board, this.night ? '#33506B' : '#9DBCC8');
    const grid = this.per({ strip: 14, stage: 34, wall: 58 });
    this.paint(
      board,
      (context) => {
        context.strokeStyle = '#FFFFFF';
        context.globalAlpha = this.night ? 0.14 : 0.4;
        context.lineWidth = this.style.outline * 0.5;
        for (let x = grid; x < board.width - 6; x += grid)
          context.stroke(new Path2D(`M${x} 8V${board.height - 8}`));
        for (let y = grid; y < board.height - 6; y += grid)
          context.stroke(new Path2D(`M8 ${y}H${board.width - 8}`));
        context.globalAlpha = this.night ? 0.5 : 0.9;
        context.lineWidth = this.style.outline * 1.2;
        context.setLineDash([grid * 0.3, grid * 0.25]);
        const [w, h] = [board.width, board.height];
        context.stroke(
          new Path2D(
            `M${w * 0.06} ${h * 0.16}Q${w * 0.24} ${h * 0.78} ${w * 0.5} ${h * 0.8}T${w * 0.94} ${h * 0.2}`,
          ),
        );
      },
      { shadow: false },
    );
  }
}

/** Where the choice lies between its bounds, 0 to 1, in equal steps of doubling. */
function shareOfRange({ parameters, minParameters, maxParameters }: ScaleState): number {
  if (!(maxParameters > minParameters) || minParameters <= 0 || !parameters) return 0.5;
  const share = Math.log(parameters / minParameters) / Math.log(maxParameters / minParameters);
  return Math.min(1, Math.max(0, share));
}

function column(x: number, top: number, bottom: number, width: number): [number, number][] {
  return [
    [x - width * 0.45, top],
    [x + width * 0.45, top],
    [x + width * 0.5, bottom],
    [x - width * 0.5, bottom],
  ];
}
