/** The pretraining stage's jobs: text, rows and weights of the big run, and the verdicts on it. */

import { settledLabels } from '../../../shared/game/stages/data/labels.ts';
import { firstVersionOf } from '../../../shared/game/training/start.ts';
import { lastYearOf } from '../last-model.ts';
import { judge } from '../verdict.ts';
import type { JobTable } from '../job-table.ts';

export const pretrainJobs = {
  async prepare(context, { teamId }) {
    const { ask, key, match, models, team, tell } = context;
    const { data: bought, scale: sized } = team(teamId).now;
    const [data, scale] = [bought.plan, sized.plan];
    const { budgetFlops } = match;
    if (!data || !scale || budgetFlops === null) throw new Error(`${teamId} has not decided`);
    const lastYear = lastYearOf(context, teamId);
    const checkpoint = scale.start === 'checkpoint' ? lastYear : null;
    if (scale.start === 'checkpoint' && !checkpoint) throw new Error(`${teamId} has no model to go on from`);
    const labels = settledLabels(bought.labels);
    const model = await ask('prepare', { ...key, data, scale, budgetFlops, labels, checkpoint });
    models.prepare(teamId, model, lastYear, firstVersionOf(team(teamId), 'pretrain'));
    const { rows, prepared } = model;
    tell({ type: 'referee/prepared', teamId, prepared });
    const run = { rowsTotal: rows.count, tokensTotal: prepared.trainTokens };
    tell({ type: 'round/run', teamId, stage: 'pretrain', ...run });
  },

  async scorePretrain(context, { teamId }) {
    const { ask, key, model, team, tell } = context;
    const run = team(teamId).now.pretrain.run;
    if (!run) throw new Error(`${teamId} trains nothing`);
    const { version, tokensUsed: tokens } = run;
    const weights = context.weights(teamId, 'pretrain', version);
    const { config, tokenizer, heldOut } = model(teamId);
    const found = await ask('score', { ...key, config, tokenizer, weights, heldOut });
    judge(context, { teamId, stage: 'pretrain', version, tokens }, found);
    const { ownHeldOut: own, bitsPerByte: common } = found;
    if (own !== null && run.soundVersion === version)
      tell({ type: 'referee/held-out', teamId, ownHeldOut: { tokens, own, common } });
  },
} satisfies Partial<JobTable>;
