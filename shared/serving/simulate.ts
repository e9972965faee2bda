/**
 * A discrete-event simulation of a model behind a gateway: rate limit, answer cache, queues, and replicas that answer in batches.
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

/** Where requests wait: in one queue for all replicas, or in one for each, which they get in turn or for being the shortest. */
export const BALANCINGS = ['shared', 'turns', 'shortest'] as const;
export type Balancing = (typeof BALANCINGS)[number];

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
  balancing: Balancing;
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

/** The requests before `head` wait no more. */
interface Queue {
  requests: number[];
  head: number;
}

interface Replica {
  /** Of its own, or that of all. */
  queue: Queue;
  /** When it has time for a batch: while it boots or works, the end of that. */
  freeAtMs: number;
  isBusy: boolean;
  startedAtMs: number;
}

const NOTHING: Omit<Served, 'outcome' | 'waitMs'> = { prefillMs: 0, decodeMs: 0, batch: 0 };

/** Runs until the last request is answered or gone, and for so long at least; `arrivals` are sorted by their time. */
export function simulateServing(arrivals: readonly Arrival[], plant: Plant, durationMs = 0): Simulated {
  const { speed, replicas: scale, balancing, queueLimit } = plant;
  const served: Served[] = [];
  const kept = plant.cache && new Set(plant.cache);
  const shared: Queue = { requests: [], head: 0 };
  const newReplica = (startedAtMs: number, bootMs: number): Replica => ({
    queue: balancing === 'shared' ? shared : { requests: [], head: 0 },
    freeAtMs: startedAtMs + bootMs,
    isBusy: false,
    startedAtMs,
  });
  const running: Replica[] = Array.from({ length: scale.least }, () => newReplica(0, 0));
  const working = new Map<Replica, number[]>();
  let [paidMs, busyMs, tokens, mostReplicas, nowMs] = [0, 0, 0, running.length, 0];
  let [waiting, turn] = [0, 0];

  const isIdle = ({ isBusy, freeAtMs }: Replica): boolean => !isBusy && freeAtMs <= nowMs;
  /** It does not start any more. */
  const isReady = (replica: Replica): boolean => replica.isBusy || isIdle(replica);

  /** The next requests that have not given up meanwhile. */
  function takeBatch({ queue }: Replica): number[] {
    const batch: number[] = [];
    while (queue.head < queue.requests.length && batch.length < plant.batch) {
      const index = queue.requests[queue.head++];
      waiting--;
      const { atMs, patienceMs } = arrivals[index];
      if (nowMs - atMs <= patienceMs) batch.push(index);
      else served[index] = { ...NOTHING, outcome: 'gave-up', waitMs: patienceMs };
    }
    return batch;
  }

  function begin(replica: Replica): void {
    const batch = takeBatch(replica);
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
    const hasWorked = replica.isBusy;
    for (const index of working.get(replica) ?? []) kept?.add(arrivals[index].key);
    working.delete(replica);
    replica.isBusy = false;
    begin(replica);
    /* One that has just started has nothing in a queue of its own yet. */
    const isDone = !replica.isBusy && (hasWorked || balancing === 'shared');
    const isSpare = running.length > scale.least && running.filter(isReady).length > scale.least;
    if (isDone && isSpare) stop(replica);
  }

  function startMore(): void {
    const wanted = Math.floor(waiting / (BATCHES_PER_REPLICA * plant.batch));
    const booting = running.filter(({ isBusy, freeAtMs }) => !isBusy && freeAtMs > nowMs).length;
    if (running.length >= scale.most || booting >= wanted) return;
    running.push(newReplica(nowMs, scale.bootMs));
    mostReplicas = Math.max(mostReplicas, running.length);
  }

  const lengthOf = (replica: Replica): number =>
    replica.queue.requests.length - replica.queue.head + (working.get(replica)?.length ?? 0);

  /** Whose queue a request gets into: none that still starts. */
  function pick(): Replica {
    if (balancing === 'shared') return running.find(isIdle) ?? running[0];
    const ready = running.filter(isReady);
    if (balancing === 'turns') return ready[turn++ % ready.length];
    return ready.reduce((best, one) => (lengthOf(one) < lengthOf(best) ? one : best));
  }

  function arrive(index: number): void {
    if (kept?.has(arrivals[index].key)) {
      served[index] = { ...NOTHING, outcome: 'cached', waitMs: 0 };
      return;
    }
    if (waiting >= queueLimit) {
      served[index] = { ...NOTHING, outcome: 'turned-away', waitMs: 0 };
      return;
    }
    const replica = pick();
    replica.queue.requests.push(index);
    waiting++;
    if (isIdle(replica)) begin(replica);
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
