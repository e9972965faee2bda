/** The layout of a model's weights, and what it costs to train. */

import { describe, expect, it } from 'vitest';
import { flopsPerToken, matmulParameters, tokensForBudget } from './flops.ts';
import { initialWeights } from './init.ts';
import { parameterSpec } from './spec.ts';
import { TINY } from './testing.ts';
import { planActivations, planTransformer, planDecoding } from './transformer/layout.ts';

describe('the parameter specification', () => {
  it('lays tensors end to end, each aligned to 4 floats', () => {
    const { tensors, parameterCount } = parameterSpec(TINY);
    let end = 0;
    for (const tensor of tensors) {
      expect(tensor.offset).toBe(end);
      expect(tensor.offset % 4).toBe(0);
      end += tensor.size;
    }
    expect(end).toBe(parameterCount);
  });

  it('counts what a GPT of this shape has', () => {
    const config = {
      architecture: 'transformer' as const,
      vocabSize: 256,
      contextLength: 64,
      width: 64,
      layers: 2,
      heads: 4,
    };
    const perBlock = 12 * 64 * 64 + 13 * 64;
    expect(parameterSpec(config).parameterCount).toBe(4 * 256 * 64 + 2 * perBlock + 2 * 64);
  });

  it.each([
    [{ vocabSize: 21 }, /vocabSize must be a multiple of 4/],
    [{ contextLength: 10 }, /contextLength must be a multiple of 4/],
    [{ width: 20 }, /width must be a multiple of 4 x heads \(8\)/],
    [{ layers: 0 }, /layers must be an integer from 1/],
    [{ layers: 1.5 }, /layers must be an integer from 1/],
    [{ vocabSize: Number.NaN }, /vocabSize must be an integer/],
    [{ width: 4096, layers: 64 }, /parameters are more than/],
    [{ contextLength: 4096, layers: 3 }, /layers x heads x contextLength\^2 must be at most/],
  ])('refuses %o in words', (change, message) => {
    expect(() => parameterSpec({ ...TINY, ...change })).toThrow(message);
  });
});

describe('initial weights', () => {
  it('are the same for a seed and differ between seeds', () => {
    expect(initialWeights(TINY, 3)).toEqual(initialWeights(TINY, 3));
    expect(initialWeights(TINY, 3)).not.toEqual(initialWeights(TINY, 4));
  });

  it('have the deviation that the specification asks for', () => {
    const config = {
      architecture: 'transformer' as const,
      vocabSize: 256,
      contextLength: 64,
      width: 64,
      layers: 2,
      heads: 4,
    };
    const weights = initialWeights(config, 1);
    for (const { name, offset, size, init } of parameterSpec(config).tensors) {
      const part = weights.subarray(offset, offset + size);
      if ('constant' in init) expect(part.every((value) => value === init.constant)).toBe(true);
      else {
        const deviation = Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / size);
        expect(deviation / init.normal, name).toBeCloseTo(1, 1);
      }
    }
  });
});

describe('the heapLayout', () => {
  it('gives every range its own place, aligned to 4 floats', () => {
    const heapLayout = planTransformer(TINY);
    const activations = planActivations(TINY, 3, 8, heapLayout.end);
    const decoding = planDecoding(TINY, 5, heapLayout.end);
    const starts = (plan: object): number[] =>
      Object.entries(plan).flatMap(([name, value]) => {
        if (Array.isArray(value))
          return value.flatMap((item) => (typeof item === 'number' ? item : starts(item)));
        return typeof value === 'number' && !['rows', 'length', 'slots'].includes(name) ? value : [];
      });
    for (const plan of [activations, decoding]) {
      const offsets = starts(plan);
      expect(offsets.every((offset) => offset % 4 === 0 && offset >= heapLayout.end)).toBe(true);
    }
    // Only what lies between blocks, and at both ends, is named twice.
    const names = starts(activations);
    expect(new Set(names).size).toBe(names.length - (TINY.layers + 1));
  });
});

describe('training compute', () => {
  it('is six operations per matrix weight and token, and attention', () => {
    const config = {
      architecture: 'transformer' as const,
      vocabSize: 256,
      contextLength: 64,
      width: 64,
      layers: 2,
      heads: 4,
    };
    expect(matmulParameters(config)).toBe(2 * 12 * 64 * 64 + 64 * 256);
    expect(flopsPerToken(config)).toBe(6 * matmulParameters(config) + 12 * 2 * 64 * 64);
  });

  it('turns a budget into whole tokens that it pays for', () => {
    const tokens = tokensForBudget(TINY, 1e9);
    expect(flopsPerToken(TINY) * tokens).toBeLessThanOrEqual(1e9);
    expect(flopsPerToken(TINY) * (tokens + 1)).toBeGreaterThan(1e9);
    expect(tokensForBudget(TINY, -5)).toBe(0);
  });
});
