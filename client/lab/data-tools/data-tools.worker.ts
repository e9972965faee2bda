/** The worker that runs the data tools, apart from the engine's, so that neither waits for the other. */

import { expose } from 'comlink';
import { DataTools } from './data-tools.ts';

expose(new DataTools());
