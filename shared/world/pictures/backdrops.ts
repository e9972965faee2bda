/** The places that stand behind a subject, each in a few variations. */

import { numberOf, PIXELS, SIDE, type Color, type Picture } from './palette.ts';

/** Places that every town has. */
export const PLACES = ['market', 'mill', 'bridge', 'inn'] as const;
export type PlaceName = (typeof PLACES)[number];

/** How many variations each place has. */
export const BACKDROPS = 8;

/** Subjects stand on this row; what lies under it is ground. */
export const GROUND = 14;

/** The color of a pixel; the variation has a side (0 or 1) and a step (0 to 3). */
type Painter = (x: number, y: number, side: number, step: number) => Color;

/** A cloud of six by three pixels whose lower left corner is here. */
function isCloud(x: number, y: number, left: number, bottom: number): boolean {
  const across = x - left;
  if (y === bottom) return across >= 0 && across < 6;
  return y === bottom - 1 ? across >= 1 && across < 4 : y === bottom - 2 && across === 2;
}

const PAINTERS: Readonly<Record<PlaceName, Painter>> = {
  market(x, y, side, step) {
    if (y < 3) return (x + 2 * side) % 4 < 2 ? 'red' : 'paper';
    if (y === 3) return (x + 2 * side) % 4 === 0 ? 'red' : 'sand';
    if (y >= GROUND - 1) return (x + 2 * y + step) % 4 === 0 ? 'brown' : 'gray';
    return (x === 0 || x === SIDE - 1) && y > 3 ? 'brown' : 'sand';
  },
  mill(x, y, side, step) {
    const across = side ? SIDE - 1 - x : x;
    const hill = 11 - (across > 7 ? 0 : 1) - (across < 4 ? 1 : 0);
    if (y >= hill) return y === hill + 2 && (x + step) % 4 === 0 ? 'yellow' : 'green';
    if (across <= 4 && y >= 3 && y < 9 && (Math.abs(across - 2) === Math.abs(y - 5) || across === 2)) {
      return across === 2 && y > 5 ? 'paper' : 'brown';
    }
    return isCloud(side ? SIDE - 1 - x : x, y, 8 + step, 2) ? 'paper' : 'sky';
  },
  bridge(x, y, side, step) {
    if (y >= GROUND) return (x + 2 * side + step + y) % 4 < 1 ? 'paper' : 'blue';
    if (y === GROUND - 1) return 'brown';
    if (y === GROUND - 3 || (y === GROUND - 2 && x % 3 === 1)) return 'brown';
    return isCloud(side ? SIDE - 1 - x : x, y, step, 2) ? 'orange' : 'paper';
  },
  inn(x, y, side, step) {
    if (y >= GROUND - 1) return (x + 4 * (y % 2) + 2 * step) % 8 === 0 ? 'ink' : 'brown';
    const across = side ? SIDE - 1 - x : x;
    if (across >= 1 && across <= 4 && y >= 1 && y <= 5) {
      if (across === 1 || across === 4 || y === 1 || y === 5) return 'brown';
      return across === 2 + (step & 1) && y === 2 + (step >> 1) ? 'yellow' : 'blue';
    }
    return y % 4 === 3 && (x + y) % 4 === 0 ? 'paper' : 'pink';
  },
};

/** Dots with which one painter strews what is behind a subject. */
function isDotted(x: number, y: number): boolean {
  return y < GROUND - 1 && x % 3 === 1 && y % 3 === 1;
}

export function drawBackdrop(place: PlaceName, variation: number, dotted: boolean): Picture {
  const picture = new Uint8Array(PIXELS);
  for (let y = 0, i = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++, i++) {
      const color =
        dotted && isDotted(x, y) ? 'purple' : PAINTERS[place](x, y, variation & 1, variation >> 1);
      picture[i] = numberOf(color);
    }
  }
  return picture;
}
