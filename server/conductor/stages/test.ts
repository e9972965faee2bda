/** The test stage's jobs: what a lab would ship, measured beside the model in use, rivals' probes of it, and rows to harden it. */

import { countTargets } from '../../../shared/data/rows.ts';
import { candidateOf, currentOf } from '../../../shared/game/last-stage.ts';
import type { TrainingStage } from '../../../shared/game/match.ts';
import { normalizedShares } from '../../../shared/game/stages/data/plan.ts';
import { waitingOwnEvals } from '../../../shared/game/stages/test/own-evals.ts';
import { hitsOn, waitingProbes } from '../../../shared/game/stages/test/probes.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../../shared/game/stages/fine-tune/plan.ts';
import { HARDENING_ROWS, REPLAY_SHARE } from '../../../shared/game/stages/test/state.ts';
import { firstVersionOf } from '../../../shared/game/training/start.ts';
import { replayRows } from '../replay.ts';
import { lastOf, weightsIn } from '../last-model.ts';
import type { JobTable } from '../job-table.ts';

const mannerOf = (stage: TrainingStage): 'chat' | 'plain' => (stage === 'pretrain' ? 'plain' : 'chat');

export const testJobs = {
  async examine({ ask, key, match, model, team: teamOf, tell, weights }, { teamId }) {
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
      attacks: hitsOn(match, teamId).map(({ goal, text }) => ({ goal, text })),
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
    const isHardened = stage === 'test';
    tell({ type: 'referee/probed', outcomes: outcomes.map((found) => ({ ...found, isHardened })) });
  },

  async ownEvals({ ask, key, match, model, team: teamOf, tell, weights }, { teamId }) {
    const team = teamOf(teamId);
    const { config, tokenizer } = model(teamId);
    const candidate = candidateOf(team);
    const found = await ask('ownEvals', {
      ...key,
      config,
      tokenizer,
      weights: weights(teamId, candidate, weightsIn(team, candidate).version),
      manner: mannerOf(candidate),
      evals: waitingOwnEvals(match, team).map(({ id, prompts, rule }) => ({ id, prompts, rule })),
    });
    tell({ type: 'referee/own-evals', teamId, found });
  },

  async harden(context, { teamId }) {
    const { ask, key, model, models, team: teamOf, tell, weights } = context;
    const team = teamOf(teamId);
    const { config, tokenizer } = model(teamId);
    const base = weightsIn(team, candidateOf(team));
    const rows = await ask('prepareHardening', {
      ...key,
      config,
      tokenizer,
      weights: weights(teamId, base.stage, base.version),
      plan: team.now['fine-tune'].plan ?? DEFAULT_FINE_TUNE_PLAN,
      replay: replayRows(context, teamId, REPLAY_SHARE * HARDENING_ROWS),
      goals: team.now.test.hardening ?? [],
    });
    if (!teamOf(teamId).now.test.hardening) return;
    models.prepareMore(teamId, 'test', rows, base, firstVersionOf(team, 'test'));
    const run = { rowsTotal: rows.count, tokensTotal: countTargets(rows) };
    tell({ type: 'round/run', teamId, stage: 'test', ...run });
  },
} satisfies Partial<JobTable>;
