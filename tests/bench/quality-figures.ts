/** How much sooner a build reaches what another one ends with, from runs of several lengths. */

import { contrastOf } from '../levers/contrast.ts';

/** A run as long as this share of the whole time ended here. */
export interface RunEnd {
  share: number;
  bitsPerByte: number;
}

/**
 * The share of the whole time in which runs would end at `bitsPerByte`, on a straight line over the logarithm of time between the two
 * runs around it. Never less than the shortest run's share: nothing shorter was seen. Above 1 where even the longest ends higher.
 */
export function shareToReach(bitsPerByte: number, runs: readonly RunEnd[]): number {
  const sorted = runs.toSorted((a, b) => a.share - b.share);
  if (sorted[0].bitsPerByte <= bitsPerByte) return sorted[0].share;
  const found = sorted.findIndex((run) => run.bitsPerByte <= bitsPerByte);
  const after = found === -1 ? sorted.length - 1 : found;
  const [one, two] = [sorted[after - 1], sorted[after]];
  const perLog = (two.bitsPerByte - one.bitsPerByte) / Math.log(two.share / one.share);
  return one.share * Math.exp((bitsPerByte - one.bitsPerByte) / perLog);
}

/** The geometric mean of shares and its 95 % interval. */
export function meanShare(shares: readonly number[]): { ratio: number; low: number; high: number } {
  const zeros = shares.map(() => 0);
  const { difference, low, high } = contrastOf(['', ''], zeros, shares.map(Math.log));
  return { ratio: Math.exp(difference), low: Math.exp(low), high: Math.exp(high) };
}
