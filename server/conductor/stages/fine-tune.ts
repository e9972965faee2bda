/** The fine-tune stage's jobs: rows of the lessons, and answers beside those of the model it began as. */

import { countTargets } from '../../../shared/data/rows.ts';
import { FINE_TUNING_ROWS } from '../../../shared/lm/sft.ts';
import { firstVersionOf } from '../../../shared/game/training/start.ts';
import { replayRows } from '../replay.ts';
import { judge } from '../verdict.ts';
import type { JobTable } from '../job-table.ts';

export const fineTuneJobs = {
  async prepareTuning(context, { teamId }) {
    const { ask, key, model, models, team, tell } = context;
    const { pretrain, 'fine-tune': tuning } = team(teamId).now;
    const { plan } = tuning;
    if (!plan || !pretrain.run) throw new Error(`${teamId} can't be fine-tuned yet`);
    const { version } = pretrain.run;
    const { config, tokenizer } = model(teamId);
    const replay = replayRows(context, teamId, Math.round(plan.replayShare * FINE_TUNING_ROWS));
    const { rows, leftOut } = await ask('prepareTuning', { ...key, config, tokenizer, plan, replay });
    models.prepareTuning(teamId, rows, version, firstVersionOf(team(teamId), 'fine-tune'));
    tell({ type: 'referee/cards', teamId, leftOut });
    const run = { rowsTotal: rows.count, tokensTotal: countTargets(rows) };
    tell({ type: 'round/run', teamId, stage: 'fine-tune', ...run });
  },

  async scoreTuning(context, { teamId }) {
    const { ask, key, model, team, tell } = context;
    const run = team(teamId).now['fine-tune'].run;
    if (!run) throw new Error(`${teamId} tunes nothing`);
    const { version, tokensUsed: tokens } = run;
    const weights = context.weights(teamId, 'fine-tune', version);
    const baseWeights = context.weights(teamId, 'fine-tune', run.firstVersion);
    const { config, tokenizer } = model(teamId);
    const found = await ask('scoreTuning', { ...key, config, tokenizer, weights, baseWeights });
    const { bitsPerByte, perKind, samples, ...tuning } = found;
    tell({ type: 'referee/tuned', teamId, ...tuning });
    judge(context, { teamId, stage: 'fine-tune', version, tokens }, { bitsPerByte, perKind, samples });
  },
} satisfies Partial<JobTable>;
