/** Starts the referee's thread: teaches Node to read TypeScript there, which `--import tsx` does not do in threads of Node 20. */

import { register } from 'tsx/esm/api';

register();

export const {
  market,
  text,
  layProbe,
  measure,
  prepare,
  prepareTuning,
  samplePairs,
  prepareAlign,
  score,
  scoreTuning,
  scoreAlign,
  lend,
  compress,
  arena,
  final,
  forget,
} = await import('./worker.ts');
