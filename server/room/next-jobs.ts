/** Decides what the server has to do next for a match; pure, so that every case is a small test. */

import type { Match, Team, TrainingRun, TrainingStage } from '../../shared/rules/match.ts';

/** Work for the referee's thread; it takes a while. */
export type Job =
  | { kind: 'prepare'; teamId: string }
  | { kind: 'prepareTuning'; teamId: string }
  | { kind: 'score'; teamId: string; stage: TrainingStage }
  | { kind: 'final'; teamId: string };

/** A round to give to a device, or to take away from one; done at once. */
export type RoundStep =
  | { kind: 'open'; teamId: string; stage: TrainingStage }
  | { kind: 'abandon'; teamId: string; stage: TrainingStage; round: number };

const TRAINING_STAGES: readonly TrainingStage[] = ['pretrain', 'fine-tune'];

/** The newest weights are still unscored; fine-tuning also wants the answers of the model it starts from. */
function wantsScore(team: Team, stage: TrainingStage): boolean {
  const run = team.runs[stage];
  if (!run) return false;
  return run.scoredTokens < run.tokensUsed || (stage === 'fine-tune' && team.tuning === null);
}

function nextJobOf(match: Match, team: Team): Job | null {
  const teamId = team.id;
  if (!team.prepared || !team.runs.pretrain) {
    const decided = team.plans.data && team.plans.scale && match.budgetFlops !== null;
    return decided ? { kind: 'prepare', teamId } : null;
  }
  if (match.stage === 'debrief' && !team.results) return { kind: 'final', teamId };
  if (match.stage === 'fine-tune' && team.plans['fine-tune'] && !team.runs['fine-tune']) {
    return { kind: 'prepareTuning', teamId };
  }
  const stage = TRAINING_STAGES.find((candidate) => wantsScore(team, candidate));
  return stage ? { kind: 'score', teamId, stage } : null;
}

/**
 * One job for each team that has any and none under way. So a team's scoring never piles up: what is scored next is
 * always its newest model, and thirty teams take turns in the referee's queue.
 */
export function nextJobs(match: Match, busyTeamIds: ReadonlySet<string>): Job[] {
  if (match.stage === 'lobby') return [];
  return Object.values(match.teams).flatMap((team) => {
    const job = busyTeamIds.has(team.id) ? null : nextJobOf(match, team);
    return job ? [job] : [];
  });
}

function isLost(match: Match, run: TrainingRun, nowMs: number): boolean {
  if (!run.round || match.pausedAtMs !== null) return false;
  return nowMs > run.round.deadlineMs || match.players[run.round.playerId]?.connected !== true;
}

/** Rounds to take away (late, or their device is gone) and rounds to hand out in the current stage. */
export function nextRoundSteps(match: Match, nowMs: number): RoundStep[] {
  const stage = TRAINING_STAGES.find((candidate) => candidate === match.stage);
  if (!stage) return [];
  return Object.values(match.teams).flatMap((team): RoundStep[] => {
    const run = team.runs[stage];
    if (run?.status !== 'running') return [];
    if (!run.round) return [{ kind: 'open', teamId: team.id, stage }];
    if (!isLost(match, run, nowMs)) return [];
    return [
      { kind: 'abandon', teamId: team.id, stage, round: run.round.number },
      { kind: 'open', teamId: team.id, stage },
    ];
  });
}
