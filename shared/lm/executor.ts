/** What a device must be able to do with a model: one small interface, implemented in WASM, plain JS, WebGPU and TF.js. */

import type { ModelConfig } from './config.ts';
import type { LanguageModel } from './language-model.ts';

export type ExecutorKind = 'wasm' | 'js' | 'webgpu' | 'tfjs';

/** One batch of next-token prediction. All arrays are [rows, length], row-major; length <= contextLength. */
export interface Batch {
  rows: number;
  length: number;
  tokens: Int32Array;
  targets: Int32Array;
  /** Loss weight of each target: 0 leaves it out (padding, prompts in fine-tuning); below 0 only with a `normalizer`. */
  weights: Float32Array;
}

export interface StepOptions {
  learningRate: number;
  /** Decoupled weight decay (AdamW), per unit of learning rate. */
  weightDecay: number;
  /** Largest global gradient norm; gradients above it are scaled down. 0 = no clipping. */
  clipNorm: number;
  /** Divides the weighted sum of losses; absent, the sum of the weights does. With it, weights may be negative. */
  normalizer?: number;
}

export interface StepResult {
  /** Weighted mean cross-entropy in nats per token (or the weighted sum over `normalizer`), before the step. */
  loss: number;
  /** Global L2 norm of the gradient before clipping. */
  gradientNorm: number;
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
}

/** A token that may come next. */
export interface TokenCandidate {
  token: number;
  /** Its probability by the model, at temperature 1. */
  chance: number;
}

/** What a model makes of a text, position by position, for views. */
export interface Inspection {
  /** [length][count]: the likeliest next tokens after each position, likeliest first. */
  candidates: readonly (readonly TokenCandidate[])[];
  /** [layers][heads]: attention weights [length, length], row-major; row i says what position i looked at, j <= i. No heads in a GRU. */
  attention: readonly (readonly Float32Array[])[];
  /** [layers + 1][length]: L2 norm of the residual stream (of a GRU's states) before the first layer and after each. */
  residualNorms: readonly Float32Array[];
}

export interface Executor extends LanguageModel {
  readonly kind: ExecutorKind;
  /** The backend in words, for people: "wasm (relaxed SIMD)", "tfjs webgpu" ... */
  readonly backend: string;
  readonly config: ModelConfig;
  /** Steps that are worth asking for before the first one's loss is there, where a device works by itself; 1 if absent. */
  readonly stepsAhead?: number;
  /** Sets the weights; optimiser moments and step count are kept when `keepMoments`, else zeroed. */
  load(weights: Float32Array, options?: { keepMoments?: boolean }): Promise<void>;
  /** Forward, backward, AdamW (betas 0.9, 0.99; eps 1e-8; bias-corrected). */
  step(batch: Batch, options: StepOptions): Promise<StepResult>;
  /** A copy of the weights, [parameterCount]. */
  weights(): Promise<Float32Array>;
  /** Looks into the model while it reads a prompt, and at the `count` likeliest tokens after each position. */
  inspect(prompt: readonly number[], count: number): Promise<Inspection>;
  dispose(): void;
}

/** An executor that can also learn a whole distribution for each position: what distillation needs. */
export interface DistillingExecutor extends Executor {
  /** Next-token probabilities [rows, length, vocabSize]; 0 in positions after a row's last one with weight. */
  predict(batch: Batch): Promise<Float32Array>;
  /**
   * A step whose target in each position is a distribution instead of the batch's token; `distributions` is [rows,
   * length, vocabSize], each summing to 1. The loss is cross-entropy, so it stays above the distributions' own entropy.
   */
  stepToward(batch: Batch, distributions: Float32Array, options: StepOptions): Promise<StepResult>;
}
