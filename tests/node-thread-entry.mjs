/** Starts a thread of the engine in Node: teaches it to read TypeScript, then serves until it is told to quit. */

import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

const { serve } = await import('../shared/lm/executors/threads/team.ts');
serve(workerData, () => parentPort.postMessage('ready'));
