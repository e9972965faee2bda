/** Intervals hold what they promise: the truth, as often as they say. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { estimateChange, estimateGap, estimateScore, estimateShare } from './estimate.ts';

const flips = (share: number, count: number, random = createRandom(1)): number[] =>
  Array.from({ length: count }, () => Number(random.chance(share)));

describe('a score', () => {
  it('has an interval that holds the true share about 19 times of 20', () => {
    const random = createRandom(7);
    const held = Array.from({ length: 1000 }, () => {
      const { low, high } = estimateScore(flips(0.85, 40, random)) ?? { low: 1, high: 0 };
      return low <= 0.85 && 0.85 <= high;
    }).filter(Boolean).length;
    expect(held).toBeGreaterThan(925);
    expect(held).toBeLessThan(985);
  });

  it('is never sure of all or of nothing', () => {
    expect(estimateScore(flips(1, 20))).toMatchObject({ score: 1, high: 1 });
    expect(estimateScore(flips(1, 20))?.low).toBeCloseTo(0.839, 3);
    expect(estimateScore([])).toBeNull();
  });

  it('is the same where only a share and a number of items are known', () => {
    expect(estimateShare(0.25, 40)).toEqual(
      estimateScore(Array.from({ length: 40 }, (_, i) => Number(i < 10))),
    );
  });
});

describe('a change', () => {
  it('is far surer where the same items are compared', () => {
    const before = Array.from({ length: 60 }, (_, i) => Number(i % 2 === 0));
    const after = before.map((value, i) => (i < 12 ? 1 : value));
    const paired = estimateChange(before, after);
    expect(paired.difference).toBeCloseTo(0.1);
    expect(paired.low).toBeLessThan(estimateGap(after, before).low + 0.2);
    expect(estimateGap(after, before).low).toBeLessThan(paired.low);
  });

  it('is none, and sure, where nothing changed', () => {
    expect(estimateChange([1, 0, 1], [1, 0, 1])).toEqual({ difference: 0, low: 0, high: 0 });
  });

  it('by chance alone is rarely seen', () => {
    const random = createRandom(3);
    const seen = Array.from({ length: 1000 }, () => {
      const { low, high } = estimateChange(flips(0.6, 80, random), flips(0.6, 80, random));
      return low > 0 || high < 0;
    }).filter(Boolean).length;
    expect(seen).toBeLessThan(25);
  });

  it('needs the same items', () => {
    expect(() => estimateChange([1], [])).toThrow(RangeError);
  });
});
