/** Ticks and labels of the charts. */

import { describe, expect, it } from 'vitest';
import { doublingTicks, logPosition, levelTicks, spreadLabels } from './chart-scale.ts';

describe('chart scales', () => {
  it('halves from the end, so that each step doubles', () => {
    expect(doublingTicks(100, 1600, 4)).toEqual([200, 400, 800, 1600]);
    expect(doublingTicks(900, 1600, 4)).toEqual([1600]);
    expect(doublingTicks(100, 1600, 4, 2.1)).toEqual([100, 400, 1600]);
  });

  it('draws levels that a person would', () => {
    expect(levelTicks(0.9, 3.8)).toEqual([1, 1.5, 2, 3]);
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
