/** What the referee's tasks are given and answer: plain data both ways, so that it can be copied between threads. */

import type { Principle } from '../../shared/world/traits.ts';
import type { AlignSettings } from '../../shared/lm/align.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import type { WeightFormat } from '../../shared/nn/formats/weight-format.ts';
import { seedIn } from '../../shared/game/seeds.ts';
import type { DeckReply, MarketReply } from '../../shared/game/wire/routes.ts';
import type { OpenPair, Preference } from '../../shared/game/stages/align/preferences.ts';
import type { Method, PairCard } from '../../shared/game/stages/align/state.ts';
import type { SettledLabel } from '../../shared/game/stages/data/labels.ts';
import type { DataPlan } from '../../shared/game/stages/data/plan.ts';
import type { FineTunePlan } from '../../shared/game/stages/fine-tune/plan.ts';
import type { ModelSample, ModelScores, Prepared, TrainingStage } from '../../shared/game/match.ts';
import type { ProbePlan } from '../../shared/game/stages/scale/state.ts';
import type { ScalePlan } from '../../shared/game/stages/scale/plan.ts';
import type { TokenizerFile } from '../../shared/tokenizer/bpe.ts';
import type { CorpusKind, TextDocument } from '../../shared/world/document.ts';
import type { AnswerStyle } from '../../shared/world/packs.ts';

/** Independent of each other, so that knowing one tells nothing of the rest; none ever leaves the server. */
export interface MatchSeeds {
  world: number;
  market: number;
  validation: number;
  sealed: number;
  weights: number;
  shards: number;
  sampling: number;
}

/** Which match a task is for, and in which generation; the thread keeps that match's world and texts. */
export interface MatchKey {
  matchId: string;
  /** Counted from 1: the world is that many years old. */
  generation: number;
  /** Those of this generation. */
  seeds: MatchSeeds;
  /** What the host brought for the market; absent where that is nothing. */
  classText?: { id: string; pages: readonly string[] };
}

/** The key of a later generation of a match, by that of its first: the same world, and new text, tests and chances. */
export function keyIn(generation: number, first: MatchKey): MatchKey {
  const seeds = Object.entries(first.seeds).map(([name, seed]) => [name, seedIn(generation, seed)]);
  const drawn = Object.fromEntries(seeds) as unknown as MatchSeeds;
  return { ...first, generation, seeds: { ...drawn, world: first.seeds.world } };
}

export interface MarketFacts {
  reply: MarketReply;
  /** None of the class where its host brought none. */
  documents: Record<CorpusKind, string[]>;
  decks: Record<AnswerStyle, DeckReply>;
}

/** What a team's text is made from. */
export interface TextTask extends MatchKey {
  data: DataPlan;
  /** What the team said of documents: what its quality classifier learns from. */
  labels?: readonly SettledLabel[];
}

/** A model whole, as it was trained. */
export interface Trained {
  config: ModelConfig;
  tokenizer: TokenizerFile;
  weights: Float32Array;
}

export interface PrepareTask extends TextTask {
  scale: ScalePlan;
  budgetFlops: number;
  /** What the run goes on from; null for untrained weights. */
  checkpoint: Trained | null;
}

export interface ProbeTask extends TextTask {
  probeId: string;
  plan: ProbePlan;
  /** Targets to train on. */
  tokens: number;
}

/** A probe as its device is given it. */
export interface LaidProbe {
  config: ModelConfig;
  tokenizer: TokenizerFile;
  rows: Rows;
  weights: Float32Array;
}

export interface PreparedModel {
  prepared: Prepared;
  config: ModelConfig;
  tokenizer: TokenizerFile;
  rows: Rows;
  weights: Float32Array;
  /** Some of the team's own held-out text, in proportion to its mixture: what its model is scored on beside the common text. */
  heldOut: TextDocument[];
}

/** A model as the thread needs it to run. */
export interface ModelTask extends MatchKey, Trained {}

export interface PrepareTuningTask extends MatchKey {
  config: ModelConfig;
  tokenizer: TokenizerFile;
  plan: FineTunePlan;
  /** Rows of pretraining text to repeat. */
  replay: Rows;
}

export interface RunScore extends Pick<ModelScores, 'bitsPerByte' | 'perKind'> {
  samples: ModelSample[];
}

/** A shard that the server trains itself, for a team whose devices can't. */
export interface ShardTask extends MatchKey {
  teamId: string;
  stage: TrainingStage;
  config: ModelConfig;
  weights: Float32Array;
  shard: Rows;
  /** Tokens of the run so far and in all, for the learning rate. */
  tokensUsed: number;
  tokensTotal: number;
  /** What the team multiplies the planned learning rate by. */
  rateFactor: number;
  /** How to align; null in the other stages. */
  align: AlignSettings | null;
}

/** Drafts have no id yet: the room gives one that tells nothing. */
export type PairDraft = Omit<PairCard, 'id'>;

/** The weights are those that aligning starts from. */
export interface PrepareAlignTask extends ModelTask {
  preferences: Preference[];
  /** What the model judges these pairs by, instead of people; none where their preferences count. */
  principles: readonly Principle[];
  pairs: readonly OpenPair[];
  method: Method;
  /** The team's lessons, to hold on to. */
  plan: FineTunePlan;
}

/** A smaller version of a model: how many bytes its checkpoint takes, and what it still knows of held-out text. */
export interface CompressedModel extends Pick<ModelScores, 'bitsPerByte' | 'perKind'> {
  format: WeightFormat;
  /** Share of each matrix's weights that is zero. A checkpoint stores zeros like other numbers, so bytes stay. */
  prunedShare: number;
  bytes: number;
}
