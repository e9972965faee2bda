/** What can be asked of any language model, trained or counted: how surprised it is by text, and how it goes on. */

import type { ModelConfig } from './config.ts';
import type { Watermark } from './decoding/watermark.ts';

/** One batch of next-token prediction. All arrays are [rows, length], row-major; length <= contextLength. */
export interface Batch {
  rows: number;
  length: number;
  tokens: Int32Array;
  targets: Int32Array;
  /** Loss weight of each target: 0 leaves it out (padding, prompts in fine-tuning); below 0 only with a `normalizer`. */
  weights: Float32Array;
}

export interface Evaluation {
  /** Sum over positions of weight x cross-entropy, in nats. */
  nats: number;
  /** Sum of the weights. */
  weight: number;
}

export interface SamplingOptions {
  maxTokens: number;
  /** 0 = greedy. */
  temperature: number;
  /** Nucleus sampling: keep the smallest set of tokens with at least this probability (1 = all). */
  topP: number;
  seed: number;
  /** Generation of a row stops at (and does not include) any of these. */
  stopTokens: readonly number[];
  /** Keep only so many of the likeliest tokens; 0, the default, keeps all. */
  topK?: number;
  /** Above 1, makes tokens less likely that the prompt or the answer already holds; 1, the default, changes nothing. */
  repetitionPenalty?: number;
  /** The only tokens that may follow; by default all. A stop token must be among them to be reached. */
  allowedTokens?: readonly number[];
  /** Continuations followed side by side in a beam search, which needs temperature 0; 1, the default, is no search. */
  beams?: number;
  /** Marks the text, so that whoever has the key can tell that it is the model's; not in a beam search. */
  watermark?: Watermark;
}

/** The reading half of an `Executor`; the n-gram has it too, so that referee and benchmarks treat all kinds alike. */
export interface LanguageModel {
  readonly config: Pick<ModelConfig, 'vocabSize' | 'contextLength'>;
  /** Sum over positions of weight x cross-entropy, in nats. Throws a RangeError on a batch that does not fit. */
  evaluate(batch: Batch): Promise<Evaluation>;
  /** [rows]: each row's sum of weight x cross-entropy, in nats; with weights of 1, minus the row's log-probability. */
  rowLosses(batch: Batch): Promise<Float32Array>;
  /** Continues each prompt; returns the new tokens only. A prompt plus answer longer than the context stops there. */
  generate(prompts: readonly (readonly number[])[], options: SamplingOptions): Promise<number[][]>;
}
