/** Starts a thread of the engine in a browser: a worker that blocks until there is work. */

import type { EngineThread, ThreadStart } from './team.ts';

/** Loading a worker's code takes so long at most; a page whose worker headers are missing never loads it. */
const START_PATIENCE_MILLIS = 8000;

/** Resolves when the thread waits for work. Throws an Error where there are no workers or this one does not start. */
export function spawnWebThread(start: ThreadStart): Promise<EngineThread> {
  if (typeof Worker === 'undefined') return Promise.reject(new Error('there are no workers here'));
  const worker = new Worker(new URL('./thread.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => (): void => {
      worker.terminate();
      reject(new Error(reason));
    };
    const timer = setTimeout(fail('a worker did not start in time'), START_PATIENCE_MILLIS);
    worker.addEventListener('error', fail('a worker did not start'), { once: true });
    worker.addEventListener(
      'message',
      () => {
        clearTimeout(timer);
        resolve(worker);
      },
      { once: true },
    );
    worker.postMessage(start);
  });
}
