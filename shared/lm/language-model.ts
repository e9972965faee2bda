/** What can be asked of any language model, trained or counted: how surprised it is by text, and how it goes on. */

import type { ModelConfig } from './config.ts';
import type { Batch, Evaluation, SamplingOptions } from './executor.ts';

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
