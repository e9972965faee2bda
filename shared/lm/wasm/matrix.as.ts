/** Matrix product and transpose in SIMD registers; the interface is described in kernels.ts. */

import { at, madd } from './simd.as';

const LOWER_OUTPUT: i32 = 1;
const LOWER_LEFT: i32 = 2;
const UPPER_LEFT: i32 = 3;

/** C[m, n] (+)= A[m, k] B[k, n] in register tiles of 4 rows x 8 columns. */
export function gemm(
  a: i32, aRow: i32, aColumn: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  m: i32, k: i32, n: i32, accumulate: i32, shape: i32,
): void {
  const sa = at(aRow), sk = at(aColumn), sb = at(bRow), sc = at(cRow);
  const zero = f32x4.splat(0);
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const columns = shape == LOWER_OUTPUT ? min(n, i + 4) : n;
    const first = shape == UPPER_LEFT ? i : 0;
    const last = shape == LOWER_LEFT ? min(k, i + 4) : k;
    const a0 = at(a) + <usize>i * sa + <usize>first * sk;
    const b0 = at(b) + <usize>first * sb;
    const c0 = at(c) + <usize>i * sc;
    let j = 0;
    for (; j + 8 <= columns; j += 8) {
      const cp = c0 + at(j);
      let r00 = zero, r01 = zero, r10 = zero, r11 = zero, r20 = zero, r21 = zero, r30 = zero, r31 = zero;
      if (accumulate) {
        r00 = v128.load(cp); r01 = v128.load(cp, 16);
        r10 = v128.load(cp + sc); r11 = v128.load(cp + sc, 16);
        r20 = v128.load(cp + 2 * sc); r21 = v128.load(cp + 2 * sc, 16);
        r30 = v128.load(cp + 3 * sc); r31 = v128.load(cp + 3 * sc, 16);
      }
      let ap = a0, bp = b0 + at(j);
      for (let q = first; q < last; q++) {
        const left = v128.load(bp), right = v128.load(bp, 16);
        let s = v128.load32_splat(ap);
        r00 = madd(s, left, r00); r01 = madd(s, right, r01);
        s = v128.load32_splat(ap + sa);
        r10 = madd(s, left, r10); r11 = madd(s, right, r11);
        s = v128.load32_splat(ap + 2 * sa);
        r20 = madd(s, left, r20); r21 = madd(s, right, r21);
        s = v128.load32_splat(ap + 3 * sa);
        r30 = madd(s, left, r30); r31 = madd(s, right, r31);
        ap += sk; bp += sb;
      }
      v128.store(cp, r00); v128.store(cp, r01, 16);
      v128.store(cp + sc, r10); v128.store(cp + sc, r11, 16);
      v128.store(cp + 2 * sc, r20); v128.store(cp + 2 * sc, r21, 16);
      v128.store(cp + 3 * sc, r30); v128.store(cp + 3 * sc, r31, 16);
    }
    for (; j < columns; j += 4) {
      const cp = c0 + at(j);
      let r0 = zero, r1 = zero, r2 = zero, r3 = zero;
      if (accumulate) {
        r0 = v128.load(cp); r1 = v128.load(cp + sc); r2 = v128.load(cp + 2 * sc); r3 = v128.load(cp + 3 * sc);
      }
      let ap = a0, bp = b0 + at(j);
      for (let q = first; q < last; q++) {
        const column = v128.load(bp);
        r0 = madd(v128.load32_splat(ap), column, r0);
        r1 = madd(v128.load32_splat(ap + sa), column, r1);
        r2 = madd(v128.load32_splat(ap + 2 * sa), column, r2);
        r3 = madd(v128.load32_splat(ap + 3 * sa), column, r3);
        ap += sk; bp += sb;
      }
      v128.store(cp, r0); v128.store(cp + sc, r1); v128.store(cp + 2 * sc, r2); v128.store(cp + 3 * sc, r3);
    }
  }
  for (; i < m; i++) {
    const a0 = at(a) + <usize>i * sa, c0 = at(c) + <usize>i * sc;
    for (let j = 0; j < n; j += 4) {
      let r = accumulate ? v128.load(c0 + at(j)) : zero;
      let ap = a0, bp = at(b) + at(j);
      for (let q = 0; q < k; q++) {
        r = madd(v128.load32_splat(ap), v128.load(bp), r);
        ap += sk; bp += sb;
      }
      v128.store(c0 + at(j), r);
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
