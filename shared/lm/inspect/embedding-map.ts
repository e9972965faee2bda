/** Vectors as places on a map, and which of them lie close: for looking at embeddings. */

/** Enough that the two main directions of a few hundred vectors stand still. */
const ROUNDS = 60;

/** [count, 2]: each row of [count, width] on the plane in which the rows differ most (principal components, by power iteration). */
export function principalPlane(rows: Float32Array, count: number, width: number): Float32Array {
  const centered = center(rows, count, width);
  const places = new Float32Array(count * 2);
  const found: Float64Array[] = [];
  for (let axis = 0; axis < 2; axis++) {
    const direction = mainDirection(centered, count, width, found);
    found.push(direction);
    for (let row = 0; row < count; row++) {
      let along = 0;
      for (let c = 0; c < width; c++) along += centered[row * width + c] * direction[c];
      places[row * 2 + axis] = along;
    }
  }
  return places;
}

function center(rows: Float32Array, count: number, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let i = 0; i < count * width; i++) mean[i % width] += rows[i] / count;
  return Float64Array.from(rows.subarray(0, count * width), (value, i) => value - mean[i % width]);
}

/** The direction of most variance that stands square on those found before. */
function mainDirection(
  centered: Float64Array,
  count: number,
  width: number,
  before: readonly Float64Array[],
): Float64Array {
  /* Any start will do that is not square on the answer; this one is the same each time. */
  let direction = Float64Array.from({ length: width }, (_, c) => Math.cos(c * c + 1));
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(width);
    for (let row = 0; row < count; row++) {
      let along = 0;
      for (let c = 0; c < width; c++) along += centered[row * width + c] * direction[c];
      for (let c = 0; c < width; c++) next[c] += along * centered[row * width + c];
    }
    for (const other of before) {
      const shared = other.reduce((sum, value, c) => sum + value * next[c], 0);
      for (let c = 0; c < width; c++) next[c] -= shared * other[c];
    }
    const size = Math.hypot(...next);
    if (size === 0) return next;
    direction = next.map((value) => value / size);
  }
  return direction;
}

/** A row, and the cosine of the angle to it. */
export interface Neighbour {
  row: number;
  likeness: number;
}

/** The rows whose directions are most like this one's, the most alike first; a row of zeros is like none. */
export function nearestRows(
  rows: Float32Array,
  count: number,
  width: number,
  of: number,
  most: number,
): Neighbour[] {
  const sizeOf = (row: number): number => Math.hypot(...rows.subarray(row * width, (row + 1) * width));
  const own = sizeOf(of);
  const neighbours = Array.from({ length: count }, (_, row): Neighbour => {
    let dot = 0;
    for (let c = 0; c < width; c++) dot += rows[row * width + c] * rows[of * width + c];
    const size = sizeOf(row) * own;
    return { row, likeness: size === 0 ? 0 : dot / size };
  });
  return neighbours
    .filter(({ row }) => row !== of)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most);
}
