/** The worker's entry: a studio of the world whose seed is the worker's name, reachable through comlink. */

import { expose } from 'comlink';
import { Studio } from './studio.ts';

expose(new Studio(Number(self.name)));
