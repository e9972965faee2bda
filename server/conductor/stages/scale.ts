/** The scale stage's jobs: probe runs. */

import type { JobTable } from '../job-table.ts';

export const scaleJobs = {
  layProbe: ({ probes }, { teamId, probeId }) => probes.lay(teamId, probeId),
  measureProbe: ({ probes }, { teamId, probeId }) => probes.measure(teamId, probeId),
} satisfies Partial<JobTable>;
