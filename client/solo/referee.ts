/** The referee of a match in the page: its tasks, one after the other, wherever they are done. */

import type { Referee, RunTask } from '../../server/referee/port.ts';
import type { AnyTask } from '../../server/referee/worker.ts';
import type { InTurn } from './turns.ts';

/**
 * Tasks come one at a time, since they share models and texts; `inTurn` lets other work of the device have its turn between
 * them. What `perform` answers is its caller's own.
 */
export function refereeOf(perform: (task: AnyTask) => Promise<unknown>, inTurn: InTurn): Referee {
  let last: Promise<unknown> = Promise.resolve();
  return {
    forMatch: (_matchId, { signal }) => ({
      /* Each name has the input and the answer of its own task, which the types can't follow through a message. */
      run: ((name, input) => {
        const task = last.then(() => {
          signal.throwIfAborted();
          return inTurn(() => perform({ name, input } as AnyTask));
        });
        last = task.catch(() => undefined);
        return untilOver(task, signal);
      }) as RunTask,
    }),
  };
}

/** What the work brings; rejects with the signal's reason when that comes first. */
function untilOver<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
