/** Matrix product and transpose in plain JavaScript, in register tiles of 4 x 4. */

import { LOWER_LEFT, LOWER_OUTPUT, UPPER_LEFT, type Kernels } from '../kernels.ts';

export function createMatrixKernels(heap: Float32Array): Pick<Kernels, 'gemm' | 'transpose'> {
  /** One row of C against all of B: what is left when m is no multiple of 4. */
  const multiplyRow = (
    a: number,
    aColumn: number,
    b: number,
    bRow: number,
    c: number,
    k: number,
    n: number,
    accumulate: number,
  ): void => {
    for (let j = 0; j < n; j++) {
      let sum = accumulate ? heap[c + j] : 0;
      for (let q = 0; q < k; q++) sum += heap[a + q * aColumn] * heap[b + q * bRow + j];
      heap[c + j] = sum;
    }
  };

  const gemm: Kernels['gemm'] = (a, aRow, aColumn, b, bRow, c, cRow, m, k, n, accumulate, shape) => {
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      const columns = shape === LOWER_OUTPUT ? Math.min(n, i + 4) : n;
      const first = shape === UPPER_LEFT ? i : 0;
      const last = shape === LOWER_LEFT ? Math.min(k, i + 4) : k;
      for (let j = 0; j < columns; j += 4) {
        let s00 = 0;
        let s01 = 0;
        let s02 = 0;
        let s03 = 0;
        let s10 = 0;
        let s11 = 0;
        let s12 = 0;
        let s13 = 0;
        let s20 = 0;
        let s21 = 0;
        let s22 = 0;
        let s23 = 0;
        let s30 = 0;
        let s31 = 0;
        let s32 = 0;
        let s33 = 0;
        let p0 = a + i * aRow + first * aColumn;
        let p1 = p0 + aRow;
        let p2 = p1 + aRow;
        let p3 = p2 + aRow;
        let p = b + first * bRow + j;
        for (let q = first; q < last; q++) {
          const b0 = heap[p];
          const b1 = heap[p + 1];
          const b2 = heap[p + 2];
          const b3 = heap[p + 3];
          const a0 = heap[p0];
          const a1 = heap[p1];
          const a2 = heap[p2];
          const a3 = heap[p3];
          s00 += a0 * b0;
          s01 += a0 * b1;
          s02 += a0 * b2;
          s03 += a0 * b3;
          s10 += a1 * b0;
          s11 += a1 * b1;
          s12 += a1 * b2;
          s13 += a1 * b3;
          s20 += a2 * b0;
          s21 += a2 * b1;
          s22 += a2 * b2;
          s23 += a2 * b3;
          s30 += a3 * b0;
          s31 += a3 * b1;
          s32 += a3 * b2;
          s33 += a3 * b3;
          p0 += aColumn;
          p1 += aColumn;
          p2 += aColumn;
          p3 += aColumn;
          p += bRow;
        }
        const keep = accumulate ? 1 : 0;
        let t = c + i * cRow + j;
        storeRow(t, keep, s00, s01, s02, s03);
        storeRow((t += cRow), keep, s10, s11, s12, s13);
        storeRow((t += cRow), keep, s20, s21, s22, s23);
        storeRow(t + cRow, keep, s30, s31, s32, s33);
      }
    }
    for (; i < m; i++) multiplyRow(a + i * aRow, aColumn, b, bRow, c + i * cRow, k, n, accumulate);
  };

  /** Four neighbors of C; with keep 0 the old values are not read, so that stale NaN never spreads. */
  const storeRow = (t: number, keep: number, x0: number, x1: number, x2: number, x3: number): void => {
    heap[t] = keep ? heap[t] + x0 : x0;
    heap[t + 1] = keep ? heap[t + 1] + x1 : x1;
    heap[t + 2] = keep ? heap[t + 2] + x2 : x2;
    heap[t + 3] = keep ? heap[t + 3] + x3 : x3;
  };

  const transpose: Kernels['transpose'] = (source, sourceRow, rows, columns, target) => {
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) heap[target + c * rows + r] = heap[source + r * sourceRow + c];
    }
  };

  return { gemm, transpose };
}
