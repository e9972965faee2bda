/** The matrix product for devices without SIMD, in tiles of 2 x 4; the interface is described in kernels.ts. */

const LOWER_OUTPUT: i32 = 1;
const LOWER_LEFT: i32 = 2;
const UPPER_LEFT: i32 = 3;

@inline function at(offset: i32): usize {
  return <usize>offset << 2;
}

/** Sets four neighbors of C, or adds to them. */
@inline function storeRow(c: usize, accumulate: i32, x0: f32, x1: f32, x2: f32, x3: f32): void {
  if (accumulate) {
    x0 += load<f32>(c); x1 += load<f32>(c, 4); x2 += load<f32>(c, 8); x3 += load<f32>(c, 12);
  }
  store<f32>(c, x0); store<f32>(c, x1, 4); store<f32>(c, x2, 8); store<f32>(c, x3, 12);
}

/** C[m, n] (+)= A[m, k] B[k, n]. */
export function gemm(
  a: i32, aRow: i32, aColumn: i32, b: i32, bRow: i32, c: i32, cRow: i32,
  m: i32, k: i32, n: i32, accumulate: i32, shape: i32,
): void {
  const step = at(aColumn), stepB = at(bRow);
  let i = 0;
  for (; i + 2 <= m; i += 2) {
    const columns = shape == LOWER_OUTPUT ? min(n, (i | 3) + 1) : n;
    const first = shape == UPPER_LEFT ? i : 0;
    const last = shape == LOWER_LEFT ? min(k, i + 2) : k;
    const row = at(a + i * aRow + first * aColumn);
    for (let j = 0; j < columns; j += 4) {
      let s00: f32 = 0, s01: f32 = 0, s02: f32 = 0, s03: f32 = 0;
      let s10: f32 = 0, s11: f32 = 0, s12: f32 = 0, s13: f32 = 0;
      let p0 = row, p1 = row + at(aRow), p = at(b + first * bRow + j);
      for (let q = first; q < last; q++) {
        const b0 = load<f32>(p), b1 = load<f32>(p, 4), b2 = load<f32>(p, 8), b3 = load<f32>(p, 12);
        let x = load<f32>(p0);
        s00 += x * b0; s01 += x * b1; s02 += x * b2; s03 += x * b3;
        x = load<f32>(p1);
        s10 += x * b0; s11 += x * b1; s12 += x * b2; s13 += x * b3;
        p0 += step; p1 += step; p += stepB;
      }
      const target = at(c + i * cRow + j);
      storeRow(target, accumulate, s00, s01, s02, s03);
      storeRow(target + at(cRow), accumulate, s10, s11, s12, s13);
    }
  }
  if (i == m) return;
  for (let j = 0; j < n; j += 4) {
    let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0;
    let p0 = at(a + i * aRow), p = at(b + j);
    for (let q = 0; q < k; q++) {
      const x = load<f32>(p0);
      s0 += x * load<f32>(p); s1 += x * load<f32>(p, 4); s2 += x * load<f32>(p, 8); s3 += x * load<f32>(p, 12);
      p0 += step; p += stepB;
    }
    storeRow(at(c + i * cRow + j), accumulate, s0, s1, s2, s3);
  }
}
