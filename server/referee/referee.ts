/** The referee in threads of Node, so that the room never waits for it. */

import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { logError } from '../log.ts';
import { FairQueue } from './fair-queue.ts';
import type { Referee } from './port.ts';
import type { MatchKey } from './tasks.ts';
import type { RefereeTasks } from './worker.ts';

interface RefereeThreads extends Referee {
  close(): Promise<void>;
}

/**
 * How much more willingly than the room's thread the referee's gives way where cores are few, in steps of `nice`. Only Linux
 * has a priority for each thread; elsewhere the whole server would give way.
 */
const REFEREE_NICENESS = process.platform === 'linux' ? 10 : 0;

interface Ticket {
  name: keyof RefereeTasks;
  input: MatchKey | { matchId: string };
  settle: (outcome: Promise<unknown>) => void;
}

/** Two cores leave one to the referee, more leave all but one: it is the training devices that work, so four are plenty. */
export const USUAL_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));

/**
 * Each match has its thread, where its texts are kept; a new one gets the thread that has the fewest. They start after `begin`: a
 * server that brings matches back needs its cores for that first, and what they ask for meanwhile waits.
 */
export function createReferee({
  threads = USUAL_THREADS,
  begin = Promise.resolve(),
}: { threads?: number; begin?: Promise<void> } = {}): RefereeThreads {
  const all = Array.from({ length: threads }, () => ({ thread: createThread(begin), matches: 0 }));
  return {
    forMatch(matchId, options) {
      const fewest = all.reduce((best, each) => (each.matches < best.matches ? each : best));
      fewest.matches += 1;
      options.signal.addEventListener('abort', () => (fewest.matches -= 1), { once: true });
      return fewest.thread.forMatch(matchId, options);
    },
    async close() {
      await Promise.all(all.map(({ thread }) => thread.close()));
    },
  };
}

/** One thread, and the queue before it. */
function createThread(begin: Promise<void>): RefereeThreads {
  const queue = new FairQueue<Ticket>();
  const closing = new AbortController();
  let pool: Piscina | null = null;
  let isBusy = false;

  function start(): void {
    if (closing.signal.aborted) return;
    pool = new Piscina({
      filename: fileURLToPath(new URL('./entry.mjs', import.meta.url)),
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      atomics: 'disabled',
      niceIncrement: REFEREE_NICENESS,
    });
    /* A thread that dies takes its task with it, which is told of that; the pool starts another. */
    pool.on('error', (error: unknown) => {
      if (!closing.signal.aborted) logError('A thread of the referee died', error);
    });
    serve();
  }
  void begin.then(start);

  /** Gives the pool one task at a time, since its own queue knows nothing of matches. */
  function serve(): void {
    const turn = !pool || isBusy || closing.signal.aborted ? null : queue.next();
    if (!pool || !turn) return;
    const { matchId, task } = turn;
    const startMs = performance.now();
    isBusy = true;
    const outcome: Promise<unknown> = pool
      .run({ name: task.name, input: task.input }, { name: 'perform' })
      .finally(() => {
        isBusy = false;
        queue.charge(matchId, performance.now() - startMs);
        serve();
      });
    task.settle(outcome);
  }

  return {
    forMatch(matchId, { signal, isUrgent }) {
      const over = AbortSignal.any([signal, closing.signal]);
      /* One for every task that waits. */
      setMaxListeners(0, over);
      const forget = (): void => {
        queue.drop(matchId);
        if (closing.signal.aborted) return;
        const settle = (outcome: Promise<unknown>): void => {
          outcome.then(
            () => queue.drop(matchId),
            (error: unknown) => {
              if (!closing.signal.aborted) logError('The referee could not forget a match', error);
            },
          );
        };
        queue.add(matchId, { name: 'forget', input: { matchId }, settle }, () => true);
        serve();
      };
      /* Before Node 24 a signal made of others is kept for ever, with all that its listeners and its reason know, while it has any. */
      over.addEventListener('abort', forget, { once: true });
      return {
        run: (name, input) =>
          new Promise((resolve, reject) => {
            const giveUp = (): void => reject(over.reason as Error);
            if (over.aborted) return giveUp();
            over.addEventListener('abort', giveUp, { once: true });
            const settle = (outcome: Promise<unknown>): void => {
              outcome
                .then((output) => resolve(output as RefereeTasks[typeof name]['output']), reject)
                .finally(() => over.removeEventListener('abort', giveUp));
            };
            queue.add(matchId, { name, input, settle }, isUrgent);
            serve();
          }),
      };
    },
    async close() {
      closing.abort(new Error('the referee is closed'));
      await pool?.destroy();
    },
  };
}
