/** Which rounds have to be handed out or ended now; pure, so that every case is a small test. */

import { TRAINING_STAGES, type Match, type TrainingStage } from '../match.ts';
import { isRoundOver } from './rounds.ts';

/** A round to share out among a team's devices, or to end; done at once. */
export interface RoundStep {
  kind: 'open' | 'close';
  teamId: string;
  stage: TrainingStage;
}

/** Rounds that are over, and rounds to hand out in the current stage. In a pause only a round that is complete ends. */
export function nextRoundSteps(match: Match, nowMs: number): RoundStep[] {
  const stage = TRAINING_STAGES.find((candidate) => candidate === match.stage);
  if (!stage) return [];
  return Object.values(match.teams).flatMap((team): RoundStep[] => {
    const run = team.now[stage].run;
    if (run?.status !== 'running') return [];
    if (!run.round) return [{ kind: 'open', teamId: team.id, stage }];
    const isComplete = run.round.shards.every(({ update }) => update !== null);
    if (!isComplete && (match.pausedAtMs !== null || !isRoundOver(match, run.round, nowMs))) return [];
    return [
      { kind: 'close', teamId: team.id, stage },
      { kind: 'open', teamId: team.id, stage },
    ];
  });
}
