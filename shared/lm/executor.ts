/** What a device must be able to do with a model: one small interface, implemented in WASM, plain JS, WebGPU and TF.js. */

import type { ModelConfig } from './config.ts';
import type { Batch, LanguageModel } from './language-model.ts';

export type ExecutorKind = 'wasm' | 'js' | 'webgpu' | 'tfjs';

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
