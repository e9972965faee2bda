/** Runs parity-page.ts in a worker, where the game runs the engine. */

import { expose } from 'comlink';
import { runParity } from './parity-page.ts';

const parity = { runParity };
export type ParityWorker = typeof parity;

expose(parity);
