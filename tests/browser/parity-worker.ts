/** Runs parity-page.ts in a worker, where the game runs the engine. */

import { expose } from 'comlink';
import { runParity, type ParityWorker } from './parity-page.ts';

const parity: ParityWorker = { runParity };

expose(parity);
