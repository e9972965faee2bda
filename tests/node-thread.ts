/** Starts threads of the engine in Node, where tests and benchmarks run it. */

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SpawnThread } from '../shared/lm/executors/threads/team.ts';

/** Resolves when the thread waits for work; rejects with what its start threw. */
export const spawnNodeThread: SpawnThread = async (start) => {
  const worker = new Worker(new URL('./node-thread-entry.mjs', import.meta.url), { workerData: start });
  await once(worker, 'message');
  return { terminate: () => void worker.terminate() };
};
