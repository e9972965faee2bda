/** Rotary positions: queries and keys are turned by angles that grow with their position, so that scores tell distances. */

/** Wavelengths reach from 2 pi positions to about this many times more (Su et al., 2021). */
const BASE = 10_000;

/** [positions, headWidth]: cosine and sine of the angle of each pair of columns, beside each other. */
export function rotationTable(positions: number, headWidth: number): Float32Array<ArrayBuffer> {
  const table = new Float32Array(positions * headWidth);
  for (let position = 0; position < positions; position++) {
    for (let column = 0; column < headWidth; column += 2) {
      const angle = position * BASE ** (-column / headWidth);
      table[position * headWidth + column] = Math.cos(angle);
      table[position * headWidth + column + 1] = Math.sin(angle);
    }
  }
  return table;
}
