/** The plant that a lab's plan makes of its replicas, what it costs, and what the simulation says of it beforehand. */

import type { Random } from '../../../random.ts';
import { arrivalTimes, type Spike } from '../../../serving/arrivals.ts';
import { figuresOf, type ServingFigures } from '../../../serving/figures.ts';
import { simulateServing, type Plant, type Simulated } from '../../../serving/simulate.ts';
import { batchMillis, type ReplicaSpeed, type RequestSize } from '../../../serving/speed.ts';
import { WEIGHTS, drawCitizen } from './market.ts';
import type { DeployPlan, Replicas, ShelfName } from './state.ts';

/** Requests that a replica answers side by side. */
export const BATCH = 8;
/** So many batches may wait for each replica that a lab rents at most. */
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

/** Rent of a replica for an hour: for the machine, and for each 100 kB of memory that the model takes; and the power for an hour of work. */
const RENT_CENTS = 40;
const MEMORY_CENTS = 20;
const POWER_CENTS = 30;
const MEMORY_BYTES = 100_000;
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
  { replicas, cache }: Pick<DeployPlan, 'replicas' | 'cache'>,
  speed: ReplicaSpeed,
  kept: Iterable<string>,
): Plant {
  const { least, most } = MACHINES[replicas];
  return {
    speed,
    replicas: { least, most, bootMs: BOOT_BATCHES * usualBatchMs(speed) },
    batch: BATCH,
    queueLimit: WAITING_BATCHES * BATCH * most,
    cache: cache ? new Set(kept) : null,
  };
}

/** What the machines of an hour cost, in cents. */
export function machineCents({ paidMs, busyMs }: Simulated, hourMs: number, bytes: number): number {
  const rent = RENT_CENTS + (MEMORY_CENTS * bytes) / MEMORY_BYTES;
  return (rent * paidMs + POWER_CENTS * busyMs) / hourMs;
}

/** To learn from a token takes as much work as to read three: once forward, twice back (Kaplan et al., 2020). */
const LEARNING_TIMES = 3;

/** What it would cost to learn from so many tokens on machines that read as fast as this one and never wait, in cents. */
export function trainingCents(tokens: number, speed: ReplicaSpeed, hourMs: number): number {
  const tokensPerHour = (hourMs / usualBatchMs(speed)) * BATCH * (USUAL.promptTokens + USUAL.answerTokens);
  return (LEARNING_TIMES * tokens * (RENT_CENTS + POWER_CENTS)) / tokensPerHour;
}

export interface ServingForecast extends ServingFigures {
  costCents: number;
}

/** What a lab serves with: the speed of its own model, by which the town's hour goes, and that of the machine. */
export interface Serving {
  own: ReplicaSpeed;
  speed: ReplicaSpeed;
  bytes: number;
  /** What a request is worth on the machine; a usual one unless told. */
  size?: RequestSize;
}

/** What the simulation says of an hour with a lab's usual share of requests, before it comes; every question is asked for the first time. */
export function forecastHour(
  plan: Pick<DeployPlan, 'replicas'>,
  { own, speed, bytes, size = USUAL }: Serving,
  isSpike: boolean,
  random: Random,
): ServingForecast {
  const hourMs = hourMillis([own]);
  const times = arrivalTimes(random, REQUESTS_PER_LAB / hourMs, hourMs, isSpike ? spikeIn(hourMs) : null);
  const arrivals = times.map((atMs) => {
    const patienceMs = WEIGHTS[drawCitizen(random)].patience * usualBatchMs(own);
    return { atMs, ...size, patienceMs, key: '' };
  });
  const simulated = simulateServing(arrivals, plantOf({ ...plan, cache: false }, speed, []), hourMs);
  return { ...figuresOf(simulated), costCents: machineCents(simulated, hourMs, bytes) };
}
