/** What a team decides while its model pretrains: stop early, go back to a checkpoint, change the learning rate. */

import { findTeamOf } from '../../members.ts';
import type { Match, PretrainPlan, Team, TrainingRun } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import { dropRound } from '../../training/rounds.ts';
import { peakFactor, RATE_FACTORS, type RateFactor } from '../../training/model.ts';

/** For so long any member may take back that the team stopped its run. */
export const TAKE_BACK_SECONDS = 10;

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
export function commitPretrain(team: Team, plan: PretrainPlan, nowMs: number): void {
  const run = team.now.pretrain.run;
  if (!run || !checkPretrain(team, plan).ok) return;
  if ('rollBackTo' in plan) goBack(run, plan.rollBackTo);
  else if ('rateFactor' in plan) run.rateFactor = totalFactor(team, plan.rateFactor);
  else {
    run.stoppedEarly = true;
    run.stoppedAtMs = nowMs;
    dropRound(run);
    run.status = 'finished';
  }
}

/** The run that the team has just stopped goes on where it stood. */
export function takeBackStop(match: Match, playerId: string, nowMs: number): Result<void> {
  if (match.stage !== 'pretrain') return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  const team = findTeamOf(match, playerId);
  if (!team.ok) return team;
  const { run } = team.value.now.pretrain;
  if (!run?.stoppedEarly || run.stoppedAtMs === null) return fail('train/not_running');
  if (nowMs - run.stoppedAtMs > TAKE_BACK_SECONDS * 1000)
    return fail('pretrain/too_late', { seconds: TAKE_BACK_SECONDS });
  run.stoppedEarly = false;
  run.stoppedAtMs = null;
  run.status = 'running';
  return ok(undefined);
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
