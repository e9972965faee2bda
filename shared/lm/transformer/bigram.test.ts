/** Bigram embeddings: which row of the table a pair of tokens reads. */

import { describe, expect, it } from 'vitest';
import { bigramNumber } from '../../nn/bigram-number.ts';
import { createJsExecutor } from '../executors/js.ts';
import { parameterSpec } from '../spec.ts';
import { TINY } from '../testing.ts';
import { bigramCount } from './bigram.ts';

describe('the row of a pair', () => {
  it('depends on both tokens and their order', () => {
    expect(bigramNumber(3, 5, 4096)).not.toBe(bigramNumber(5, 3, 4096));
    expect(bigramNumber(3, 5, 4096)).not.toBe(bigramNumber(3, 6, 4096));
    expect(bigramNumber(3, 5, 4096)).not.toBe(bigramNumber(4, 5, 4096));
  });

  it('lies in the table, and all pairs together fill it about evenly', () => {
    const count = bigramCount({ ...TINY, vocabSize: 256 });
    const mean = (256 * 256) / count;
    const pairs = new Uint16Array(count);
    for (let previous = 0; previous < 256; previous++) {
      for (let token = 0; token < 256; token++) pairs[bigramNumber(previous, token, count)]++;
    }
    expect(pairs.reduce((sum, n) => sum + n, 0)).toBe(256 * 256);
    expect(Math.max(...pairs)).toBeLessThan(3 * mean);
    expect(Math.min(...pairs)).toBeGreaterThan(mean / 3);
  });

  it('is the one that training changes', async () => {
    const executor = await createJsExecutor(TINY);
    const tokens = Int32Array.of(7, 2);
    const batch = {
      rows: 1,
      length: 2,
      tokens,
      targets: Int32Array.of(2, 9),
      weights: Float32Array.of(1, 1),
    };
    await executor.step(batch, { learningRate: 1e-3, weightDecay: 0, clipNorm: 0 });
    const table = parameterSpec(TINY).tensors.find(({ name }) => name === 'bigramEmbedding');
    const gradient = executor.gradients().subarray(table?.offset, (table?.offset ?? 0) + (table?.size ?? 0));
    const rows = Array.from({ length: bigramCount(TINY) }, (_, row) => row);
    const changed = rows.filter((row) => gradient[row * TINY.width] !== 0);
    const expected = [bigramNumber(0, 7, bigramCount(TINY)), bigramNumber(7, 2, bigramCount(TINY))];
    // Positions after the last target are computed too, but carry no gradient.
    expect(new Set(changed)).toEqual(new Set(expected));
  });
});
