/** The loading dock: documents ride past Sniffer into a vat whose layers are the mixture; every dataset bought is a crate. */
import crate from '../../../assets/sprites/crate.svg?raw';
import sheet from '../../../assets/sprites/document.svg?raw';
import sniffer from '../../../assets/sprites/sniffer.svg?raw';
import spam from '../../../assets/sprites/spam.svg?raw';
import vatLid from '../../../assets/sprites/vat-lid.svg?raw';
import vat from '../../../assets/sprites/vat.svg?raw';
import { contrastRatio, cssTokens } from '../../ui/tokens.ts';
import { KIND_STOCK } from '../kind-colors.ts';
import { drawYard } from '../scene-kit/backdrop.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { Group, LivePicture, Picture, Words } from '../scene-kit/scene.ts';
import { fillPath } from '../scene-kit/sprite.ts';
import { drawLayers, layersOf, VAT } from '../scene-kit/vat.ts';
import type { Layer } from '../scene-kit/vat.ts';
import type { DataState } from './picture.ts';

/** The dock is drawn in units of the phone's strip and scaled as a whole; `shelf` is where crates stand. */
interface Dock {
  x: number;
  y: number;
  scale: number;
  shelf: { x: number; y: number; across: number; rows: number; pitch: number; rise: number; crate: number };
  label: { sizePx: number; vatPx: number };
  awning: { width: number; drop: number; sag: number };
}

const DOCKS = {
  strip: {
    x: 0,
    y: -2,
    scale: 1,
    shelf: { x: 6, y: 66, across: 6, rows: 1, pitch: 20, rise: 0, crate: 18 },
    label: { sizePx: 0, vatPx: 11.5 },
    awning: { width: 40, drop: 12, sag: 13 },
  },
  stage: {
    x: 14,
    y: 358,
    scale: 2.38,
    shelf: { x: 26, y: 262, across: 3, rows: 2, pitch: 182, rise: 158, crate: 160 },
    label: { sizePx: 16, vatPx: 18 },
    awning: { width: 88, drop: 40, sag: 30 },
  },
  wall: {
    x: 150,
    y: 268,
    scale: 4.7,
    shelf: { x: 70, y: 300, across: 4, rows: 2, pitch: 262, rise: 200, crate: 226 },
    label: { sizePx: 28, vatPx: 32 },
    awning: { width: 160, drop: 54, sag: 44 },
  },
} satisfies Record<string, Dock>;

const SLOTS = [2, 44, 86];
const BELT_TOP = 79;
const DOCUMENTS_PER_SHEET = 100;
const MOST_SHEETS_AT_ONCE = 3;
const STEP_MS = 300;
const LABEL_ROOM = 86;

/** The scene of the data stage. */
export function createScene(key: string): PaperScene<DataState> {
  return new LoadingDock(key);
}

class LoadingDock extends PaperScene<DataState> {
  private dock!: Dock;
  private belt!: Group;
  private queue: Picture[] = [];
  private shelf!: Group;
  private shelved = '';
  private vat!: LivePicture;
  private layers: Layer[] = [];
  private labels: Words[] = [];
  private before: DataState | null = null;
  private sheetCount = 0;

  protected compose(): void {
    this.dock = DOCKS[this.layout];
    this.before = null;
    this.shelved = '';
    this.layers = [];
    this.labels = [];
    this.queue = [];
    const { scale } = this.dock;
    drawYard(this, this.dock.y + 131 * scale, { sun: 0.69, mill: null });
    this.hangShelves();
    this.shelf = this.group(0, 0);
    this.drawAwning();
    this.drawBelt();
    this.belt = this.group(0, 0);
    const at = this.at(244, 30);
    this.sprite(vat, at.x, at.y, 116 * scale);
    const glass = { ...this.at(VAT.x, VAT.y), width: VAT.width * scale, height: VAT.height * scale };
    this.vat = this.live(glass, (context) => {
      context.scale(scale, scale);
      drawLayers(context, this.layers);
    });
    this.sprite(vatLid, at.x, at.y, 116 * scale, { shadow: false });
    const dog = this.at(117, 38);
    this.sprite(sniffer, dog.x, dog.y, 116 * scale);
  }

  protected apply(state: DataState, animate: boolean): void {
    const { before } = this;
    this.before = state;
    this.showCrates(state);
    this.pour(state, animate);
    const arrived = state.documents - (before?.documents ?? 0);
    if (arrived <= 0) return;
    if (this.queue.length === 0) this.queue = SLOTS.map((x) => this.addSheet(state, x));
    if (!animate) return;
    const sheets = Math.max(1, Math.min(MOST_SHEETS_AT_ONCE, Math.round(arrived / DOCUMENTS_PER_SHEET)));
    for (let step = 0; step < sheets; step++) this.advance(state, step);
  }

