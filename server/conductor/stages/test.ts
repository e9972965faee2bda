/** The test stage's jobs: what a lab would ship, measured beside the model in use, and rivals' probes of it. */

import { candidateOf, currentOf } from '../../../shared/game/last-stage.ts';
import type { TrainingStage } from '../../../shared/game/match.ts';
import { normalizedShares } from '../../../shared/game/stages/data/plan.ts';
import { waitingProbes } from '../../../shared/game/stages/test/probes.ts';
import { lastOf, weightsIn } from '../last-model.ts';
import type { JobTable } from '../job-table.ts';

const mannerOf = (stage: TrainingStage): 'chat' | 'plain' => (stage === 'pretrain' ? 'plain' : 'chat');

export const testJobs = {
  async examine({ ask, key, model, team: teamOf, tell, weights }, { teamId }) {
    const team = teamOf(teamId);
    const { config, tokenizer } = model(teamId);
    const floatsOf = (stage: TrainingStage): Float32Array =>
      weights(teamId, stage, weightsIn(team, stage).version);
    const [candidate, current] = [candidateOf(team), currentOf(team)];
    const { plan } = team.now.data;
    const found = await ask('examine', {
      ...key,
      config,
      tokenizer,
      weights: floatsOf(candidate),
      manner: mannerOf(candidate),
      current: current && { weights: floatsOf(current), manner: mannerOf(current) },
      kinds: plan ? normalizedShares(plan).map(({ kind }) => kind) : [],
    });
    tell({ type: 'referee/examined', teamId, ...found });
  },

  async probe({ ask, key, match, model, team: teamOf, tell, weights }, { teamId }) {
    const { config, tokenizer } = model(teamId);
    const { stage, version } = lastOf(teamOf(teamId));
    const outcomes = await ask('probe', {
      ...key,
      config,
      tokenizer,
      weights: weights(teamId, stage, version),
      manner: mannerOf(stage),
      probes: waitingProbes(match, teamId).map(({ id, goal, text }) => ({ id, goal, text })),
    });
    tell({ type: 'referee/probed', outcomes });
  },
} satisfies Partial<JobTable>;
