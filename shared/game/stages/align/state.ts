/** What the align stage remembers: pairs of answers, and what a team trained on their ratings. */

import type { FormFault } from '../../../evals/form.ts';
import type { PreferenceScores } from '../../../evals/preference.ts';
import type { Principle, Trait } from '../../../world/traits.ts';

/** How tightly it holds on to the preferred answers as such; without, a small model falls apart. */
export const SFT_WEIGHTS = [0, 0.5, 1, 2] as const;
/** Whose pairs count: those of the team's own model, or of all. */
export const POOLS = ['own', 'all'] as const;
export type Pool = (typeof POOLS)[number];

/** By pairs of its own best and worst answers (DPO), or by trying answers and hearing what the reward model thinks of them. */
export const METHODS = ['pairs', 'reward'] as const;
export type Method = (typeof METHODS)[number];
/** What a nat of distance from the model before costs where it learns by reward, in points of reward; at 0 it finds what only the reward model likes. */
export const KL_WEIGHTS = [0, 0.5, 1, 2] as const;

/** So many written principles may be chosen at once. */
export const MOST_PRINCIPLES = 3;
/** Pairs on which the model's judgement is held against that of people. */
export const HUMAN_PAIRS = 30;

export interface AlignTraining {
  method: Method;
  /** Counts for `pairs`. */
  sftWeight: (typeof SFT_WEIGHTS)[number];
  /** Counts for `reward`. */
  klWeight: (typeof KL_WEIGHTS)[number];
  pool: Pool;
  /** What the lab's own model judges the pairs by, instead of people's votes; none where the votes count. */
  principles: readonly Principle[];
}

export type AlignPlan = ({ kind: 'train' } & AlignTraining) | { kind: 'keep' } | { kind: 'undo' };

export const DEFAULT_ALIGN_TRAINING: AlignTraining = {
  method: 'pairs',
  sftWeight: 1,
  klWeight: 1,
  pool: 'all',
  principles: [],
};

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
  /** Share of questions to which the reward model likes the answer of now better than the one before; a tie counts half. */
  proxyWins: number;
  answers: { question: string; before: string; after: string; inForm: boolean; fault: FormFault | null }[];
  /** Of each principle that the model judged by, the share of its answers that keep to it. */
  kept: { principle: Principle; before: number; after: number }[];
}

/** What the votes, or the model's own judgements, taught before it was trained on them. */
export interface Taught {
  /** Decided pairs that asked for a friendly answer. */
  toneVotes: number;
  /** Share of them that a reward model judges as people did which had not seen them; null where there are too few to tell. */
  agreement: number | null;
  /** Cards that the model answered again and again, and those of them to which it knew a better and a worse answer. */
  asked: number;
  practised: number;
  /** Where the model judged by principles: pairs that people had decided, too, and on how many of them both agree. */
  people: { pairs: number; agreed: number } | null;
}

/** What the model before would say if the reward model chose among so many of its answers. */
export interface BestOf extends PreferenceScores {
  among: number;
}

/** Answers to choose among; with so many votes it is worth measuring, once for each lab. */
export const BEST_OF = [1, 4, 16] as const;
export const BEST_OF_VOTES = 50;

/** A training and what came of it, with its price. */
export interface Attempt extends AlignTraining, PreferenceScores {
  klNats: number;
  proxyWins: number;
  /** Bits per byte that it lost on the common held-out text: what it forgot. */
  forgot: number;
  /** From the decision to the verdict. */
  seconds: number;
}

/** Attempts that are kept, the newest ones. */
export const KEPT_ATTEMPTS = 6;

export interface Alignment {
  /** Training that was agreed on and whose rows are being laid out. */
  wanted: AlignTraining | null;
  /** Training that runs, or whose result is there to judge. */
  trained: AlignTraining | null;
  /** Pairs it learns from. */
  pairsUsed: number;
  taught: Taught | null;
  /** What the reward model likes: points by token of the lab's own model, and by two in a row ("12 7"); null before a training. */
  reward: Record<string, number> | null;
  /** The model as it came from fine-tuning; null until pairs were sampled from it. */
  before: PreferenceScores | null;
  outcome: AlignOutcome | null;
  /** Trainings whose result was there to judge. */
  judged: number;
  /** When the newest training was agreed on, in server milliseconds. */
  wantedAtMs: number;
  attempts: Attempt[];
  /** Null until it is measured. */
  bestOf: BestOf[] | null;
}

export const NO_ALIGNMENT: Alignment = {
  wanted: null,
  trained: null,
  pairsUsed: 0,
  taught: null,
  reward: null,
  before: null,
  outcome: null,
  judged: 0,
  wantedAtMs: 0,
  attempts: [],
  bestOf: null,
};

/** What a reward model learnt from the votes of all, and how well it guesses votes that it has not seen. */
export interface RewardFit {
  /** Votes that there were. */
  votes: number;
  /** Decided pairs about tone and about truth. */
  tone: number;
  truth: number;
  /** Share of such pairs that it judges as people did without having seen them; null where there are too few to tell. */
  toneAgreement: number | null;
  truthAgreement: number | null;
  /** The words, and neighbours, that it gives the most points and takes the most points for. */
  liked: string[];
  disliked: string[];
}

/** It learns anew whenever so many votes are there. */
export const FIT_AT_VOTES = [10, 25, 50, 100, 150, 300, 600] as const;

export interface AlignSlice {
  /** The newest last. */
  fits: RewardFit[];
  /** Pairs of answers to rate, of all teams, by id. */
  pairs: Record<string, Pair>;
  /** Who rated which pair how: pair id, then player id. */
  ratings: Record<string, Record<string, RatingChoice>>;
}
