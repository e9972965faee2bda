/** The state of a match: plain data, changed only by `applyMove`. */

import type { Stage } from '../lifecycle.ts';
import type { CorpusKind } from '../world/document.ts';
import type { DataPlan } from './data.ts';
import type { FineTunePlan } from './fine-tune.ts';
import type { ScalePlan } from './scale.ts';
import type { MatchSettings } from './settings.ts';

/** Stages in which a team decides on a plan together; in pretrain the only decision is to stop early. */
export type TeamPlan =
  | { stage: 'data'; plan: DataPlan }
  | { stage: 'scale'; plan: ScalePlan }
  | { stage: 'pretrain'; plan: { stopEarly: true } }
  | { stage: 'fine-tune'; plan: FineTunePlan };

export type PlanStage = TeamPlan['stage'];
export type TrainingStage = 'pretrain' | 'fine-tune';

export interface Player {
  id: string;
  name: string;
  teamId: string;
  connected: boolean;
  /** What the device probe measured; null until it has. */
  device: Device | null;
}

export interface Device {
  /** Training speed with PROBE_CONFIG; 0 for a device that can't train. */
  tokensPerSecond: number;
  /** The executor's backend in words. */
  backend: string;
}

export interface Proposal {
  id: string;
  proposerId: string;
  /** Everyone who is for it, the proposer first. */
  agreedIds: string[];
  proposed: TeamPlan;
}

export interface CurvePoint {
  tokens: number;
  /** Mean training loss of the round, nats per token; null before the first round. */
  trainLoss: number | null;
  /** Referee's loss on the validation text common to all teams, bits per byte; null until scored. */
  bitsPerByte: number | null;
}

/** One open round: who trains which rows of the team's training stream, until when. */
export interface OpenRound {
  number: number;
  playerId: string;
  startRow: number;
  rowCount: number;
  /** Most target tokens an update may claim. */
  tokens: number;
  deadlineMs: number;
}

export interface ModelSample {
  prompt: string;
  text: string;
}

export interface TrainingRun {
  status: 'running' | 'finished';
  stoppedEarly: boolean;
  rowsTotal: number;
  rowsUsed: number;
  tokensTotal: number;
  tokensUsed: number;
  /** Rounds accepted so far; also the version of the weights. */
  roundsDone: number;
  round: OpenRound | null;
  /** Rounds that each device let lapse, so that a sleeping phone is not asked again first. */
  missedRounds: Record<string, number>;
  curve: CurvePoint[];
  /** The same prompts answered at every scoring, oldest first. */
  filmstrip: { tokens: number; samples: ModelSample[] }[];
  /** Tokens at the newest scoring; the run is settled once it equals tokensUsed after finishing. */
  scoredTokens: number;
}

/** Per-kind scores and rule-scored evals of one model. */
export interface ModelScores {
  bitsPerByte: number;
  perKind: Record<CorpusKind, number>;
  /** Shares in 0..1 of what the model got right. */
  evals: { exercises: number; facts: number; form: number };
}

export interface Prepared {
  parameters: number;
  trainTokens: number;
  /** What each dataset gives: tokens it holds, tokens drawn from it, how often each is seen. */
  datasets: { kind: CorpusKind; tokens: number; drawnTokens: number; epochs: number }[];
  /** The untrained model and the trigram fitted on the team's own tokens, on the common validation text. */
  untrainedBitsPerByte: number;
  trigramBitsPerByte: number;
  untrainedSamples: ModelSample[];
}

/** What the referee found on the sealed test, at the end. */
export interface TeamResults {
  pretrained: ModelScores;
  tuned: ModelScores | null;
  /** Answers to the same held-out questions, before and after fine-tuning. */
  answers: { question: string; base: string; tuned: string; inForm: boolean; isTrue: boolean }[];
  samples: { untrained: ModelSample[]; pretrained: ModelSample[]; tuned: ModelSample[] };
}

export interface Team {
  id: string;
  name: string;
  /** Index into the eight team hues and shapes. */
  look: number;
  proposals: Proposal[];
  plans: { data: DataPlan | null; scale: ScalePlan | null; 'fine-tune': FineTunePlan | null };
  /** Stages whose plan was taken by default when the clock ran out. */
  defaulted: PlanStage[];
  prepared: Prepared | null;
  runs: Record<TrainingStage, TrainingRun | null>;
  /** Live answers of the base and the tuned model to a few held-out questions, with the share in form. */
  tuning: { inFormShare: number; baseInFormShare: number; answers: TeamResults['answers'] } | null;
  results: TeamResults | null;
  /** Points of the ranking, set in the debrief. */
  score: TeamScore | null;
}

/** Four parts of 0..100 each; the total is their mean. */
export interface TeamScore {
  language: number;
  exercises: number;
  facts: number;
  form: number;
  total: number;
}

export interface Match {
  code: string;
  settings: MatchSettings;
  stage: Stage;
  /** When the stage's clock runs out, in server milliseconds; null when it has none. */
  stageEndsAtMs: number | null;
  /** Server time at which the match was paused, or null. */
  pausedAtMs: number | null;
  locked: boolean;
  /** The compute budget of every team, set when the match starts. */
  budgetFlops: number | null;
  players: Record<string, Player>;
  teams: Record<string, Team>;
  /** Number of moves applied. */
  sequence: number;
  /** Ids of the moves applied, so that a retry never counts twice. */
  appliedMoveIds: Record<string, true>;
}
