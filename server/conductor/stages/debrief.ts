/** The debrief's job: the sealed test. */

import { keepsAligned } from '../../../shared/game/stages/align/preferences.ts';
import type { JobTable } from '../job-table.ts';

export const debriefJobs = {
  async final({ ask, key, model, team: teamOf, tell, weights: weightsOf }, { teamId }) {
    const team = teamOf(teamId);
    const { runs, prepared } = team;
    const { config, tokenizer } = model(teamId);
    const weights = weightsOf(teamId, 'pretrain', runs.pretrain?.version ?? 0);
    const tuned = runs['fine-tune'];
    const tunedWeights = tuned && tuned.roundsDone > 0 ? weightsOf(teamId, 'fine-tune', tuned.version) : null;
    const alignedWeights =
      runs.align && keepsAligned(team) ? weightsOf(teamId, 'align', runs.align.version) : null;
    const found = await ask('final', { ...key, config, tokenizer, weights, tunedWeights, alignedWeights });
    const samples = { ...found.samples, untrained: prepared?.untrainedSamples ?? [] };
    tell({ type: 'referee/final', teamId, results: { ...found, samples } });
  },
} satisfies Partial<JobTable>;
