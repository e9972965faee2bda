/** The machine hall: devices send their updates as paper darts to a murky glass core, which clears as its held-out loss falls. */
import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import collar from '../../../assets/sprites/chute-collar.svg?raw';
import lowBase from '../../../assets/sprites/core-base-low.svg?raw';
import base from '../../../assets/sprites/core-base.svg?raw';
import mouth from '../../../assets/sprites/core-mouth.svg?raw';
import sheet from '../../../assets/sprites/document.svg?raw';
import hallWindow from '../../../assets/sprites/hall-window.svg?raw';
import { CORE_SIZE, coreClarity, drawCore } from '../scene-kit/core.ts';
import { flyDart } from '../scene-kit/dart.ts';
import { wrapLines } from '../scene-kit/lines.ts';
import { keepYours } from '../scene-kit/parking.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { LivePicture, Picture, Words } from '../scene-kit/scene.ts';
import { Station } from '../scene-kit/station.ts';
import type { PretrainState } from './picture.ts';
import { HALLS } from './hall.ts';
import type { Hall } from './hall.ts';

const TEXT_LINES = 4;
/** One sheet falls for this many tokens read: a common laptop's second of training. */
const TOKENS_PER_SHEET = 20_000;
const MOST_SHEETS_AT_ONCE = 3;
const SHEETS_IN_CHUTE = 4;

/** The scene of the pretrain stage. */
export function createScene(key: string): PaperScene<PretrainState> {
  return new MachineHall(key);
}

class MachineHall extends PaperScene<PretrainState> {
  private hall!: Hall;
  private core!: LivePicture;
  private clarity = { value: 0 };
  private stations = new Map<string, Station>();
  private said: Words[] = [];
  private cursor!: Picture;
  private together!: Words;
  private heldOut: Words | null = null;
  private more: Words | null = null;
  private sheets: Picture[] = [];
  private fall = { sheets: 0 };
  private before: PretrainState | null = null;

  protected compose(): void {
    this.hall = HALLS[this.layout];
    this.stations.clear();
    this.before = null;
    this.drawHall();
    this.drawChute();
    this.drawBase();
    const { core, mouth: patch, text } = this.hall;
    const box = {
      x: core.x,
      y: core.y,
      width: CORE_SIZE.width * core.scale,
      height: CORE_SIZE.height * core.scale,
    };
    this.shadowOfCore(box);
    const margin = this.style.outline * 2;
    this.core = this.live(
      {
        x: box.x - margin,
        y: box.y - margin,
        width: box.width + 2 * margin,
        height: box.height + 2 * margin,
      },
      (context) => {
        context.translate(margin, margin);
        context.scale(core.scale, core.scale);
        drawCore(context, this.spritePaint(core.scale), this.clarity.value);
      },
    );
    this.sprite(mouth, patch.x, patch.y, patch.width);
    this.said = Array.from({ length: TEXT_LINES }, (_, line) =>
      this.words('', {
        x: text.x,
        y: text.y + line * text.lineHeight,
        sizePx: text.sizePx,
        voice: 'model',
        color: '#1D2433',
      }),
    );
    const block = { width: text.sizePx * 0.58, height: text.sizePx * 0.95 };
    this.cursor = this.cut(
      [
        [text.x, text.y - block.height / 2],
        [text.x + block.width, text.y - block.height / 2],
        [text.x + block.width, text.y + block.height / 2],
        [text.x, text.y + block.height / 2],
      ],
      '#1D2433',
      { shadow: false, outline: false, bow: 0 },
    ).setVisible(false);
  }

  protected apply(state: PretrainState, animate: boolean): void {
    const before = this.before;
    this.before = state;
    this.showStations(state, animate);
    const clarity = coreClarity(state.heldOutBitsPerByte, state.startBitsPerByte);
    if (clarity !== this.clarity.value || before === null) {
      this.glide(this.clarity, { value: clarity }, { animate, ms: 300, step: () => this.core.redraw() });
    }
    if (before?.sample !== state.sample || before.training !== state.training) this.say(state, animate);
    const speed = state.devices.reduce((sum, device) => sum + (device.tokensPerSecond ?? 0), 0);
    this.together.setText(
      this.layout === 'strip' ? t('scene.speed', { speed: formatQuantity(speed) }) : formatQuantity(speed),
    );
    const loss = state.heldOutBitsPerByte;
    this.heldOut?.setText(
      loss === null ? t('scene.pretrain.unmeasured') : t('scene.pretrain.bits', { guess: guessWords(loss) }),
    );
    if (!animate || before === null) return;
    this.dropSheets(state.tokensUsed - before.tokensUsed);
    for (const { id, updates } of state.devices) {
      const known = before.devices.find((device) => device.id === id)?.updates ?? 0;
      if (updates > known) this.send(id);
    }
  }

