/** The data stage's job: the team's text. */

import { settledLabels } from '../../../shared/game/stages/data/labels.ts';
import type { JobTable } from '../job-table.ts';

export const dataJobs = {
  /** Cleans the team's text and learns its tokenizer, so that probes can begin and the big run finds it ready. */
  async text({ ask, key, team, tell }, { teamId }) {
    const { plan, labels } = team(teamId).now.data;
    if (!plan) throw new Error(`${teamId} has bought nothing`);
    const text = await ask('text', { ...key, data: plan, labels: settledLabels(labels) });
    tell({ type: 'referee/text', teamId, text });
  },
} satisfies Partial<JobTable>;