  private at(x: number, y: number): { x: number; y: number } {
    return { x: this.dock.x + x * this.dock.scale, y: this.dock.y + y * this.dock.scale };
  }

  /** The belt moves by one place: the first sheet leaps into the vat, another comes in from the left. */
  private advance(state: DataState, step: number): void {
    const delayMs = step * STEP_MS;
    const { scale } = this.dock;
    const leaving = this.queue.pop();
    if (leaving) this.leap(leaving, delayMs);
    this.queue.unshift(this.addSheet(state, SLOTS[0] - 42));
    for (const [index, picture] of this.queue.entries()) {
      const x = this.at(SLOTS[index] + 17, 0).x;
      if (step === 0) this.glide(picture, { x }, { animate: true, ms: STEP_MS });
      else this.tweens.add({ targets: picture, x, delay: delayMs, duration: STEP_MS, ease: 'Cubic.easeOut' });
    }
    const last = this.queue.length - SLOTS.length;
    for (const extra of this.queue.splice(SLOTS.length, Math.max(0, last))) extra.setX(-40 * scale);
  }

  private leap(picture: Picture, delayMs: number): void {
    const [from, top, into] = [this.at(SLOTS[2] + 17, BELT_TOP + 21), this.at(232, -6), this.at(300, 82)];
    const flight = { at: 0 };
    this.glide(
      flight,
      { at: 1 },
      {
        animate: true,
        ms: 600,
        delayMs,
        ease: 'Sine.easeOut',
        step: () => {
          const [at, rest] = [flight.at, 1 - flight.at];
          if (at === 0) return;
          picture.x = rest * rest * from.x + 2 * rest * at * top.x + at * at * into.x;
          picture.y = rest * rest * from.y + 2 * rest * at * top.y + at * at * into.y;
          picture.setAngle(at * 60);
        },
        done: () => picture.destroy(),
      },
    );
  }

  private addSheet(state: DataState, x: number): Picture {
    const { scale } = this.dock;
    const place = this.at(x, BELT_TOP);
    const scraped = state.mixture.some((part) => part.kind === 'web' && part.share > 0);
    const number = this.sheetCount++;
    const svg = scraped && number % 3 === 1 ? spam : sheet;
    return this.sprite(svg, place.x, place.y, 34 * scale, {
      parent: this.belt,
      angle: [0, 5, -4][number % 3],
    });
  }

  /** The vat's layers grow and shrink to their new shares, then get their labels. */
  private pour(state: DataState, animate: boolean): void {
    const from = this.layers;
    const to = layersOf(state.mixture, (kind) => this.colorOf(kind));
    const same = from.length === to.length && from.every((layer, index) => layer.text === to[index].text);
    if (same && from.length > 0) return;
    for (const words of this.labels.splice(0)) words.destroy();
    const pouring = { at: 0 };
    const step = (): void => {
      this.layers = to.map((layer) => {
        const old = from.find((other) => other.kind === layer.kind)?.share ?? 0;
        return { ...layer, share: old + (layer.share - old) * pouring.at };
      });
      this.vat.redraw();
    };
    const done = (): void => this.labelLayers(to);
    this.glide(pouring, { at: 1 }, { animate, ms: 300, step, done });
  }

  private labelLayers(layers: Layer[]): void {
    for (const words of this.labels.splice(0)) words.destroy();
    const { scale, label } = this.dock;
    let bottom = VAT.bottom;
    for (const layer of layers) {
      const height = layer.share * VAT.fill;
      const middle = this.at(300, bottom - height / 2);
      bottom -= height;
      if (height * scale < label.vatPx * 1.15) continue;
      const words = this.words('', {
        ...middle,
        sizePx: label.vatPx,
        bold: true,
        align: 'center',
        color: readable(layer.color),
      });
      this.fit(words, layer);
      this.labels.push(words);
    }
  }

  /** Shortens the name of a layer, never its figure. */
  private fit(words: Words, layer: Layer): void {
    const figure = `${layer.percent}\u00a0%`;
    words.setText(`${layer.label} ${figure}`);
    for (let kept = layer.label.length - 1; words.width > LABEL_ROOM * this.dock.scale && kept > 1; kept--) {
      words.setText(`${layer.label.slice(0, kept).trimEnd()}… ${figure}`);
    }
  }

