/** What the align stage remembers: pairs of answers, and what a team trained on their ratings. */

import type { FormFault } from '../../../evals/form.ts';
import type { PreferenceScores } from '../../../evals/preference.ts';
import type { Trait } from '../../../world/traits.ts';

/** How tightly it holds on to the preferred answers as such; without, a small model falls apart. */
export const SFT_WEIGHTS = [0, 0.5, 1, 2] as const;
/** Whose pairs count: those of the team's own model, or of all. */
export const POOLS = ['own', 'all'] as const;
export type Pool = (typeof POOLS)[number];

export interface AlignTraining {
  sftWeight: (typeof SFT_WEIGHTS)[number];
  pool: Pool;
}

export type AlignPlan = ({ kind: 'train' } & AlignTraining) | { kind: 'keep' } | { kind: 'undo' };

export const DEFAULT_ALIGN_TRAINING: AlignTraining = { sftWeight: 1, pool: 'all' };

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

/** What the votes taught, before the model was trained on it. */
export interface Taught {
  /** Decided pairs that asked for a friendly answer. */
  toneVotes: number;
  /** Share of them that a reward model judges as people did which had not seen them; null where there are too few to tell. */
  agreement: number | null;
  /** Cards that the model answered again and again, and those of them to which it knew a better and a worse answer. */
  asked: number;
  practised: number;
}

export interface Alignment {
  /** Training that was agreed on and whose rows are being laid out. */
  wanted: AlignTraining | null;
  /** Training that runs, or whose result is there to judge. */
  trained: AlignTraining | null;
  /** Pairs it learns from. */
  pairsUsed: number;
  taught: Taught | null;
  /** The model as it came from fine-tuning; null until pairs were sampled from it. */
  before: PreferenceScores | null;
  outcome: AlignOutcome | null;
  /** Trainings whose result was there to judge. */
  judged: number;
}

export const NO_ALIGNMENT: Alignment = {
  wanted: null,
  trained: null,
  pairsUsed: 0,
  taught: null,
  before: null,
  outcome: null,
  judged: 0,
};

export interface AlignSlice {
  /** Pairs of answers to rate, of all teams, by id. */
  pairs: Record<string, Pair>;
  /** Who rated which pair how: pair id, then player id. */
  ratings: Record<string, Record<string, RatingChoice>>;
}
