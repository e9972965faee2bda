/** The gallery's job: what guidance does to a lab's own pictures. */

import type { JobTable } from '../job-table.ts';
import { painterTask } from '../painters.ts';

export const galleryJobs = {
  async tryOut(context, { teamId }) {
    const { task } = await painterTask(context, teamId);
    context.tell({ type: 'referee/guided', teamId, tried: await context.ask('tryOut', task) });
  },
} satisfies Partial<JobTable>;
