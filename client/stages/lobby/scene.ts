/** The lab's yard: each device rolls in on a cart whose dial shows its measured speed, its team's shape aboard. */
import { t } from '../../i18n/t.ts';
import cart from '../../../assets/sprites/cart.svg?raw';
import lab from '../../../assets/sprites/lab.svg?raw';
import needle from '../../../assets/sprites/needle.svg?raw';
import { drawYard } from '../scene-kit/backdrop.ts';
import { mascotSvg } from '../scene-kit/mascot.ts';
import { keepYours, park } from '../scene-kit/parking.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { Group, Picture, Words } from '../scene-kit/scene.ts';
import type { LobbyState } from './picture.ts';

/** A cart with its rider above and its slip below is this many times as high as wide. */
const CART_RATIO = { strip: 1.6, stage: 1.42, wall: 1.42 };
/** The dial's ends: 100 tokens per second is slow for anything, a million is a good graphics card. */
const DIAL_DECADES = { first: 2, last: 6 };
const DIAL_SWEEP = 150;
const ROLL_MS = 600;

interface Yard {
  horizonY: number;
  lab: { x: number; y: number; width: number };
  lot: { x: number; y: number; width: number; height: number };
  cart: { minWidth: number; maxWidth: number; gap: number };
  bunting: { y: number; sag: number; size: number };
  text: { name: number; figure: number; unit: number };
}

const YARDS = {
  strip: {
    horizonY: 96,
    lab: { x: 10, y: 14, width: 128 },
    lot: { x: 6, y: 62, width: 348, height: 106 },
    cart: { minWidth: 54, maxWidth: 70, gap: 4 },
    bunting: { y: 6, sag: 8, size: 18 },
    text: { name: 11, figure: 13, unit: 0 },
  },
  stage: {
    horizonY: 430,
    lab: { x: 110, y: 96, width: 500 },
    lot: { x: 20, y: 300, width: 840, height: 446 },
    cart: { minWidth: 122, maxWidth: 196, gap: 16 },
    bunting: { y: 78, sag: 46, size: 50 },
    text: { name: 16, figure: 24, unit: 15 },
  },
  wall: {
    horizonY: 600,
    lab: { x: 620, y: 110, width: 700 },
    lot: { x: 40, y: 400, width: 1840, height: 660 },
    cart: { minWidth: 212, maxWidth: 320, gap: 20 },
    bunting: { y: 60, sag: 70, size: 84 },
    text: { name: 28, figure: 34, unit: 28 },
  },
} satisfies Record<string, Yard>;

interface Cart {
  group: Group;
  needle: Picture;
  speed: Words;
  unit: Words | null;
  shape: string | null;
  name: string;
}

/** The scene of the lobby. */
export function createScene(key: string): PaperScene<LobbyState> {
  return new LabYard(key);
}

class LabYard extends PaperScene<LobbyState> {
  private yard!: Yard;
  private carts = new Map<string, Cart>();
  private width = 0;
  private flags: Group | null = null;
  private flagged = '';
  private lot!: Group;
  private more!: Words;

  protected compose(): void {
    this.yard = YARDS[this.layout];
    this.carts.clear();
    this.flagged = '';
    this.width = 0;
    drawYard(this, this.yard.horizonY);
    this.sprite(lab, this.yard.lab.x, this.yard.lab.y, this.yard.lab.width);
    this.flags = this.group(0, 0);
    this.lot = this.group(0, 0);
    const { lot, text } = this.yard;
    this.more = this.words('', {
      x: lot.x + lot.width,
      y: lot.y - text.name,
      sizePx: text.name,
      bold: true,
      align: 'right',
    });
  }

  protected apply(state: LobbyState, animate: boolean): void {
    this.hangFlags(state);
    const { lot, cart: size } = this.yard;
    const parked = park(state.devices.length, lot, { ...size, ratio: this.per(CART_RATIO) });
    const shown = keepYours(state.devices, parked.places.length, (device) => device.you);
    this.clearAway(shown, parked.width);
    for (const [index, device] of shown.entries()) {
      const place = parked.places[index];
      const known = this.carts.get(device.id);
      const built = known ?? this.build(device);
      if (!known) {
        this.carts.set(device.id, built);
        /* It rolls in from the nearer gate. */
        const gate =
          place.x + parked.width / 2 < lot.x + lot.width / 2 ? -parked.width * 1.4 : this.view.width;
        built.group.setPosition(animate ? gate : place.x, place.y);
      }
      this.glide(built.group, { x: place.x, y: place.y }, { animate, ms: known ? 300 : ROLL_MS });
      this.measure(built, device.tokensPerSecond, animate);
    }
    const hidden = state.devices.length - shown.length;
    this.more.setText(hidden > 0 ? `and ${hidden} more` : '');
  }

