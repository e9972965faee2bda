/** How a batch is laid out for the graphics processor. */

import { describe, expect, it } from 'vitest';
import { CLIP_NORM, INVERSE_WEIGHT, REPORT_SLOT } from '../../../nn/webgpu/step-numbers.ts';
import { fillBatch, planBatch, trimBatch } from './batch-words.ts';

const CONFIG = {
  architecture: 'transformer' as const,
  vocabSize: 8,
  contextLength: 4,
  width: 4,
  layers: 1,
  heads: 1,
};
const NUMBERS = {
  inverseWeight: 0.25,
  learningRate: 1,
  weightDecay: 0,
  clipNorm: 0.5,
  correction1: 1,
  correction2: 1,
  reportSlot: 5,
};

/** Two rows of three: the second one ends with a padded position. */
const BATCH = {
  rows: 2,
  length: 3,
  tokens: Int32Array.of(5, 2, 5, 2, 2, 0),
  targets: Int32Array.of(2, 5, 1, 2, 3, 0),
  weights: Float32Array.of(0, 1, 1, 0, 2, 0),
};

describe('a batch for the graphics processor', () => {
  const layout = planBatch(CONFIG, BATCH.rows, BATCH.length);
  const words = new Uint32Array(layout.end);
  const floats = new Float32Array(words.buffer);
  fillBatch(words, floats, layout, CONFIG, BATCH, NUMBERS);
  /** The positions that read a row of the token table, or (behind the vocabulary) of that of the token before. */
  const readersOf = (tableRow: number): number[] => {
    const [start, end] = words.subarray(layout.starts + tableRow);
    return [...words.subarray(layout.order + start, layout.order + end)];
  };

  it('holds the numbers of the step, ids and weights', () => {
    expect([floats[INVERSE_WEIGHT], floats[CLIP_NORM], words[REPORT_SLOT]]).toEqual([0.25, 0.5, 5]);
    expect([...words.subarray(layout.tokens, layout.tokens + 6)]).toEqual([5, 2, 5, 2, 2, 0]);
    expect([...words.subarray(layout.targets, layout.targets + 6)]).toEqual([2, 5, 1, 2, 3, 0]);
    expect([...floats.subarray(layout.weights, layout.weights + 6)]).toEqual([0, 1, 1, 0, 2, 0]);
  });

  it('lists which positions read each row of the embedding tables', () => {
    expect(readersOf(5)).toEqual([0, 2]);
    expect(readersOf(2)).toEqual([1, 3, 4]);
    expect(readersOf(1)).toEqual([]);
    expect(readersOf(CONFIG.vocabSize + 0)).toEqual([0, 3]);
    expect(readersOf(CONFIG.vocabSize + 5)).toEqual([1]);
    expect(readersOf(CONFIG.vocabSize + 2)).toEqual([2, 4]);
  });

  it('holds the token before each one in its row, and 0 before the first', () => {
    expect([...words.subarray(layout.previous, layout.previous + 6)]).toEqual([0, 5, 2, 0, 2, 2]);
  });

  it('leaves out what follows the last target with weight, since no gradient comes from there', () => {
    expect(readersOf(0)).toEqual([]);
    const listed = layout.starts + 2 * CONFIG.vocabSize;
    expect(words[listed]).toBe(2 * 5);
  });

  it('is filled again without a trace of the batch before', () => {
    const again = new Uint32Array(layout.end);
    const tokens = Int32Array.of(1, 1, 1, 1, 1, 1);
    const dirty = words.slice();
    for (const target of [again, dirty]) {
      const view = new Float32Array(target.buffer);
      fillBatch(target, view, layout, CONFIG, { ...BATCH, tokens }, NUMBERS);
    }
    const used = dirty.subarray(0, layout.order + dirty[layout.end - 1]);
    expect(used).toEqual(again.subarray(0, used.length));
    expect(dirty.subarray(layout.starts)).toEqual(again.subarray(layout.starts));
  });
});

describe('trimming', () => {
  /** Two rows of 40 tokens that count up, with these last targets. */
  const batchUpTo = (...last: number[]) => {
    const length = 40;
    const weights = new Float32Array(2 * length);
    last.forEach((t, row) => weights.fill(1, row * length, row * length + t + 1));
    const tokens = Int32Array.from(weights, (_, i) => i);
    return { rows: 2, length, tokens, targets: tokens.map((token) => token + 1), weights };
  };

  it('cuts off what carries no loss in any row, to a multiple of 16', () => {
    const { length, tokens, targets, weights } = trimBatch(batchUpTo(3, 16));
    expect(length).toBe(32);
    expect([tokens[31], tokens[32], targets[33]]).toEqual([31, 40, 42]);
    expect([weights[3], weights[4], weights[48], weights[49]]).toEqual([1, 0, 1, 0]);
    expect(tokens).toHaveLength(64);
    expect(trimBatch(batchUpTo(3, 15)).length).toBe(16);
  });

  it('leaves a batch alone that needs its length', () => {
    const batch = batchUpTo(3, 32);
    expect(trimBatch(batch)).toBe(batch);
  });
});
