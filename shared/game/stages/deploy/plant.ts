/** The plant that a lab's plan makes of its replicas, what it costs, and how long the town's hour is by their speed. */

import type { Spike } from '../../../serving/arrivals.ts';
import { BUSY_WATTS, machineBill, powerCents, RENT_CENTS, type Bill } from '../../../serving/bill.ts';
import type { Plant, Simulated } from '../../../serving/simulate.ts';
import { batchMillis, type ReplicaSpeed, type RequestSize } from '../../../serving/speed.ts';
import type { DeployPlan, ShelfName } from './state.ts';
import { DEFAULT_SERVING_PLAN, type Replicas } from '../../../serving/serving-plan.ts';

/** Requests that a replica answers side by side unless its lab chooses otherwise: all other figures of the town go by it. */
export const BATCH = DEFAULT_SERVING_PLAN.batch;
/** So many usual batches may wait for each replica that a lab rents at most. */
const WAITING_BATCHES = 8;

export const MACHINES: Readonly<Record<Replicas, { least: number; most: number }>> = {
  one: { least: 1, most: 1 },
  two: { least: 2, most: 2 },
  four: { least: 4, most: 4 },
  auto: { least: 1, most: 4 },
};

/** A machine needs as long to start as so many usual batches take. */
const BOOT_BATCHES = 20;

/** An hour in which as many requests come as this share of what one replica of a usual lab can answer. */
const USUAL_LOAD = 0.7;
/** Requests of an hour, for each lab in town. */
export const REQUESTS_PER_LAB = 400;
/** In the middle third of an hour with a spike so many times as many come. */
export const SPIKE_TIMES = 4;

/** What the paper wants for each question that is looked up in it. */
export const LOOK_UP_CENTS: Readonly<Record<ShelfName, number>> = {
  none: 0,
  book: 0,
  paper: 0.3,
  gossip: 0,
};

/** A request as most are. */
export const USUAL: RequestSize = { promptTokens: 12, answerTokens: 9 };

/** How long a full batch of usual requests takes. */
export function usualBatchMs(speed: ReplicaSpeed): number {
  const { prefillMs, decodeMs } = batchMillis(
    speed,
    Array.from({ length: BATCH }, () => USUAL),
  );
  return prefillMs + decodeMs;
}

/** How long the town's hour is, in the machines' milliseconds: so that a usual lab's share keeps one replica as busy as it should be. */
export function hourMillis(speeds: readonly ReplicaSpeed[]): number {
  const batchMs = speeds.reduce((sum, speed) => sum + usualBatchMs(speed), 0) / speeds.length;
  return (REQUESTS_PER_LAB * batchMs) / (BATCH * USUAL_LOAD);
}

export function spikeIn(hourMs: number): Spike {
  return { fromMs: hourMs / 3, toMs: (2 * hourMs) / 3, times: SPIKE_TIMES };
}

export function plantOf(
  { replicas, batch, balancing, cache }: Pick<DeployPlan, 'replicas' | 'batch' | 'balancing' | 'cache'>,
  speed: ReplicaSpeed,
  kept: Iterable<string>,
): Plant {
  const { least, most } = MACHINES[replicas];
  return {
    speed,
    replicas: { least, most, bootMs: BOOT_BATCHES * usualBatchMs(speed) },
    batch,
    balancing,
    queueLimit: WAITING_BATCHES * BATCH * most,
    cache: cache ? new Set(kept) : null,
  };
}

/** The bill of an hour on the lab's machines: each has memory for the weights, and for as many requests as it answers at once. */
export function billOf(
  { ownership, replicas, batch }: Pick<DeployPlan, 'ownership' | 'replicas' | 'batch'>,
  simulated: Simulated,
  hourMs: number,
  { bytes, requestBytes }: { bytes: number; requestBytes: number },
): Bill {
  const { most } = MACHINES[replicas];
  return machineBill(simulated, hourMs, { ownership, most, memoryBytes: bytes + batch * requestBytes });
}

/** To learn from a token takes as much work as to read three: once forward, twice back (Kaplan et al., 2020). */
const LEARNING_TIMES = 3;

/** What it would cost to learn from so many tokens on machines that read as fast as this one and never wait, in cents. */
export function trainingCents(tokens: number, speed: ReplicaSpeed, hourMs: number): number {
  const tokensPerHour = (hourMs / usualBatchMs(speed)) * BATCH * (USUAL.promptTokens + USUAL.answerTokens);
  const hourCents = RENT_CENTS + powerCents(BUSY_WATTS);
  return (LEARNING_TIMES * tokens * hourCents) / tokensPerHour;
}
