/** The worker's entry: the engine, reachable through comlink. */

import { expose } from 'comlink';
import { LabEngine } from './lab-engine.ts';

expose(new LabEngine());
