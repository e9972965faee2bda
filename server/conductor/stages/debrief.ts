/** The debrief's jobs: the sealed test, and models trained again with one decision changed. */

import { currentOf, lastStageOf } from '../../../shared/game/last-stage.ts';
import { settledLabels } from '../../../shared/game/stages/data/labels.ts';
import { withChange } from '../../../shared/game/changes.ts';
import { trialsOf } from '../../../shared/game/stages/debrief/verdict.ts';
import { decidedOf, waitingWhatIf, type Surprise } from '../../../shared/game/stages/debrief/what-if.ts';
import type { JobContext } from '../context.ts';
import type { JobTable } from '../job-table.ts';
import { lastYearOf } from '../last-model.ts';

/** What the lab pretrained, and what it read: fine-tuning begins anew from there. */
function pretrainedOf({ model, team, weights }: JobContext, teamId: string) {
  const { config, tokenizer, rows } = model(teamId);
  if (!rows.pretrain) throw new Error(`no pretraining rows of ${teamId}`);
  const version = team(teamId).now.pretrain.run?.version ?? 0;
  return { config, tokenizer, rows: rows.pretrain, weights: weights(teamId, 'pretrain', version) };
}

export const debriefJobs = {
  async final({ ask, key, model, team: teamOf, tell, weights: weightsOf }, { teamId }) {
    const team = teamOf(teamId);
    const { pretrain, 'fine-tune': tuning, align, test } = team.now;
    const { config, tokenizer } = model(teamId);
    const weights = weightsOf(teamId, 'pretrain', pretrain.run?.version ?? 0);
    const last = lastStageOf(team);
    /* A hardened model stands in the place of the one that was hardened. */
    const hardened = last === 'test' ? weightsOf(teamId, last, test.run?.version ?? 0) : null;
    const kept = hardened ? currentOf(team) : last;
    const tuned = kept === 'pretrain' ? null : tuning.run;
    const wasTuned = tuned && tuned.roundsDone > 0 ? weightsOf(teamId, 'fine-tune', tuned.version) : null;
    const wasAligned = align.run && kept === 'align' ? weightsOf(teamId, 'align', align.run.version) : null;
    const tunedWeights = wasAligned ? wasTuned : wasTuned && (hardened ?? wasTuned);
    const alignedWeights = wasAligned && (hardened ?? wasAligned);
    const { lastYear } = model(teamId);
    const taken = { config, tokenizer, weights, tunedWeights, alignedWeights, lastYear };
    const found = await ask('final', { ...key, ...taken });
    const samples = { ...found.samples, untrained: pretrain.prepared?.untrainedSamples ?? [] };
    tell({ type: 'referee/final', teamId, results: { ...found, samples } });
  },

  async retrain(context, { teamId }) {
    const { ask, key, match, team: teamOf, tell } = context;
    const team = teamOf(teamId);
    const [asked, plans] = [waitingWhatIf(match, team), decidedOf(team)];
    const changed = asked && plans && withChange(plans, asked.change);
    if (!asked || !plans || !changed) throw new Error(`${teamId} asks nothing that can be trained`);
    const { change } = asked;
    const { share, runs } = trialsOf(change);
    const task = {
      ...key,
      labels: settledLabels(team.now.data.labels),
      budgetFlops: match.budgetFlops ?? 0,
      share,
      checkpoint: plans.scale.start === 'checkpoint' ? lastYearOf(context, teamId) : null,
      base: change === 'replay' ? pretrainedOf(context, teamId) : null,
    };
    const trials: { asWas: Surprise; changed: Surprise }[] = [];
    for (let luck = 1; luck <= runs; luck++) {
      const asWas = await ask('retrain', { ...task, plans, luck });
      const other = await ask('retrain', { ...task, plans: changed, luck });
      if (!asWas || !other) break;
      trials.push({ asWas, changed: other });
    }
    const isWhole = trials.length === runs;
    tell({ type: 'referee/retrained', teamId, change, trials: isWhole ? trials : 'broken' });
  },
} satisfies Partial<JobTable>;