  private say(state: PretrainState, animate: boolean): void {
    const { text } = this.hall;
    const lines = wrapLines(state.sample, text.columns, TEXT_LINES);
    for (const [index, words] of this.said.entries()) {
      words.setText(lines[index] ?? '').setAlpha(animate ? 0 : 1);
      this.glide(words, { alpha: 1 }, { animate, delayMs: index * 60 });
    }
    const last = Math.max(0, lines.length - 1);
    const column = lines.length === 0 ? 0 : lines[last].length;
    this.cursor
      .setVisible(state.training && column < text.columns)
      .setPosition(text.x + (column + 0.55) * text.sizePx * 0.612 + 2, text.y + last * text.lineHeight);
  }

  private showStations(state: PretrainState, animate: boolean): void {
    const { slots } = this.hall;
    const shown = keepYours(state.devices, slots.length, (device) => device.you);
    for (const [id, station] of this.stations) {
      if (shown.some((device) => device.id === id)) continue;
      station.leave();
      this.stations.delete(id);
    }
    for (const device of shown) {
      let station = this.stations.get(device.id);
      if (!station) {
        const taken = new Set([...this.stations.values()].map((other) => other.slot));
        const slot = slots.findIndex((_, index) => !taken.has(index));
        station = new Station(this, slot, slots[slot]);
        station.arrive(animate && this.before !== null);
        this.stations.set(device.id, station);
      }
      station.show(device);
    }
    const hidden = state.devices.length - shown.length;
    this.more?.setText(hidden > 0 ? `and ${hidden} more` : '');
  }

  /** A dart flies from this device, for the update it has brought. */
  private send(id: string): void {
    const station = this.stations.get(id);
    if (!station) return;
    const { core } = this.hall;
    const door = station.door();
    const center = {
      x: core.x + (CORE_SIZE.width * core.scale) / 2,
      y: core.y + CORE_SIZE.height * core.scale * 0.45,
    };
    const side = Math.sign(center.x - door.x) || 1;
    const goal = { x: center.x - side * CORE_SIZE.width * core.scale * 0.46, y: center.y - 30 * core.scale };
    flyDart(this, {
      from: door,
      to: goal,
      color: station.color,
      width: this.per({ strip: 26, stage: 64, wall: 96 }),
    });
  }

  private dropSheets(tokens: number): void {
    if (tokens <= 0) return;
    const sheets = Math.min(MOST_SHEETS_AT_ONCE, tokens / TOKENS_PER_SHEET);
    const end = this.fall.sheets + sheets;
    this.glide(
      this.fall,
      { sheets: end },
      { animate: true, ms: 300 + 250 * sheets, ease: 'Sine.easeInOut', step: () => this.layOutSheets() },
    );
  }

  private layOutSheets(): void {
    const { core, chuteWidth } = this.hall;
    const spacing = chuteWidth * 0.92;
    const bottom = core.y + chuteWidth * 0.2;
    for (const [index, picture] of this.sheets.entries()) {
      const place = (index + this.fall.sheets) % SHEETS_IN_CHUTE;
      picture.y = bottom - (SHEETS_IN_CHUTE - 1 - place) * spacing;
      picture.x =
        core.x + (CORE_SIZE.width * core.scale) / 2 + (index % 2 === 0 ? -1 : 1) * chuteWidth * 0.04;
    }
  }

