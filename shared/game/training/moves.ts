/** The moves of a training run, whatever stage it belongs to; all of them are the server's. */

import type { ModelSample, TrainingStage } from '../match.ts';
import type { ScoredKind } from '../../world/document.ts';
import { teamMove, type MoveTable } from '../stage.ts';
import { rulesOf } from '../stages/registry.ts';
import type { PlannedRound } from './rounds.ts';
import { closeRound, openRound, submitShard } from './rounds.ts';
import { finishRun, openRun, recordScore, rollBack } from './run.ts';

interface OfRun {
  stage: TrainingStage;
}

export const TRAINING_MOVES = {
  'round/run': teamMove<
    OfRun & {
      rowsTotal: number;
      tokensTotal: number;
      /** In the align stage: pairs that the rows are made of. */
      pairsUsed?: number;
    }
  >(({ team }, { stage, rowsTotal, tokensTotal, pairsUsed }) => {
    const opened = openRun(team, stage, rowsTotal, tokensTotal);
    if (opened.ok) rulesOf(stage).training?.begin?.(team, pairsUsed ?? 0);
    return opened;
  }),
  'round/open': teamMove<OfRun & PlannedRound>(({ match, team, nowMs }, planned) =>
    openRound(match, team, planned.stage, planned, nowMs),
  ),
  'round/submit': teamMove<
    OfRun & { playerId: string; round: number; rowsUsed: number; tokens: number; trainLoss: number }
  >(({ team, nowMs }, update) => submitShard(team.now[update.stage].run, update, nowMs)),
  'round/close': teamMove<
    OfRun & {
      round: number;
      /** Workers whose updates were averaged into the weights; none of them, and the round was for nothing. */
      takenIds: string[];
    }
  >(({ team }, { stage, round, takenIds }) => {
    const closed = closeRound(team.now[stage].run, round, takenIds);
    const isAll = rulesOf(stage).training?.isOneRound === true && takenIds.length > 0;
    if (closed.ok && isAll) finishRun(team, stage);
    return closed;
  }),
  /** The referee found the newest weights worse than those before: everything since the sound version is undone. */
  'round/rolled-back': teamMove<OfRun & { soundVersion: number }>(
    ({ match, team }, { stage, soundVersion }) =>
      rollBack(team.now[stage].run, soundVersion, match.stage === stage),
  ),
  'referee/scored': teamMove<
    OfRun & {
      version: number;
      tokens: number;
      bitsPerByte: number;
      /** On the kinds of text that the team bought, by its own shares: what verdicts go by. */
      ownBitsPerByte: number;
      /** Surprise for each kind of text; absent where nobody is told. */
      perKind?: Record<ScoredKind, number>;
      samples: ModelSample[];
    }
  >(({ team }, scored) => recordScore(team.now[scored.stage].run, scored)),
} satisfies MoveTable;
