/** The shape of a table of jobs: for each kind, what does it. */

import type { Job } from '../../shared/game/jobs.ts';
import type { JobContext } from './context.ts';

type JobOfKind<Kind extends Job['kind']> = Job extends infer One
  ? One extends { kind: infer Kinds }
    ? Kind extends Kinds
      ? One
      : never
    : never
  : never;

export type JobTable = {
  [Kind in Job['kind']]: (context: JobContext, job: JobOfKind<Kind>) => Promise<void>;
};
