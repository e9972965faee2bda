/** Ticks and labels of the charts. */

import { describe, expect, it } from 'vitest';
import { guessTicks, logPosition, roundTicks, spreadLabels } from './chart-scale.ts';

describe('chart scales', () => {
  it('marks round numbers, as many as there is room for', () => {
    expect(roundTicks(300_000, 3_700_000, 6)).toEqual([500_000, 1_000_000, 2_000_000]);
    expect(roundTicks(100, 1600, 6, 3)).toEqual([100, 300, 1000]);
    expect(roundTicks(112, 3_700_000, 6)).toEqual([1000, 10_000, 100_000, 1_000_000]);
    expect(roundTicks(112, 3_700_000, 6, 40)).toEqual([10_000, 1_000_000]);
    expect(roundTicks(110, 190, 6)).toEqual([]);
  });

  it('draws levels that a person would', () => {
    expect(guessTicks(0.9, 3.8).map(({ guess }) => guess)).toEqual([2, 3, 5, 10]);
    expect(guessTicks(0.9, 3.8, 0.3).map(({ guess }) => guess)).toEqual([2, 3, 10]);
  });

  it('places by logarithm and stays on the axis', () => {
    expect(logPosition(10, 1, 100)).toBeCloseTo(0.5);
    expect(logPosition(0, 1, 100)).toBe(0);
  });

  it('moves labels apart, in order, within bounds', () => {
    expect(spreadLabels([50, 52], 10, 0, 100)).toEqual([50, 60]);
    const [top, bottom] = spreadLabels([95, 99], 10, 0, 100);
    expect(bottom).toBeLessThanOrEqual(100);
    expect(bottom - top).toBeGreaterThanOrEqual(10);
  });
});
