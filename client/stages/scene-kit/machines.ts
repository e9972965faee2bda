/** The machines that devices are drawn as: where lamps sit, where the name slip hangs, where darts leave. */
import laptop from '../../../assets/sprites/device-laptop.svg?raw';
import mini from '../../../assets/sprites/device-mini.svg?raw';
import phone from '../../../assets/sprites/device-phone.svg?raw';
import rack from '../../../assets/sprites/device-rack.svg?raw';

export interface Machine {
  svg: string;
  /** Width of the sprite, in its own units; all below are in these units, from the sprite's corner. */
  width: number;
  height: number;
  lamps: { x: number; y: number; width: number; height: number }[];
  slip: { x: number; y: number; width: number; height: number };
  /** Where a dart leaves. */
  door: { x: number; y: number };
  /** Lines on the slip: a tall slip has name, figure and unit below each other, a low one has two. */
  lines: 2 | 3;
}

function lampGrid(
  first: { x: number; y: number; width: number; height: number },
  counts: { across: number; down: number },
  pitch: { x: number; y: number },
): Machine['lamps'] {
  return Array.from({ length: counts.across * counts.down }, (_, index) => {
    const column = index % counts.across;
    const row = Math.floor(index / counts.across);
    return { ...first, x: first.x + column * pitch.x, y: first.y + row * pitch.y - column };
  });
}

export const MACHINES = {
  rack: {
    svg: rack,
    width: 202,
    height: 374,
    lamps: lampGrid({ x: 30, y: 149, width: 32, height: 20 }, { across: 4, down: 3 }, { x: 38, y: 27 }),
    slip: { x: 23, y: 234, width: 160, height: 90 },
    door: { x: 118, y: 0 },
    lines: 3,
  },
  laptop: {
    svg: laptop,
    width: 210,
    height: 290,
    lamps: lampGrid({ x: 30, y: 138, width: 32, height: 20 }, { across: 4, down: 1 }, { x: 38, y: 0 }),
    slip: { x: 23, y: 168, width: 162, height: 86 },
    door: { x: 100, y: 0 },
    lines: 3,
  },
  phone: {
    svg: phone,
    width: 188,
    height: 180,
    lamps: lampGrid({ x: 111, y: 76, width: 29, height: 18 }, { across: 2, down: 2 }, { x: 34, y: 21 }),
    slip: { x: 14, y: 141, width: 158, height: 66 },
    door: { x: 30, y: 40 },
    lines: 2,
  },
  mini: {
    svg: mini,
    width: 48,
    height: 78,
    lamps: lampGrid({ x: 7, y: 41, width: 16, height: 10 }, { across: 2, down: 2 }, { x: 18, y: 13 }),
    slip: { x: -1, y: 79, width: 50, height: 34 },
    door: { x: 24, y: 0 },
    lines: 2,
  },
} satisfies Record<string, Machine>;

export type MachineKind = keyof typeof MACHINES;
