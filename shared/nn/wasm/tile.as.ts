/** The innermost loops of the matrix product: one tile of C in registers, 4 rows x 8 columns or 1 row x 16 columns. */

import { madd } from './simd.as';

/** A row by row: four rows, `sa` bytes apart, whose columns follow each other. */
@inline export function tileOfRows(
  a0: usize, sa: usize, b: usize, sb: usize,
  c: usize, sc: usize, k: i32, accumulate: i32, half: i32,
): void {
  const zero = f32x4.splat(0);
  const c1 = c + sc, c2 = c1 + sc, c3 = c2 + sc;
  let r00 = zero, r01 = zero, r10 = zero, r11 = zero, r20 = zero, r21 = zero, r30 = zero, r31 = zero;
  if (accumulate) {
    r00 = v128.load(c); r10 = v128.load(c1); r20 = v128.load(c2); r30 = v128.load(c3);
    if (!half) {
      r01 = v128.load(c, 16); r11 = v128.load(c1, 16); r21 = v128.load(c2, 16); r31 = v128.load(c3, 16);
    }
  }
  let a1 = a0 + sa, a2 = a1 + sa, a3 = a2 + sa;
  for (let q = 0; q < k; q++) {
    const left = v128.load(b), right = v128.load(b, 16);
    let s = v128.load32_splat(a0); r00 = madd(s, left, r00); r01 = madd(s, right, r01);
    s = v128.load32_splat(a1); r10 = madd(s, left, r10); r11 = madd(s, right, r11);
    s = v128.load32_splat(a2); r20 = madd(s, left, r20); r21 = madd(s, right, r21);
    s = v128.load32_splat(a3); r30 = madd(s, left, r30); r31 = madd(s, right, r31);
    a0 += 4; a1 += 4; a2 += 4; a3 += 4; b += sb;
  }
  v128.store(c, r00); v128.store(c1, r10); v128.store(c2, r20); v128.store(c3, r30);
  if (!half) {
    v128.store(c, r01, 16); v128.store(c1, r11, 16); v128.store(c2, r21, 16); v128.store(c3, r31, 16);
  }
}

/** A column by column: the four rows of a column follow each other, and columns are `sk` bytes apart. */
@inline export function tileOfColumns(
  a: usize, sk: usize, b: usize, sb: usize,
  c: usize, sc: usize, k: i32, accumulate: i32, half: i32,
): void {
  const zero = f32x4.splat(0);
  const c1 = c + sc, c2 = c1 + sc, c3 = c2 + sc;
  let r00 = zero, r01 = zero, r10 = zero, r11 = zero, r20 = zero, r21 = zero, r30 = zero, r31 = zero;
  if (accumulate) {
    r00 = v128.load(c); r10 = v128.load(c1); r20 = v128.load(c2); r30 = v128.load(c3);
    if (!half) {
      r01 = v128.load(c, 16); r11 = v128.load(c1, 16); r21 = v128.load(c2, 16); r31 = v128.load(c3, 16);
    }
  }
  for (let q = 0; q < k; q++) {
    const left = v128.load(b), right = v128.load(b, 16);
    let s = v128.load32_splat(a); r00 = madd(s, left, r00); r01 = madd(s, right, r01);
    s = v128.load32_splat(a, 4); r10 = madd(s, left, r10); r11 = madd(s, right, r11);
    s = v128.load32_splat(a, 8); r20 = madd(s, left, r20); r21 = madd(s, right, r21);
    s = v128.load32_splat(a, 12); r30 = madd(s, left, r30); r31 = madd(s, right, r31);
    a += sk; b += sb;
  }
  v128.store(c, r00); v128.store(c1, r10); v128.store(c2, r20); v128.store(c3, r30);
  if (!half) {
    v128.store(c, r01, 16); v128.store(c1, r11, 16); v128.store(c2, r21, 16); v128.store(c3, r31, 16);
  }
}

/** One row of C, [n], from one row of A against all of B: what is left when the rows are no multiple of 4. */
export function rowTile(
  a: usize, sk: usize, b: usize, sb: usize, c: usize, k: i32, n: i32, accumulate: i32,
): void {
  const zero = f32x4.splat(0);
  let j = 0;
  for (; j + 16 <= n; j += 16) {
    let r0 = zero, r1 = zero, r2 = zero, r3 = zero;
    if (accumulate) { r0 = v128.load(c); r1 = v128.load(c, 16); r2 = v128.load(c, 32); r3 = v128.load(c, 48); }
    let ap = a, bp = b;
    for (let q = 0; q < k; q++) {
      const s = v128.load32_splat(ap);
      r0 = madd(s, v128.load(bp), r0); r1 = madd(s, v128.load(bp, 16), r1);
      r2 = madd(s, v128.load(bp, 32), r2); r3 = madd(s, v128.load(bp, 48), r3);
      ap += sk; bp += sb;
    }
    v128.store(c, r0); v128.store(c, r1, 16); v128.store(c, r2, 32); v128.store(c, r3, 48);
    b += 64; c += 64;
  }
  for (; j < n; j += 4) {
    let r = accumulate ? v128.load(c) : zero;
    let ap = a, bp = b;
    for (let q = 0; q < k; q++) {
      r = madd(v128.load32_splat(ap), v128.load(bp), r);
      ap += sk; bp += sb;
    }
    v128.store(c, r);
    b += 16; c += 16;
  }
}
