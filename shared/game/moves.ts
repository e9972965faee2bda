/** Everything that can happen in a match, as data: moves of players, of the host, and of the server itself. */

import type { PreferenceScores } from '../evals/preference.ts';
import type { GameError } from './result.ts';
import type { AlignOutcome, Choice, PairCard } from './stages/align/preferences.ts';
import type {
  ModelSample,
  OwnHeldOut,
  Prepared,
  Shard,
  TeamPlan,
  TeamResults,
  TeamText,
  TrainingStage,
} from './match.ts';
import type { CorpusKind, ScoredKind } from '../world/document.ts';
import type { Verdict } from './stages/data/labels.ts';
import type { ArenaChoice, ArenaPair, Spotlight } from './stages/arena/votes.ts';
import type { ProbePlan } from './stages/scale/probes.ts';

/** Bounds of what a client may say, far beyond anything real. */
export const MAX_TOKENS_PER_SECOND = 1e9;
export const MAX_EXTENSION_SECONDS = 3600;

/** What a player's own client may ask for. */
export type PlayerMove =
  | { type: 'lobby/probe'; tokensPerSecond: number; backend: string }
  | { type: 'lobby/rename'; name: string }
  | { type: 'lobby/switch-team'; teamId: string }
  | { type: 'data/own-text'; adds: boolean }
  | { type: 'data/label'; kind: CorpusKind; number: number; verdict: Verdict }
  /** A bid for the own team; null passes. */
  | { type: 'auction/bid'; coins: number | null }
  | { type: 'scale/probe'; plan: ProbePlan }
  | { type: 'plan/propose'; proposed: TeamPlan }
  | { type: 'plan/agree'; proposalId: string }
  | { type: 'align/rate'; pairId: string; choice: Choice }
  | { type: 'arena/vote'; pairId: string; choice: ArenaChoice };

/** What the host may do, with the host's token. */
export type HostMove =
  | { type: 'host/start' }
  | { type: 'host/pause' }
  | { type: 'host/resume' }
  | { type: 'host/extend'; seconds: number }
  | { type: 'host/skip' }
  | { type: 'host/lock'; locked: boolean }
  | { type: 'host/rename'; playerId: string; name: string }
  | { type: 'host/seat'; playerId: string; teamId: string }
  | { type: 'host/remove'; playerId: string }
  | { type: 'host/spotlight'; answer: Spotlight | null };

/** What the server itself records: seats, the clock, and the referee's results. */
export type SystemMove =
  | { type: 'seat/take'; playerId: string; name: string }
  | { type: 'seat/connection'; playerId: string; connected: boolean }
  | { type: 'clock/expire' }
  | { type: 'auction/close' }
  /** The market is written: how many documents each dataset has. */
  | { type: 'referee/market'; documents: Record<CorpusKind, number> }
  | { type: 'referee/text'; teamId: string; text: TeamText }
  /** A probe's rows are cut, and its device may begin. */
  | { type: 'probe/lay'; teamId: string; probeId: string; tokens: number }
  /** Its weights came back. */
  | { type: 'probe/take'; teamId: string; playerId: string; probeId: string }
  | { type: 'probe/measure'; teamId: string; probeId: string; bitsPerByte: number }
  | { type: 'probe/lose'; teamId: string; probeId: string }
  | { type: 'referee/prepared'; teamId: string; prepared: Prepared }
  | {
      type: 'round/run';
      teamId: string;
      stage: TrainingStage;
      rowsTotal: number;
      tokensTotal: number;
      /** In the align stage: pairs that the rows are made of. */
      pairsUsed?: number;
    }
  | {
      type: 'round/open';
      teamId: string;
      stage: TrainingStage;
      shards: Omit<Shard, 'update'>[];
      plannedSeconds: number;
      deadlineMs: number;
    }
  | {
      type: 'round/submit';
      teamId: string;
      stage: TrainingStage;
      playerId: string;
      round: number;
      rowsUsed: number;
      tokens: number;
      trainLoss: number;
    }
  | {
      type: 'round/close';
      teamId: string;
      stage: TrainingStage;
      round: number;
      /** Workers whose updates were averaged into the weights; none of them, and the round was for nothing. */
      takenIds: string[];
    }
  /** The referee found the newest weights worse than those before: everything since the sound version is undone. */
  | { type: 'round/rolled-back'; teamId: string; stage: TrainingStage; soundVersion: number }
  | {
      type: 'referee/scored';
      teamId: string;
      stage: TrainingStage;
      version: number;
      tokens: number;
      bitsPerByte: number;
      /** On the kinds of text that the team bought, by its own shares: what verdicts go by. */
      ownBitsPerByte: number;
      /** Surprise for each kind of text; absent where nobody is told. */
      perKind?: Record<ScoredKind, number>;
      samples: ModelSample[];
    }
  /** The team's own held-out text is judged with the pretrained weights of this many tokens. */
  | { type: 'referee/held-out'; teamId: string; ownHeldOut: OwnHeldOut }
  | {
      type: 'referee/tuned';
      teamId: string;
      inFormShare: number;
      baseInFormShare: number;
      answers: TeamResults['answers'];
    }
  | { type: 'referee/paired'; teamId: string; pairs: PairCard[]; before: PreferenceScores }
  | { type: 'referee/aligned'; teamId: string; outcome: AlignOutcome }
  | { type: 'referee/arena'; pairs: ArenaPair[] }
  | { type: 'referee/final'; teamId: string; results: TeamResults };

export type Move = PlayerMove | HostMove | SystemMove;

export type Actor = { kind: 'player'; playerId: string } | { kind: 'host' } | { kind: 'system' };

/** Time and chance come in from outside and are journalled with the move, so that a replay repeats them. */
export interface MoveContext {
  /** Made by the client; a repeated id changes nothing and succeeds. */
  id: string;
  actor: Actor;
  nowMs: number;
}

export interface JournalEntry {
  sequence: number;
  move: Move;
  context: MoveContext;
}

export type MoveOutcome = { ok: true; repeated: boolean } | { ok: false; error: GameError };
