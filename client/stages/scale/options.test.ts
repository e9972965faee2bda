/** The ladder of sizes under one budget. */

import { describe, expect, it } from 'vitest';
import { flopsPerToken } from '../../../shared/lm/flops.ts';
import { modelConfig } from '../../../shared/game/training/model.ts';
import { bestSpeed, sizeOptions } from './options.ts';

const player = {
  id: 'a',
  name: 'Ada',
  teamId: 't',
  connected: true,
  addsOwnText: false,
  sign: 'here' as const,
};

describe('sizeOptions', () => {
  const options = sizeOptions(512, { contextLength: 64 }, 1e12, 20_000);

  it('lets a bigger model read less, for the same compute', () => {
    for (let i = 1; i < options.length; i++) {
      expect(options[i].parameters).toBeGreaterThan(options[i - 1].parameters);
      expect(options[i].tokens).toBeLessThan(options[i - 1].tokens);
    }
    for (const { size, tokens } of options) {
      const flops = tokens * flopsPerToken(modelConfig({ size, contextLength: 64 }, 512));
      expect(flops / 1e12).toBeCloseTo(1, 2);
    }
  });

  it('predicts the same time for all, since the compute is the same', () => {
    const seconds = options.map((option) => option.seconds ?? 0);
    expect(Math.max(...seconds) / Math.min(...seconds)).toBeCloseTo(1, 2);
  });
});

describe('a recurrent model', () => {
  const [attending, recurrent] = (['transformer', 'recurrent'] as const).map((architecture) =>
    sizeOptions(1024, { contextLength: 64, architecture }, 1e12, 20_000),
  );

  it('of each size reads about as much as the transformer beside it, and takes longer', () => {
    for (const [index, { tokens, seconds }] of recurrent.entries()) {
      expect(tokens / attending[index].tokens).toBeGreaterThan(0.9);
      expect(tokens / attending[index].tokens).toBeLessThan(1.1);
      expect(seconds).toBeGreaterThan(attending[index].seconds ?? Infinity);
    }
  });
});

describe('bestSpeed', () => {
  it('is the fastest connected device that can train', () => {
    const fast = { ...player, device: { tokensPerSecond: 900, backend: 'wasm' } };
    const away = { ...player, connected: false, device: { tokensPerSecond: 5000, backend: 'wasm' } };
    expect(bestSpeed([fast, away, { ...player, device: null }])).toBe(900);
    expect(bestSpeed([away])).toBeNull();
  });
});
