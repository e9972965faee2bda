import { describe, expect, it } from 'vitest';
import { PRETRAINING, RATE_SCALE } from '../pretrain.ts';
import { batchRowsFor, createRoundRate, effectiveWorkers, type RoundPlace } from './round-rate.ts';

const place: RoundPlace = {
  kind: 'pretrain',
  architecture: 'transformer',
  contextLength: 64,
  tokensUsed: 700_000,
  tokensTotal: 1_000_000,
  shardTokens: [50_000],
  isFresh: false,
};

describe('the rate within a round', () => {
  it('runs down as fast as all workers read together, from a peak for so big a batch', () => {
    const alone = createRoundRate(place);
    const four = createRoundRate({ ...place, shardTokens: [50_000, 50_000, 50_000, 50_000] });
    expect(alone(0)).toBeCloseTo(PRETRAINING.peakLearningRate * (0.05 + 0.95 * 0.5));
    expect(four(0)).toBeCloseTo(2 * alone(0));
    expect(four(50_000)).toBeCloseTo(2 * alone(200_000));
  });

  it('is higher for gates than for attention', () => {
    const [gates, attention] = [createRoundRate({ ...place, architecture: 'gru' }), createRoundRate(place)];
    expect(gates(0)).toBeCloseTo(RATE_SCALE.gru * attention(0));
  });

  it('hardly changes for a laptop when a phone joins', () => {
    expect(effectiveWorkers([100_000, 5_000])).toBeCloseTo(1.1, 1);
    expect(effectiveWorkers([1, 1, 1])).toBeCloseTo(3);
  });

  it('goes with smaller steps, the more workers there are', () => {
    const batches = [1, 2, 4, 8].map((workers) =>
      batchRowsFor(
        'pretrain',
        Array.from({ length: workers }, () => 1000),
      ),
    );
    expect(batches).toEqual([16, 12, 8, 4]);
  });

  it('warms up an optimizer that begins in the middle of a run', () => {
    const fresh = createRoundRate({ ...place, isFresh: true });
    expect(fresh(0)).toBeLessThan(createRoundRate(place)(0) / 10);
    expect(fresh(20 * 16 * 64)).toBeCloseTo(createRoundRate(place)(20 * 16 * 64));
  });
});
