/** The debrief's job: the sealed test. */

import { lastStageOf } from '../../../shared/game/last-stage.ts';
import type { JobTable } from '../job-table.ts';

export const debriefJobs = {
  async final({ ask, key, model, team: teamOf, tell, weights: weightsOf }, { teamId }) {
    const team = teamOf(teamId);
    const { pretrain, 'fine-tune': tuning, align } = team.now;
    const { config, tokenizer } = model(teamId);
    const weights = weightsOf(teamId, 'pretrain', pretrain.run?.version ?? 0);
    const last = lastStageOf(team);
    const tuned = last === 'pretrain' ? null : tuning.run;
    const tunedWeights = tuned && tuned.roundsDone > 0 ? weightsOf(teamId, 'fine-tune', tuned.version) : null;
    const alignedWeights =
      align.run && last === 'align' ? weightsOf(teamId, 'align', align.run.version) : null;
    const { lastYear } = model(teamId);
    const taken = { config, tokenizer, weights, tunedWeights, alignedWeights, lastYear };
    const found = await ask('final', { ...key, ...taken });
    const samples = { ...found.samples, untrained: pretrain.prepared?.untrainedSamples ?? [] };
    tell({ type: 'referee/final', teamId, results: { ...found, samples } });
  },
} satisfies Partial<JobTable>;
