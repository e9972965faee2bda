/** What every implementation in the benchmark offers, so that one stopwatch times them all. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Batch } from '../../shared/lm/executor.ts';
import type { TensorSpec } from '../../shared/lm/spec.ts';

/**
 * The model that all of them train, by the names of `tensors`: token and position embeddings added; in each block LayerNorm,
 * qkv, causal attention, projection, added to the stream; LayerNorm, expand, ReLU, contract, added; a final LayerNorm; the
 * head. The loss is the mean cross-entropy. Whoever changes the engine's model changes tfjs.mjs, jax.mjs and torch.py too.
 */
export interface ContestantOptions {
  config: ModelConfig;
  /** Names, shapes and offsets in `weights`. */
  tensors: readonly TensorSpec[];
  /** The same initial weights for all. */
  weights: Float32Array;
  /** The executor or backend wanted, such as "webgl". */
  executor: string;
  /** Step size of Adam. */
  learningRate: number;
  /** Where TF.js finds its WASM files. */
  wasmPath: string;
}

export interface Contestant {
  /** What it runs on, in its own words. */
  backend: string;
  /** One training step; resolves to the loss before it. The work is issued before the first await. */
  step(batch: Batch): Promise<number>;
  /** Samples `tokens` new tokens for each of `rows` sequences with a key-value cache; absent where it has none. */
  sampleCached?(rows: number, tokens: number): Promise<void>;
  /** The logits of a whole context of tokens [rows, contextLength]: what each new token costs without a cache. */
  forward?(tokens: Int32Array, rows: number): Promise<void>;
}

/** What a module of a contestant exports. */
export interface ContestantModule {
  create(options: ContestantOptions): Promise<Contestant>;
}