  private showCrates(state: DataState): void {
    const colors = state.purchases.map(
      (label) => state.mixture.find((part) => part.label.toLowerCase() === label.toLowerCase())?.kind ?? '',
    );
    const wanted = [...state.purchases, ...colors].join('|');
    if (wanted === this.shelved) return;
    this.shelved = wanted;
    this.shelf.removeAll(true);
    const { shelf, label } = this.dock;
    const room = shelf.across * shelf.rows;
    for (const [index, name] of state.purchases.slice(0, room).entries()) {
      const x = shelf.x + (index % shelf.across) * shelf.pitch + (shelf.pitch - shelf.crate) / 2;
      const bottom = shelf.y + Math.floor(index / shelf.across) * shelf.rise + this.style.outline;
      const y = bottom - shelf.crate * 0.685;
      const color = colors[index] === '' ? this.stock.kraft2 : this.colorOf(colors[index]);
      this.sprite(crate, x, y, shelf.crate, { color, parent: this.shelf });
      if (label.sizePx === 0) continue;
      const slip = {
        x: x + shelf.crate * 0.09,
        y: y + shelf.crate * 0.2,
        width: shelf.crate * 0.82,
        height: shelf.crate * 0.4,
      };
      this.slip(slip, undefined, { parent: this.shelf, shadow: false });
      this.words(name, {
        x: slip.x + slip.width / 2,
        y: slip.y + slip.height / 2,
        sizePx: label.sizePx,
        align: 'center',
        wrapWidth: slip.width - 8,
        parent: this.shelf,
      });
    }
  }

  /** Boards on ropes, empty until something is bought. */
  private hangShelves(): void {
    const { x, y, across, rows, pitch, rise } = this.dock.shelf;
    const width = across * pitch;
    const low = y + (rows - 1) * rise;
    const ropes = {
      x: x + pitch * 0.02,
      y: this.view.y,
      width: width - pitch * 0.04,
      height: low - this.view.y,
    };
    this.paint(
      ropes,
      (context) => {
        this.outline(context, new Path2D(`M0 0V${ropes.height}M${ropes.width} 0V${ropes.height}`));
      },
      { shadow: false },
    );
    for (let row = 0; row < rows; row++) {
      const board = {
        x: x - pitch * 0.04,
        y: y + row * rise,
        width: width + pitch * 0.08,
        height: this.style.outline * 4,
      };
      this.slip(board, this.stock.kraft);
    }
  }

  private colorOf(kind: string): string {
    const variable = Object.entries(KIND_STOCK).find(([name]) => name === kind)?.[1];
    return (variable && cssTokens(this.settings.theme)[variable.slice(4, -1)]) ?? this.stock.steel;
  }

  private drawAwning(): void {
    const { width, drop, sag } = this.dock.awning;
    const { x: left, y: top, width: across } = this.view;
    const stripes = Math.ceil(across / width / 2) * 2 + 2;
    this.paint(
      { x: left - width, y: top - 9, width: across + 2 * width, height: drop + sag + 9 },
      (context) => {
        for (let stripe = 0; stripe < stripes; stripe++) {
          const x = stripe * width + ((across / 2) % width);
          const path = new Path2D(
            `M${x - width} 0H${x}V${drop + 9}Q${x - width / 2} ${drop + 9 + sag * 1.7} ${x - width} ${drop + 9}Z`,
          );
          fillPath(context, path, stripe % 2 === 0 ? this.stock.brick : this.ink.sheet);
          this.outline(context, path);
        }
      },
    );
  }

  private drawBelt(): void {
    const { scale } = this.dock;
    const from = { ...this.at(0, 112), x: this.view.x - 12 };
    const end = this.at(222, 0).x;
    const box = { ...from, width: end - from.x + 8, height: 60 * scale };
    this.paint(box, (context) => {
      context.translate(0, 8 * scale);
      const [right, radius] = [end - from.x - 11 * scale, 11 * scale];
      context.lineCap = 'round';
      context.strokeStyle = this.ink.outline;
      context.lineWidth = 5 * scale;
      for (const x of [34, 58, 150, 176]) {
        const foot = this.at(x, 0).x - from.x;
        const splay = (x === 34 || x === 150 ? -6 : 6) * scale;
        context.stroke(new Path2D(`M${foot} ${20 * scale}L${foot + splay} ${46 * scale}`));
      }
      const belt = new Path2D(`M0 0H${right}A${radius} ${radius} 0 0 1 ${right} ${2 * radius}H0Z`);
      fillPath(context, belt, this.stock.steel2);
      this.outline(context, belt);
      for (let x = right; x > 0; x -= 48 * scale) {
        const roller = new Path2D();
        roller.arc(x, radius, 7 * scale, 0, Math.PI * 2);
        fillPath(context, roller, this.stock.steel);
        this.outline(context, roller);
      }
    });
  }
}

/** Dark or white text, whichever can be read on the color. */
function readable(color: string): string {
  return contrastRatio('#1D2433', color) >= contrastRatio('#FFFFFF', color) ? '#1D2433' : '#FFFFFF';
}
