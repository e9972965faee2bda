/** The worker's entry: a painter, reachable through comlink. */

import { expose } from 'comlink';
import { LabPainter } from './lab-painter.ts';

expose(new LabPainter());
