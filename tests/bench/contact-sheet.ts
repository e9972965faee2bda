/** Pictures side by side as a PNG, so that a person can look at all that a model painted. */

import { PNG } from 'pngjs';
import { PALETTE, SIDE, type Picture } from '../../shared/world/pictures/palette.ts';

const SCALE = 6;
const GAP = 6;
const COLUMNS = 8;
const STEP = SIDE * SCALE + GAP;

/** The bytes of a PNG file on white, eight pictures a row, each pixel as a square. */
export function contactSheet(pictures: readonly Picture[]): Buffer {
  const rows = Math.ceil(pictures.length / COLUMNS);
  const png = new PNG({ width: COLUMNS * STEP + GAP, height: rows * STEP + GAP });
  png.data.fill(255);
  pictures.forEach((picture, at) => {
    const left = GAP + (at % COLUMNS) * STEP;
    const top = GAP + Math.floor(at / COLUMNS) * STEP;
    for (let y = 0; y < SIDE * SCALE; y++) {
      for (let x = 0; x < SIDE * SCALE; x++) {
        const color = picture[Math.floor(y / SCALE) * SIDE + Math.floor(x / SCALE)];
        png.data.set(PALETTE[color], 4 * ((top + y) * png.width + left + x));
      }
    }
  });
  return PNG.sync.write(png);
}
