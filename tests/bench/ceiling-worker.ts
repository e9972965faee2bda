/** Runs ceiling-page.ts in a worker, where the game runs the engine. */

import { expose } from 'comlink';
import { runCeiling } from './ceiling-page.ts';

const ceiling = { runCeiling };
export type CeilingWorker = typeof ceiling;

expose(ceiling);
