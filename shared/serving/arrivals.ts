/** When requests come in: by chance, at a rate that may rise for a while. */

import type { Random } from '../random.ts';

/** A part of the time in which so many times as many requests come as usual. */
export interface Spike {
  fromMs: number;
  toMs: number;
  times: number;
}

/** The time until the next event of a kind that comes at this rate, memoryless: exponentially distributed. */
export function exponential(random: Random, perMs: number): number {
  return -Math.log(1 - random.next()) / perMs;
}

/** Times in [0, durationMs), sorted: a Poisson process at `perMs`, faster in a spike. */
export function arrivalTimes(
  random: Random,
  perMs: number,
  durationMs: number,
  spike: Spike | null = null,
): number[] {
  const times: number[] = [];
  const fastest = perMs * Math.max(1, spike?.times ?? 1);
  for (let at = exponential(random, fastest); at < durationMs; at += exponential(random, fastest)) {
    const rate = spike && at >= spike.fromMs && at < spike.toMs ? perMs * spike.times : perMs;
    /* Drawn at the fastest rate and thinned out (Lewis and Shedler, 1979). */
    if (random.next() * fastest < rate) times.push(at);
  }
  return times;
}
