/** The matrix product in WASM is that of plain JavaScript at sizes that are no multiples of its tiles and blocks. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { createJsHost } from '../js/kernels.ts';
import { DENSE, LOWER_LEFT, LOWER_OUTPUT, PACKING_FLOATS, PACKING_START, UPPER_LEFT } from '../kernels.ts';
import { createScalarHost, createWasmHost, type SimdVariant } from './host.ts';

type Variant = SimdVariant | 'none';

/** Rows, depth and columns: less than a tile, odd, more than one block in every direction. */
const SIZES = [
  [1, 5, 4],
  [3, 64, 20],
  [5, 7, 12],
  [6, 257, 8],
  [31, 33, 36],
  [33, 130, 44],
  [129, 17, 260],
  [133, 300, 44],
  [140, 259, 28],
  [262, 515, 12],
] as const;

interface Case {
  size: readonly [m: number, k: number, n: number];
  transposed?: boolean;
  accumulate?: 0 | 1;
  shape?: number;
}

/** Largest difference of C between the two, over the values that the shape asks for. */
async function worstError(variant: Variant, { size, transposed, accumulate = 0, shape = DENSE }: Case) {
  const [m, k, n] = size;
  const random = createRandom(m * k + n);
  const a = PACKING_START + PACKING_FLOATS;
  const b = a + ((m * k + 3) & ~3);
  const c = b + k * n;
  const values = Float32Array.from({ length: c + m * n }, () => 2 * random.next() - 1);
  for (let i = 0; i < m; i++) {
    for (let q = 0; q < k; q++) {
      const isZero = (shape === LOWER_LEFT && q > i) || (shape === UPPER_LEFT && q < i);
      if (isZero) values[a + (transposed ? q * m + i : i * k + q)] = 0;
    }
  }
  const results: Float32Array[] = [];
  for (const host of [
    createJsHost(),
    variant === 'none' ? await createScalarHost() : await createWasmHost(variant),
  ]) {
    host.reserve(values.length);
    host.floats().set(values);
    const [aRow, aColumn] = transposed ? [1, m] : [k, 1];
    host.kernels.gemm(a, aRow, aColumn, b, n, c, n, m, k, n, accumulate, shape);
    results.push(host.floats().slice(c, values.length));
  }
  let worst = 0;
  for (let i = 0; i < m * n; i++) {
    if (shape === LOWER_OUTPUT && i % n >= (Math.floor(i / n / 4) + 1) * 4) {
      expect(results[1][i]).toBe(values[c + i]);
    }
    worst = Math.max(worst, Math.abs(results[0][i] - results[1][i]));
  }
  return worst;
}

describe.each(['relaxed', 'plain', 'none'] as const)('the matrix product with SIMD: %s', (variant) => {
  it.each(SIZES)('is right for %i x %i x %i', async (...size) => {
    for (const transposed of [false, true]) {
      for (const accumulate of [0, 1] as const) {
        expect(await worstError(variant, { size, transposed, accumulate })).toBeLessThan(1e-4);
      }
    }
  });

  it.each([8, 12, 36])('skips what causal attention of %i positions does not need', async (length) => {
    const wide = [length, 12, length] as const;
    const narrow = [length, length, 12] as const;
    expect(await worstError(variant, { size: wide, shape: LOWER_OUTPUT })).toBeLessThan(1e-4);
    expect(await worstError(variant, { size: narrow, shape: LOWER_LEFT })).toBeLessThan(1e-4);
    expect(await worstError(variant, { size: narrow, shape: UPPER_LEFT, transposed: true })).toBeLessThan(
      1e-4,
    );
  });
});
