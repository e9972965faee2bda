/**
 * A discrete-event simulation of a model behind a gateway: rate limit, answer cache, one queue, and replicas that answer in batches.
 * Nothing in it is a model: how long things take was measured, and when requests come is given.
 */

import { batchMillis, type ReplicaSpeed, type RequestSize } from './speed.ts';

export interface Arrival extends RequestSize {
  atMs: number;
  /** Whoever has waited so long in the queue gives up. */
  patienceMs: number;
  /** Equal requests have equal keys: what the answer cache goes by. */
  key: string;
}

export interface Plant {
  speed: ReplicaSpeed;
  replicas: {
    least: number;
    /** More than the least are started when the queue is long, and stopped when they have nothing to do. */
    most: number;
    /** Until a replica that was started can work; it is paid for meanwhile. */
    bootMs: number;
  };
  /** Requests that a replica works on side by side. All of a batch are answered when the last one is. */
  batch: number;
  /** Requests that may wait; others are turned away at the gateway. */
  queueLimit: number;
  /** Keys whose answers are kept, and grow by those that are answered; null where none are kept. */
  cache: ReadonlySet<string> | null;
}

export type Outcome = 'answered' | 'cached' | 'turned-away' | 'gave-up';

export interface Served {
  outcome: Outcome;
  /** In the queue. */
  waitMs: number;
  /** Of the batch that it was in. */
  prefillMs: number;
  decodeMs: number;
  /** Requests in that batch. */
  batch: number;
}

export interface Simulated {
  /** For each arrival, in their order. */
  served: Served[];
  /** Of all replicas: time that is paid for, and time in which they worked. */
  paidMs: number;
  busyMs: number;
  /** Tokens read and written. */
  tokens: number;
  /** Most replicas at a time. */
  mostReplicas: number;
  endMs: number;
}

/** A replica beyond the least is started for every so many batches that wait. */
const BATCHES_PER_REPLICA = 2;

interface Replica {
  /** When it has time for a batch: while it boots or works, the end of that. */
  freeAtMs: number;
  isBusy: boolean;
  startedAtMs: number;
}

const NOTHING: Omit<Served, 'outcome' | 'waitMs'> = { prefillMs: 0, decodeMs: 0, batch: 0 };

/** Runs until the last request is answered or gone, and for so long at least; `arrivals` are sorted by their time. */
export function simulateServing(arrivals: readonly Arrival[], plant: Plant, durationMs = 0): Simulated {
  const { speed, replicas: scale, queueLimit } = plant;
  const served: Served[] = [];
  const kept = plant.cache && new Set(plant.cache);
  const queue: number[] = [];
  let head = 0;
  const running: Replica[] = Array.from({ length: scale.least }, () => ({
    freeAtMs: 0,
    isBusy: false,
    startedAtMs: 0,
  }));
  const working = new Map<Replica, number[]>();
  let [paidMs, busyMs, tokens, mostReplicas, nowMs] = [0, 0, 0, running.length, 0];

  /** The next requests that have not given up meanwhile. */
  function takeBatch(): number[] {
    const batch: number[] = [];
    while (head < queue.length && batch.length < plant.batch) {
      const index = queue[head++];
      const { atMs, patienceMs } = arrivals[index];
      if (nowMs - atMs <= patienceMs) batch.push(index);
      else served[index] = { ...NOTHING, outcome: 'gave-up', waitMs: patienceMs };
    }
    return batch;
  }

  function begin(replica: Replica): void {
    const batch = takeBatch();
    if (batch.length === 0) return;
    const sizes = batch.map((index) => arrivals[index]);
    const { prefillMs, decodeMs } = batchMillis(speed, sizes);
    for (const index of batch)
      served[index] = {
        outcome: 'answered',
        waitMs: nowMs - arrivals[index].atMs,
        prefillMs,
        decodeMs,
        batch: batch.length,
      };
    for (const { promptTokens, answerTokens } of sizes) tokens += promptTokens + answerTokens;
    busyMs += prefillMs + decodeMs;
    replica.isBusy = true;
    replica.freeAtMs = nowMs + prefillMs + decodeMs;
    working.set(replica, batch);
  }

  function stop(replica: Replica): void {
    paidMs += nowMs - replica.startedAtMs;
    running.splice(running.indexOf(replica), 1);
  }

  function finish(replica: Replica): void {
    for (const index of working.get(replica) ?? []) kept?.add(arrivals[index].key);
    working.delete(replica);
    replica.isBusy = false;
    begin(replica);
    if (!replica.isBusy && running.length > scale.least) stop(replica);
  }

  function startMore(): void {
    const wanted = Math.floor((queue.length - head) / (BATCHES_PER_REPLICA * plant.batch));
    const booting = running.filter(({ isBusy, freeAtMs }) => !isBusy && freeAtMs > nowMs).length;
    if (running.length >= scale.most || booting >= wanted) return;
    running.push({ freeAtMs: nowMs + scale.bootMs, isBusy: false, startedAtMs: nowMs });
    mostReplicas = Math.max(mostReplicas, running.length);
  }

  function arrive(index: number): void {
    if (kept?.has(arrivals[index].key)) {
      served[index] = { ...NOTHING, outcome: 'cached', waitMs: 0 };
      return;
    }
    if (queue.length - head >= queueLimit) {
      served[index] = { ...NOTHING, outcome: 'turned-away', waitMs: 0 };
      return;
    }
    queue.push(index);
    const idle = running.find(({ isBusy, freeAtMs }) => !isBusy && freeAtMs <= nowMs);
    if (idle) begin(idle);
    else startMore();
  }

  /** The replica that is done with its batch, or with starting, before all others; idle ones wait for an arrival. */
  function nextDone(): Replica | null {
    let next: Replica | null = null;
    for (const replica of running) {
      const isComing = replica.isBusy || replica.freeAtMs > nowMs;
      if (isComing && (next === null || replica.freeAtMs < next.freeAtMs)) next = replica;
    }
    return next;
  }

  for (let arrived = 0; ;) {
    const done = nextDone();
    const arrival = arrived < arrivals.length ? arrivals[arrived] : null;
    if (!done && !arrival) break;
    if (done && (!arrival || done.freeAtMs <= arrival.atMs)) {
      nowMs = done.freeAtMs;
      finish(done);
    } else if (arrival) {
      nowMs = arrival.atMs;
      arrive(arrived++);
    }
  }
  nowMs = Math.max(nowMs, durationMs);
  for (const { startedAtMs } of running) paidMs += nowMs - startedAtMs;
  return { served, paidMs, busyMs, tokens, mostReplicas, endMs: nowMs };
}
