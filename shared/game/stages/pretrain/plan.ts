/** What a team decides while its model pretrains: stop early, go back to a checkpoint, change the learning rate. */

import type { PretrainPlan, Team, TrainingRun } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import { dropRound } from '../../training/rounds.ts';
import { peakFactor, RATE_FACTORS, type RateFactor } from '../../training/model.ts';

/** Whether the run as it stands allows this decision. */
export function checkPretrain(team: Team, plan: PretrainPlan): Result<PretrainPlan> {
  const run = team.now.pretrain.run;
  if (!run) return fail('train/not_running');
  if ('rollBackTo' in plan) {
    const isKept = run.checkpoints.some(({ version }) => version === plan.rollBackTo);
    return isKept && plan.rollBackTo !== run.version ? ok(plan) : fail('pretrain/no_such_checkpoint');
  }
  if (run.status !== 'running') return fail('train/not_running');
  if ('rateFactor' in plan && !RATE_FACTORS.includes(plan.rateFactor)) return fail('protocol/bad_message');
  const isSame = 'rateFactor' in plan && run.rateFactor === totalFactor(team, plan.rateFactor);
  return isSame ? fail('pretrain/same_rate') : ok(plan);
}

/** The chosen factor times that of the plan made at scale. */
function totalFactor({ now }: Team, chosen: RateFactor): number {
  return chosen * peakFactor(now.scale.plan ?? {});
}

/** Carries a decision out; one that the run has overtaken in the meantime changes nothing. */
export function commitPretrain(team: Team, plan: PretrainPlan): void {
  const run = team.now.pretrain.run;
  if (!run || !checkPretrain(team, plan).ok) return;
  if ('rollBackTo' in plan) goBack(run, plan.rollBackTo);
  else if ('rateFactor' in plan) run.rateFactor = totalFactor(team, plan.rateFactor);
  else {
    run.stoppedEarly = true;
    dropRound(run);
    run.status = 'finished';
  }
}

/**
 * The weights become those of the checkpoint. The compute spent since is not paid back, as in a real lab, so going back is
 * no way to more reading than others have; rows that were being read go to the next round.
 */
function goBack(run: TrainingRun, version: number): void {
  const checkpoint = run.checkpoints.find((candidate) => candidate.version === version);
  if (!checkpoint) return;
  dropRound(run);
  run.abandoned.push([version + 1, run.roundsOpened]);
  run.checkpoints = run.checkpoints.filter((candidate) => candidate.version <= version);
  run.unjudged = [];
  run.version = version;
  run.soundVersion = version;
  run.soundBitsPerByte = checkpoint.ownBitsPerByte;
  run.rollbacks = 0;
  run.curve.push({ tokens: run.tokensUsed, trainLoss: null, bitsPerByte: checkpoint.bitsPerByte });
  /* These weights are scored already. */
  run.scoredTokens = run.tokensUsed;
}
