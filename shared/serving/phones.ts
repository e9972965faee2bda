/** A model on the citizens' own devices (edge): nobody waits for a machine, and each answer takes as long as its device needs. */

import { batchMillis, type ReplicaSpeed } from './speed.ts';
import type { Arrival, Served, Simulated } from './simulate.ts';

interface PhoneArrival extends Arrival {
  /** How many times as long as the machine that was timed this device takes. */
  slowness: number;
}

/**
 * How many times as slow as the machine each device is, slowest last: both ran the same benchmark. Devices that can't train were
 * not measured; where there is no other, one of usual speed is assumed.
 */
export function slownessOf(
  devices: readonly number[],
  machineTokensPerSecond: number,
  assumedTokensPerSecond: number,
): number[] {
  const able = devices.filter((tokensPerSecond) => tokensPerSecond > 0);
  return (able.length > 0 ? able : [assumedTokensPerSecond])
    .map((tokensPerSecond) => machineTokensPerSecond / tokensPerSecond)
    .toSorted((a, b) => a - b);
}

/** Whoever would have to wait longer for the answer than they have patience gives up. */
export function answerOnPhones(arrivals: readonly PhoneArrival[], speed: ReplicaSpeed): Simulated {
  let [tokens, endMs] = [0, 0];
  const served = arrivals.map((arrival): Served => {
    const { prefillMs, decodeMs } = batchMillis(speed, [arrival]);
    const { atMs, patienceMs, slowness, promptTokens, answerTokens } = arrival;
    const took = slowness * (prefillMs + decodeMs);
    if (took > patienceMs)
      return { outcome: 'gave-up', waitMs: patienceMs, prefillMs: 0, decodeMs: 0, batch: 0 };
    tokens += promptTokens + answerTokens;
    endMs = Math.max(endMs, atMs + took);
    return {
      outcome: 'answered',
      waitMs: 0,
      prefillMs: slowness * prefillMs,
      decodeMs: slowness * decodeMs,
      batch: 1,
    };
  });
  return { served, paidMs: 0, busyMs: 0, tokens, mostReplicas: 0, endMs };
}