  /** Removes carts that left, changed their look, or have to be cut anew in another size. */
  private clearAway(shown: LobbyState['devices'], width: number): void {
    const resized = Math.abs(width - this.width) > 0.5;
    this.width = width;
    for (const [id, known] of this.carts) {
      const device = shown.find((other) => other.id === id);
      if (!resized && device && device.teamShape === known.shape && label(device) === known.name) continue;
      known.group.destroy();
      this.carts.delete(id);
    }
  }

  private build(device: LobbyState['devices'][number]): Cart {
    const { width, yard } = this;
    const scale = width / 160;
    const group = this.group(0, 0, this.lot);
    const top = 30 * scale;
    if (device.teamShape) {
      this.sprite(mascotSvg(device.teamShape, this.settings.theme), 46 * scale, 0, 68 * scale, {
        parent: group,
      });
    }
    const color = device.you ? this.stock.mustard : this.stock.teal;
    this.sprite(cart, 0, top, width, { parent: group, color });
    const pointer = this.sprite(needle, 26 * scale, top + 89 * scale, 108 * scale, {
      parent: group,
      shadow: false,
    });
    const slip = {
      x: 2 * scale,
      y: top + 138 * scale,
      width: 156 * scale,
      height: width * this.per(CART_RATIO) - top - 138 * scale,
    };
    this.slip(slip, undefined, { parent: group, seed: this.carts.size });
    const middle = slip.x + slip.width / 2;
    const name = label(device);
    this.words(name, {
      x: middle,
      y: slip.y + slip.height * 0.27,
      sizePx: yard.text.name,
      bold: device.you,
      align: 'center',
      maxWidth: slip.width - 6,
      parent: group,
    });
    const row = slip.y + slip.height * 0.7;
    const speed = this.words('', {
      x: middle,
      y: row,
      sizePx: yard.text.figure,
      voice: 'title',
      align: 'center',
      parent: group,
    });
    const unit =
      yard.text.unit === 0
        ? null
        : this.words(t('scene.tokensPerSecond'), {
            x: middle,
            y: row + yard.text.figure * 0.06,
            sizePx: yard.text.unit,
            parent: group,
          });
    return { group, needle: pointer, speed, unit, shape: device.teamShape, name };
  }

  private measure(built: Cart, tokensPerSecond: number | null, animate: boolean): void {
    const { first, last } = DIAL_DECADES;
    const decades = tokensPerSecond === null ? first : Math.log10(Math.max(1, tokensPerSecond));
    const share = Math.min(1, Math.max(0, (decades - first) / (last - first)));
    this.glide(
      built.needle,
      { angle: -90 + DIAL_SWEEP * (share - 0.5) },
      { animate, ms: 300, ease: 'Back.easeOut' },
    );
    const text = tokensPerSecond === null ? t('scene.measuring') : formatQuantity(tokensPerSecond);
    built.speed.setText(this.layout === 'strip' && tokensPerSecond === null ? '…' : text);
    const { unit } = built;
    if (!unit) return;
    const middle = this.width / 2;
    const gap = unit.height * 0.2;
    const both = built.speed.width + gap + unit.width;
    unit.setVisible(tokensPerSecond !== null && both < this.width * 0.96);
    built.speed.setFontSize(tokensPerSecond === null ? this.yard.text.unit : this.yard.text.figure);
    built.speed.x = unit.visible ? middle - both / 2 + built.speed.width / 2 : middle;
    unit.x = middle - both / 2 + built.speed.width + gap;
  }

  /** One pennant for each team that was founded. */
  private hangFlags(state: LobbyState): void {
    const wanted = state.teams.map((team) => team.shape).join();
    if (wanted === this.flagged || !this.flags) return;
    this.flagged = wanted;
    this.flags.removeAll(true);
    const { y, sag, size } = this.yard.bunting;
    const { x: left, width } = this.view;
    const height = (share: number): number => y + sag * 4 * share * (1 - share);
    const parent = this.flags;
    this.paint(
      { x: left, y, width, height: sag + 4 },
      (context) => this.outline(context, new Path2D(`M-9 0Q${width / 2} ${sag * 2} ${width + 9} 0`)),
      { shadow: false, parent },
    );
    for (const [index, team] of state.teams.entries()) {
      const share = (index + 1) / (state.teams.length + 1);
      const x = left + share * width - size / 2;
      this.sprite(mascotSvg(team.shape, this.settings.theme), x, height(share) - size * 0.06, size, {
        parent,
      });
    }
  }
}

function label(device: LobbyState['devices'][number]): string {
  return device.you ? t('scene.you') : device.name;
}