  private drawHall(): void {
    const { floorY, windows } = this.hall;
    const { x: left, y: top, width, height } = this.view;
    const right = left + width;
    const bottom = top + height;
    const grow = this.per({ strip: 0.3, stage: 1, wall: 1.4 });
    this.cut(
      [
        [left - 9, top - 9],
        [right + 9, top - 9],
        [right + 9, bottom + 9],
        [left - 9, bottom + 9],
      ],
      this.stock.wall,
      { shadow: false, outline: false },
    );
    const middle = this.hall.core.x + (CORE_SIZE.width * this.hall.core.scale) / 2;
    const beam = { low: 72 * grow, high: 24 * grow, thick: 26 * grow };
    for (const window of windows)
      this.sprite(hallWindow, window.x, window.y, window.width, { shadow: false });
    this.cut(
      [
        [left - 9, beam.low],
        [middle, beam.high],
        [right + 9, beam.low],
        [right + 9, beam.low + beam.thick],
        [middle, beam.high + beam.thick],
        [left - 9, beam.low + beam.thick],
      ],
      this.stock.wall2,
      { shadow: false, outline: false },
    );
    this.cut(
      [
        [left - 9, floorY],
        [right + 9, floorY],
        [right + 9, bottom + 9],
        [left - 9, bottom + 9],
      ],
      this.stock.wall2,
      { shadow: false },
    );
    this.paint(
      { x: 0, y: floorY, width: right, height: bottom - floorY },
      (context) => {
        context.lineCap = 'round';
        context.lineWidth = 4 * Math.max(0.6, grow);
        context.strokeStyle = this.settings.theme === 'light' ? '#CBB58C' : '#4A4656';
        for (const [x, y, length] of [
          [60, 44, 190],
          [350, 180, 230],
          [620, 52, 140],
          [30, 182, 120],
          [700, 182, 110],
        ]) {
          context.stroke(
            new Path2D(`M${x * grow} ${y * grow}q${(length * grow) / 2} ${-2 * grow} ${length * grow} 0`),
          );
        }
      },
      { shadow: false },
    );
  }

  private drawChute(): void {
    const { core, chuteWidth } = this.hall;
    const middle = core.x + (CORE_SIZE.width * core.scale) / 2;
    const half = chuteWidth / 2;
    const low = core.y + chuteWidth * 0.25;
    this.cut(
      [
        [middle - half, this.view.y - 12],
        [middle + half, this.view.y - 12],
        [middle + half + 1, low],
        [middle - half, low],
      ],
      this.stock.glass,
    );
    this.sheets = Array.from({ length: SHEETS_IN_CHUTE }, (_, index) =>
      this.sprite(sheet, 0, 0, chuteWidth * 0.47, { angle: [-9, 7, -14, 10][index] }),
    );
    this.layOutSheets();
    if (this.layout !== 'strip')
      this.sprite(collar, middle - 78 * core.scale, core.y - 146 * core.scale, 156 * core.scale);
  }

  private drawBase(): void {
    const { core } = this.hall;
    const middle = core.x + (CORE_SIZE.width * core.scale) / 2;
    const white = '#FFFFFF';
    if (this.layout === 'strip') {
      this.sprite(lowBase, middle - 60, 132, 120);
      this.together = this.words('', {
        x: middle,
        y: 158,
        sizePx: 12,
        bold: true,
        align: 'center',
        color: white,
      });
      return;
    }
    const at = (y: number): number => core.y + (y - 176) * core.scale;
    this.sprite(base, middle - 140 * core.scale, at(576), 280 * core.scale);
    const size = this.per({ strip: 12, stage: 16, wall: 28 });
    this.heldOut = this.words('', {
      x: middle,
      y: at(634),
      sizePx: size,
      bold: true,
      align: 'center',
      color: white,
    });
    this.together = this.words('', {
      x: middle,
      y: at(669),
      sizePx: size * 1.8,
      voice: 'title',
      align: 'center',
      color: white,
    });
    this.words(t('scene.together'), { x: middle, y: at(698), sizePx: size, align: 'center', color: white });
    this.more = this.words('', { x: middle, y: at(752), sizePx: size, align: 'center' });
  }

  private shadowOfCore(box: { x: number; y: number; width: number; height: number }): void {
    this.paint(box, (context) => {
      context.scale(box.width / CORE_SIZE.width, box.height / CORE_SIZE.height);
      context.fillStyle = '#B3C2C2';
      context.beginPath();
      context.ellipse(CORE_SIZE.width / 2, CORE_SIZE.height / 2, 204, 206, 0, 0, Math.PI * 2);
      context.fill();
    });
  }
}
