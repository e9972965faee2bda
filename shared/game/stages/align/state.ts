/** What the align stage remembers: pairs of answers, and what a team trained on their ratings. */

import type { FormFault } from '../../../evals/form.ts';
import type { PreferenceScores } from '../../../evals/preference.ts';
import type { Trait } from '../../../world/traits.ts';

/** How strongly the model may leave the one it was. */
export const BETAS = [0.1, 0.5, 1] as const;
/** How tightly it holds on to the preferred answers as such; without, a small model falls apart. */
export const SFT_WEIGHTS = [0, 0.5, 1, 2] as const;
/** Whose pairs count: those of the team's own model, or of all. */
export const POOLS = ['own', 'all'] as const;
export type Pool = (typeof POOLS)[number];

export interface AlignTraining {
  beta: (typeof BETAS)[number];
  sftWeight: (typeof SFT_WEIGHTS)[number];
  pool: Pool;
}

export type AlignPlan = ({ kind: 'train' } & AlignTraining) | { kind: 'keep' } | { kind: 'undo' };

export const DEFAULT_ALIGN_TRAINING: AlignTraining = { beta: 0.5, sftWeight: 1, pool: 'all' };

export const CHOICES = ['a', 'b', 'skip'] as const;
export type RatingChoice = (typeof CHOICES)[number];

/** Two answers of one model to the same question, and what to judge them by. */
export interface PairCard {
  id: string;
  trait: Trait;
  question: string;
  /** What the world says, in one sentence; empty where the question is a matter of tone. */
  evidence: string;
  a: string;
  b: string;
}

export interface Pair extends PairCard {
  /** Whose model said it: never told to players. */
  teamId: string;
}

export interface AlignOutcome {
  after: PreferenceScores;
  /** How far the model moved: estimated KL divergence from the model before, nats per answer. */
  klNats: number;
  answers: { question: string; before: string; after: string; inForm: boolean; fault: FormFault | null }[];
}

export interface Alignment {
  /** Training that was agreed on and whose rows are being laid out. */
  wanted: AlignTraining | null;
  /** Training that runs, or whose result is there to judge. */
  trained: AlignTraining | null;
  /** Pairs it learns from. */
  pairsUsed: number;
  /** The model as it came from fine-tuning; null until pairs were sampled from it. */
  before: PreferenceScores | null;
  outcome: AlignOutcome | null;
}

export const NO_ALIGNMENT: Alignment = {
  wanted: null,
  trained: null,
  pairsUsed: 0,
  before: null,
  outcome: null,
};

export interface AlignSlice {
  /** Pairs of answers to rate, of all teams, by id. */
  pairs: Record<string, Pair>;
  /** Who rated which pair how: pair id, then player id. */
  ratings: Record<string, Record<string, RatingChoice>>;
}
