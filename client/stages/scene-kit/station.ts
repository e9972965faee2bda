/** One device at its place: a machine whose lit lamps are its measured load, with its name and speed on a slip. */
import { t } from '../../i18n/t.ts';
import dim from '../../../assets/sprites/lamp-dim.svg?raw';
import lit from '../../../assets/sprites/lamp-lit.svg?raw';
import type { SceneDevice } from '../devices.ts';
import { MACHINES } from './machines.ts';
import type { Machine, MachineKind } from './machines.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import type { Group, Picture, SceneTools, Words } from './scene.ts';

/** The stocks machines are cut from, by slot. */
const MACHINE_STOCKS = ['brick', 'teal', 'mustard', 'plum', 'steel', 'kraft'] as const;

export class Station {
  /** The slot it stands in. */
  readonly slot: number;
  /** The paper it is cut from; its darts are of the same. */
  readonly color: string;
  private readonly tools: SceneTools;
  private readonly machine: Machine;
  private readonly scale: number;
  private readonly group: Group;
  private readonly lamps: { lit: Picture; dim: Picture }[];
  private readonly name: Words;
  private readonly speed: Words;
  private readonly unit: Words;
  /** Room for figure and unit on one line; null where they stand below each other. */
  private readonly roomBeside: number | null;
  private readonly nameWidth: number;

  constructor(
    tools: SceneTools,
    slot: number,
    place: { kind: MachineKind; x: number; y: number; width: number },
  ) {
    this.tools = tools;
    this.slot = slot;
    this.machine = MACHINES[place.kind];
    this.scale = place.width / this.machine.width;
    this.color = tools.stock[MACHINE_STOCKS[slot % MACHINE_STOCKS.length]];
    this.group = tools.group(place.x, place.y);
    const { scale, group: parent } = this;
    tools.sprite(this.machine.svg, 0, 0, place.width, { color: this.color, parent });
    this.lamps = this.machine.lamps.map((lamp) => {
      const [x, y, width] = [lamp.x * scale, lamp.y * scale, lamp.width * scale];
      const flat = { parent, shadow: false };
      return {
        dim: tools.sprite(dim, x, y, width, flat),
        lit: tools.sprite(lit, x, y, width, flat).setVisible(false),
      };
    });
    const box = {
      x: this.machine.slip.x * scale,
      y: this.machine.slip.y * scale,
      width: this.machine.slip.width * scale,
      height: this.machine.slip.height * scale,
    };
    tools.slip(box, undefined, { parent, seed: slot + 3 });
    const middle = box.x + box.width / 2;
    this.nameWidth = box.width - (place.kind === 'mini' ? 4 : 14);
    const sizes = tools.per({
      strip: { name: 11, figure: 13, unit: 0 },
      stage: { name: 16, figure: 30, unit: 15 },
      wall: { name: 28, figure: 44, unit: 28 },
    });
    const low = this.machine.lines === 2;
    this.name = tools.words('', {
      x: middle,
      y: box.y + box.height * (low ? 0.28 : 0.19),
      sizePx: sizes.name,
      align: 'center',
      parent,
    });
    const beside = low && sizes.unit > 0;
    this.roomBeside = beside ? box.width * 0.9 : null;
    this.unit = tools.words(sizes.unit > 0 ? t('scene.tokensPerSecond') : '', {
      x: beside ? middle + box.width * 0.45 : middle,
      y: box.y + box.height * (low ? 0.72 : 0.82),
      sizePx: Math.max(1, sizes.unit),
      align: beside ? 'right' : 'center',
      parent,
    });
    this.speed = tools.words('', {
      x: beside ? middle - box.width * 0.45 : middle,
      y: box.y + box.height * (low ? 0.7 : 0.5),
      sizePx: low ? sizes.figure * 0.85 : sizes.figure,
      voice: 'title',
      align: beside ? 'left' : 'center',
      parent,
    });
  }

  /** Shows what was measured. */
  show(device: SceneDevice & { load: number }): void {
    const name = device.you ? t('scene.you') : device.name;
    if (this.name.text !== name) this.tools.shorten(this.name, name, this.nameWidth);
    this.speed.setText(device.tokensPerSecond === null ? '?' : formatQuantity(device.tokensPerSecond));
    if (this.roomBeside !== null) this.unit.setVisible(this.speed.width + this.unit.width < this.roomBeside);
    const burning = Math.round(Math.min(1, Math.max(0, device.load)) * this.lamps.length);
    for (const [index, lamp] of this.lamps.entries()) {
      lamp.lit.setVisible(index < burning);
      lamp.dim.setVisible(index >= burning);
    }
  }

  /** Where a dart leaves, in the scene's plane. */
  door(): { x: number; y: number } {
    return {
      x: this.group.x + this.machine.door.x * this.scale,
      y: this.group.y + this.machine.door.y * this.scale,
    };
  }

  /** Comes up from below. */
  arrive(animate: boolean): void {
    const end = this.group.y;
    if (animate) this.group.setAlpha(0).setY(end + 20 * this.scale);
    this.tools.glide(this.group, { y: end, alpha: 1 }, { animate, ms: 300 });
  }

  leave(): void {
    this.group.destroy();
  }
}
