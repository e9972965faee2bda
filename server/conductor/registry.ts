/** How each kind of job is done: what it asks of the referee, and which move the answer becomes. One part for each stage. */

import type { Job } from '../../shared/game/jobs.ts';
import type { JobContext } from './context.ts';
import { alignJobs } from './stages/align.ts';
import { arenaJobs } from './stages/arena.ts';
import { dataJobs } from './stages/data.ts';
import { debriefJobs } from './stages/debrief.ts';
import { deployJobs } from './stages/deploy.ts';
import { exhibitionJobs } from './stages/exhibition.ts';
import { fineTuneJobs } from './stages/fine-tune.ts';
import { galleryJobs } from './stages/gallery.ts';
import { paintJobs } from './stages/paint.ts';
import { picturesJobs } from './stages/pictures.ts';
import { pretrainJobs } from './stages/pretrain.ts';
import { scaleJobs } from './stages/scale.ts';
import { testJobs } from './stages/test.ts';
import type { JobTable } from './job-table.ts';

const JOBS: JobTable = {
  ...dataJobs,
  ...scaleJobs,
  ...pretrainJobs,
  ...fineTuneJobs,
  ...alignJobs,
  ...testJobs,
  ...deployJobs,
  ...arenaJobs,
  ...debriefJobs,
  ...picturesJobs,
  ...paintJobs,
  ...galleryJobs,
  ...exhibitionJobs,
};

/** Does a job. Rejects when it could not be done. */
export async function doJob(context: JobContext, job: Job): Promise<void> {
  /* Each kind has the doer of its own kind, which the types can't follow through a look-up. */
  const perform = JOBS[job.kind] as (context: JobContext, job: Job) => Promise<void>;
  await perform(context, job);
}
