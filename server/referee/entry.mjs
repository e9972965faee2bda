/** Starts the referee's thread: teaches Node to read TypeScript there, which `--import tsx` does not do in threads of Node 20. */

import { setFlagsFromString } from 'node:v8';
import { register } from 'tsx/esm/api';

register();

// Node 20 has relaxed SIMD behind this flag; it must be set before the first kernel is compiled.
setFlagsFromString('--experimental-wasm-relaxed-simd');

const worker = await import('./worker.ts');
const { handingOver } = await import('./hand-over.ts');

/** Does one of the tasks. No array of an answer is used in the thread once it is done. */
export const perform = handingOver(worker.perform);
