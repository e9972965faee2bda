/** Matrix product in blocks that stay in cache, and transpose; the interface is described in kernels.ts. */

import { at } from './simd.as';
import { rowTile, tileOfColumns, tileOfRows } from './tile.as';

const LOWER_OUTPUT: i32 = 1;
const LOWER_LEFT: i32 = 2;
const UPPER_LEFT: i32 = 3;

/** Depth and height of a block: 8 columns of B and a block of A this deep lie in the first and the second cache. */
const DEPTH: i32 = 256;
const HEIGHT: i32 = 128;
/** Below this height a packed copy of B's columns does not pay for itself. */
const PACKING_HEIGHT: i32 = 32;
/** B's columns are read where they lie when all of it fits into the first cache. */
const PACKING_FLOATS: i32 = 4096;

/** Keeps the packed rows from all falling into the same lines of the cache. */
const GAP: i32 = 4;

/** Where packed columns of B and, behind them, packed rows of a transposed A lie: DEPTH * 8 + (DEPTH + GAP) * HEIGHT floats. */
let packing: i32 = 16;

export function usePacking(offset: i32): void {
  packing = offset;
}

/** Copies 8 (or, `half`, 4) columns of B so that they follow each other row by row. */
function packColumns(b: usize, sb: usize, k: i32, half: i32): void {
  let t = at(packing);
  if (half) {
    for (let q = 0; q < k; q++) {
      v128.store(t, v128.load(b));
      v128.store(t, f32x4.splat(0), 16);
      b += sb; t += 32;
    }
    return;
  }
  for (let q = 0; q < k; q++) {
    v128.store(t, v128.load(b));
    v128.store(t, v128.load(b, 16), 16);
    b += sb; t += 32;
  }
}

/** Copies a block of a transposed A so that each 4 rows of it lie together, column by column. */
function packRows(a: usize, sk: usize, m: i32, k: i32, target: usize): void {
  for (let q = 0; q < k; q++) {
    let s = a, t = target;
    for (let i = 0; i < m; i += 4) {
      v128.store(t, v128.load(s));
      s += 16; t += at(k + GAP) << 2;
    }
    a += sk; target += 16;
  }
}

/** C[m, n] (+)= A[m, k] B[k, n]. */
export function gemm(
  a: i32, aRow: i32, aColumn: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  m: i32, k: i32, n: i32, accumulate: i32, shape: i32,
): void {
  const whole = m & ~3;
  if (shape) {
    gemmBlock(at(a), at(aRow), at(aColumn), at(b), at(bRow), at(c), at(cRow), whole, k, n, accumulate, shape);
    return;
  }
  for (let q = 0; q < k; q += DEPTH) {
    const depth = min(DEPTH, k - q), add = q ? 1 : accumulate;
    for (let i = 0; i < whole; i += HEIGHT) {
      gemmBlock(
        at(a + i * aRow + q * aColumn), at(aRow), at(aColumn), at(b + q * bRow), at(bRow), at(c + i * cRow), at(cRow),
        min(HEIGHT, whole - i), depth, n, add, 0,
      );
    }
  }
  for (let i = whole; i < m; i++) {
    rowTile(at(a + i * aRow), at(aColumn), at(b), at(bRow), at(c + i * cRow), k, n, accumulate);
  }
}

/** One block; m is a multiple of 4, strides are bytes. */
function gemmBlock(
  a: usize, sa: usize, sk: usize, b: usize, sb: usize, c: usize, sc: usize,
  m: i32, k: i32, n: i32, accumulate: i32, shape: i32,
): void {
  const packsB = !shape && m >= PACKING_HEIGHT && k * n > PACKING_FLOATS;
  const transposed = sa == 4;
  if (transposed && !shape && n > 8) {
    const rows = at(packing + 8 * DEPTH);
    packRows(a, sk, m, k, rows);
    a = rows; sa = at(k + GAP); sk = 16;
  }
  for (let j = 0; j < n; j += 8) {
    const half = j + 4 == n ? 1 : 0;
    let left = b + at(j), step = sb;
    if (packsB || half) {
      packColumns(left, sb, k, half);
      left = at(packing); step = 32;
    }
    for (let i = shape == LOWER_OUTPUT ? j & ~3 : 0; i < m; i += 4) {
      const first = shape == UPPER_LEFT ? i : 0;
      const last = shape == LOWER_LEFT ? min(k, i + 4) : k;
      const narrow = half | (shape == LOWER_OUTPUT && i == j ? 1 : 0);
      const ap = a + <usize>i * sa + <usize>first * sk, bp = left + <usize>first * step;
      const cp = c + <usize>i * sc + at(j);
      if (transposed) tileOfColumns(ap, sk, bp, step, cp, sc, last - first, accumulate, narrow);
      else tileOfRows(ap, sa, bp, step, cp, sc, last - first, accumulate, narrow);
    }
  }
}

/** target[columns, rows] = source[rows, columns] transposed, in 4 x 4 tiles. */
export function transpose(source: i32, sourceRow: i32, rows: i32, columns: i32, target: i32): void {
  const ss = at(sourceRow), st = at(rows);
  for (let r = 0; r < rows; r += 4) {
    for (let c = 0; c < columns; c += 4) {
      const s = at(source) + <usize>r * ss + at(c);
      const r0 = v128.load(s), r1 = v128.load(s + ss), r2 = v128.load(s + 2 * ss), r3 = v128.load(s + 3 * ss);
      const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), t1 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const t2 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5), t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      const t = at(target) + <usize>c * st + at(r);
      v128.store(t, v128.shuffle<f32>(t0, t2, 0, 1, 4, 5));
      v128.store(t + st, v128.shuffle<f32>(t0, t2, 2, 3, 6, 7));
      v128.store(t + 2 * st, v128.shuffle<f32>(t1, t3, 0, 1, 4, 5));
      v128.store(t + 3 * st, v128.shuffle<f32>(t1, t3, 2, 3, 6, 7));
    }
  }
}
