/** The referee in threads of Node, so that the room never waits for it. */

import { setMaxListeners } from 'node:events';
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

/** One thread is enough: it is the training devices that work, and texts are kept per thread. */
export function createReferee({ threads = 1 }: { threads?: number } = {}): RefereeThreads {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./entry.mjs', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    atomics: 'disabled',
    niceIncrement: REFEREE_NICENESS,
  });
  const queue = new FairQueue<Ticket>();
  const closing = new AbortController();
  let running = 0;

  /* A thread that dies takes its task with it, which is told of that; the pool starts another. */
  pool.on('error', (error: unknown) => {
    if (!closing.signal.aborted) logError('A thread of the referee died', error);
  });

  /** Gives the pool no more than it has threads for, since its own queue knows nothing of matches. */
  function serve(): void {
    while (running < threads && !closing.signal.aborted) {
      const turn = queue.next();
      if (!turn) return;
      const { matchId, task } = turn;
      const startMs = performance.now();
      running += 1;
      const outcome: Promise<unknown> = pool
        .run({ name: task.name, input: task.input }, { name: 'perform' })
        .finally(() => {
          running -= 1;
          queue.charge(matchId, performance.now() - startMs);
          serve();
        });
      task.settle(outcome);
    }
  }

  return {
    forMatch(matchId, { signal, isUrgent }) {
      const over = AbortSignal.any([signal, closing.signal]);
      /* One for every task that waits. */
      setMaxListeners(0, over);
      over.addEventListener('abort', () => {
        queue.drop(matchId);
        if (closing.signal.aborted) return;
        /* All threads but one know nothing of it; with one, this is the one. */
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
      });
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
      await pool.destroy();
    },
  };
}
