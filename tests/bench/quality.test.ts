/** How long a run takes to reach another's end, by example. */

import { expect, it } from 'vitest';
import { meanShare, shareToReach } from './quality-figures.ts';

const RUNS = [
  { share: 1, bitsPerByte: 0.4 },
  { share: 0.25, bitsPerByte: 0.6 },
  { share: 0.5, bitsPerByte: 0.5 },
];

it('lies on a straight line over the logarithm of time', () => {
  expect(shareToReach(0.5, RUNS)).toBeCloseTo(0.5);
  expect(shareToReach(0.45, RUNS)).toBeCloseTo(Math.SQRT1_2);
});

it('is no less than the shortest run, and more than all of the time where even the longest ends higher', () => {
  expect(shareToReach(0.7, RUNS)).toBe(0.25);
  expect(shareToReach(0.3, RUNS)).toBeCloseTo(2);
});

it('is averaged as ratios are, with an interval around it', () => {
  const { ratio, low, high } = meanShare([0.25, 1]);
  expect(ratio).toBeCloseTo(0.5);
  expect(low).toBeLessThan(0.25);
  expect(high).toBeGreaterThan(1);
  const alone = meanShare([0.3]);
  expect(alone.ratio).toBeCloseTo(0.3);
  expect(alone.high).toBe(alone.low);
});
