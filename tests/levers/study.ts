/** The bench of all experiments: a world's texts, small models trained as the game trains them, and measures by rule. */

import { mixRows, type MixtureDataset } from '../../shared/data/mixture.ts';
import { countTargets, encodeDocuments, packRows } from '../../shared/data/rows.ts';
import { countBytes, evaluateBitsPerByte } from '../../shared/lm/bits-per-byte.ts';
import type { ModelConfig, TransformerConfig } from '../../shared/lm/config.ts';
import type { DistillingExecutor } from '../../shared/lm/executor.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { PRETRAINING, RATE_SCALE, runRound, type RoundProgress } from '../../shared/lm/pretrain.ts';
import { toBatch, type Rows } from '../../shared/lm/rows.ts';
import { createSchedule, learningRateAt } from '../../shared/lm/schedule.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { trainBpe, type Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { generateCorpus } from '../../shared/world/corpus.ts';
import type { WorldKind, TextDocument } from '../../shared/world/document.ts';
import type { Knobs } from '../../shared/world/knobs.ts';
import type { World } from '../../shared/world/types.ts';
import { createWorld } from '../../shared/world/world.ts';

/** The `tiny` model of the game with a small vocabulary: some 70,000 tokens a second on one processor thread. */
export const TINY: TransformerConfig = {
  architecture: 'transformer',
  vocabSize: 512,
  contextLength: 32,
  width: 48,
  layers: 1,
  heads: 3,
};

/** A seed's world, and text about it that depends on nothing but the seed and the words in `part`. */
export interface Study {
  seed: number;
  world: World;
  corpus(kind: WorldKind, bytes: number, part: string, knobs?: Partial<Knobs>): TextDocument[];
}

/** The same seed's next years have other text, about what has changed since. */
export function openStudy(seed: number, year = 1): Study {
  const world = createWorld(seed, year);
  return {
    seed,
    world,
    corpus: (kind, bytes, part, knobs = {}) =>
      generateCorpus(world, kind, {
        bytes,
        seed: hashSeed(seed, year === 1 ? part : `${part} ${year}`),
        knobs,
      }),
  };
}

/** The documents whose text is not among the known ones. */
export function unseen(documents: readonly TextDocument[], known: readonly TextDocument[]): TextDocument[] {
  const texts = new Set(known.map(({ text }) => text));
  return documents.filter(({ text }) => !texts.has(text));
}

/** A vocabulary learned from documents. */
export function tokenizerOf(documents: readonly TextDocument[], vocabSize: number): Tokenizer {
  return trainBpe(
    documents.map(({ text }) => text),
    vocabSize,
  );
}

/** A share of what the model reads, and the documents it is read from. */
export type Ingredient = readonly [share: number, documents: readonly TextDocument[]];

/** The training stream of a mixture, with so many target tokens in all. */
export function mixOf(
  ingredients: readonly Ingredient[],
  { tokenizer, contextLength, tokens, seed }: StreamOptions,
): Rows {
  const datasets = ingredients.map(([share, documents]): MixtureDataset => ({
    share,
    documents: encodeDocuments(documents, tokenizer),
  }));
  return mixRows({
    datasets,
    contextLength,
    trainTokens: tokens,
    random: createRandom(seed).fork('mixture'),
  });
}

export interface StreamOptions {
  tokenizer: Tokenizer;
  contextLength: number;
  /** Target tokens in all. */
  tokens: number;
  seed: number;
}

export interface TrainOptions {
  /** Seeds the initial weights; arms of one seed start from the same ones where they have the same shape. */
  seed: number;
  peakLearningRate?: number;
  /** Weights to go on from; untrained ones where absent. */
  from?: Float32Array;
  onProgress?: (progress: RoundProgress) => void;
}

/** A model of this shape with untrained weights. */
export async function untrained(config: ModelConfig, seed: number): Promise<DistillingExecutor> {
  const executor = await createWasmExecutor(config);
  await executor.load(initialWeights(config, hashSeed(seed, 'weights')));
  return executor;
}

/** What the game trains a model of this shape with. */
function peakRateOf({ architecture }: ModelConfig): number {
  return PRETRAINING.peakLearningRate * RATE_SCALE[architecture];
}

/** A model trained once over the rows, with the game's steps and schedule; a run that diverges keeps its last weights. */
export async function trainOn(
  config: ModelConfig,
  rows: Rows,
  { seed, peakLearningRate = peakRateOf(config), from, onProgress }: TrainOptions,
): Promise<DistillingExecutor> {
  const executor = await untrained(config, seed);
  if (from) await executor.load(from);
  const batchTokens = PRETRAINING.batchRows * config.contextLength;
  const schedule = createSchedule(peakLearningRate, countTargets(rows), batchTokens);
  const learningRate = (tokens: number): number => learningRateAt(schedule, tokens);
  await runRound({ executor, rows, learningRate, now: () => 0 }, onProgress);
  return executor;
}

/** Bits per byte of a model on documents; the end of each document counts as a byte. */
export async function bitsPerByte(
  model: LanguageModel,
  tokenizer: Tokenizer,
  documents: readonly TextDocument[],
): Promise<number> {
  const rows = packRows(documents, tokenizer, model.config.contextLength);
  const { nats } = await model.evaluate(toBatch(rows, 0, rows.count));
  return evaluateBitsPerByte(nats, countBytes(documents.map(({ text }) => text)) + documents.length);
}

export interface WriteOptions {
  /** 0 takes the likeliest token. */
  temperature: number;
  topP?: number;
  topK?: number;
  /** Continuations that are followed side by side; needs temperature 0. */
  beams?: number;
  maxTokens?: number;
  seed: number;
}

/** What the model writes after each of the texts, until it ends the document or its context is full. */
export async function continuations(
  model: LanguageModel,
  tokenizer: Tokenizer,
  texts: readonly string[],
  { topP = 1, maxTokens = model.config.contextLength, ...way }: WriteOptions,
): Promise<string[]> {
  const prompts = texts.map((text) => [END, ...tokenizer.encode(text)]);
  const options = { ...way, maxTokens, topP, stopTokens: [END] };
  const written = await model.generate(prompts, options);
  return written.map((tokens) => tokenizer.decode(tokens));
}

/** Share of the items for which it holds, 0 to 1. */
export function shareOf<T>(items: readonly T[], holds: (item: T, index: number) => boolean): number {
  return items.length > 0 ? items.filter(holds).length / items.length : 0;
}
