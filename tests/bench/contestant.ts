/** What every implementation in the benchmark offers, so that one stopwatch times them all. */

import type { TransformerConfig } from '../../shared/lm/config.ts';
import type { Batch } from '../../shared/lm/language-model.ts';
import type { TensorSpec } from '../../shared/nn/tensors.ts';

/**
 * The model that all of them train, by the names of `tensors`: each token's embedding and that of the one before it added; in
 * each block LayerNorm, qkv, the token's own values added to the values, queries and keys turned by their positions, causal attention, projection, added to the stream; LayerNorm, expand,
 * squared ReLU, contract, added; a final LayerNorm; the head. The loss is the mean cross-entropy. Whoever changes the
 * engine's model changes tfjs.mjs, jax.mjs and torch_peer.py too.
 */
export interface ContestantOptions {
  config: TransformerConfig;
  /** Names, shapes and offsets in `weights`. */
  tensors: readonly TensorSpec[];
  /** The same initial weights for all. */
  weights: Float32Array;
  /** [contextLength, headWidth]: cosine and sine of each pair of a head's columns beside each other (rotary.ts). */
  rotations: Float32Array;
  /** The executor or backend wanted, such as "webgl". */
  executor: string;
  /** Step size of Adam. */
  learningRate: number;
  /** Where TF.js finds its WASM files. */
  wasmPath: string;
}

/** What a forward pass reads: tokens [rows, contextLength], and the token before each. */
interface BenchInputs {
  rows: number;
  tokens: Int32Array;
  previous: Int32Array;
}

export type BenchBatch = Batch & BenchInputs;

export interface Contestant {
  /** What it runs on, in its own words. */
  backend: string;
  /** One training step; resolves to the loss before it. The work is issued before the first await. */
  step(batch: BenchBatch): Promise<number>;
  /** Samples `tokens` new tokens for each of `rows` sequences with a key-value cache; absent where it has none. */
  sampleCached?(rows: number, tokens: number): Promise<void>;
  /** The logits of a whole context: what each new token costs without a cache. */
  forward?(inputs: BenchInputs): Promise<void>;
}

/** What a module of a contestant exports. */
export interface ContestantModule {
  create(options: ContestantOptions): Promise<Contestant>;
}
