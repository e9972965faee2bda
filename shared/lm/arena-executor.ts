/** The executor over the flat arena, for any set of kernels: a step is written once and runs in WASM and in plain JS. */

import { planActivations, planArena, planDecoding, type Activations, type Arena } from './arena.ts';
import { backward } from './backward.ts';
import {
  splitBatch,
  validateBatch,
  validatePrompts,
  validateTrainingBatch,
  validateWeights,
} from './batch.ts';
import type { ModelConfig } from './config.ts';
import type {
  Batch,
  Evaluation,
  Executor,
  ExecutorKind,
  SamplingOptions,
  StepOptions,
  StepResult,
} from './executor.ts';
import { forward } from './forward.ts';
import { generateBatched } from './generate.ts';
import { initialWeights } from './init.ts';
import type { KernelHost } from './kernels.ts';

/** AdamW's decay rates; the kernels hold the same numbers. */
const BETA_1 = 0.9;
const BETA_2 = 0.99;
/** Sequences decoded side by side: enough to keep the matrix product busy. */
const DECODING_SLOTS = 64;

/** Starts with the weights of seed 1 until `load` is called. */
export class ArenaExecutor implements Executor {
  readonly kind: ExecutorKind;
  readonly config: ModelConfig;
  readonly #arena: Arena;
  #host: KernelHost | undefined;
  #activations: Activations | undefined;
  #stepCount = 0;

  /** Throws a RangeError on an invalid configuration. */
  constructor(kind: ExecutorKind, config: ModelConfig, host: KernelHost) {
    this.kind = kind;
    this.config = { ...config };
    this.#arena = planArena(config);
    this.#host = host;
    host.reserve(this.#arena.end);
    host.floats().set(initialWeights(config, 1), this.#arena.weights);
  }

  get backend(): string {
    return this.#useHost().backend;
  }

  async load(weights: Float32Array, { keepMoments = false } = {}): Promise<void> {
    const host = this.#useHost();
    const { parameterCount, weights: offset, firstMoment, secondMoment } = this.#arena;
    validateWeights(weights, parameterCount);
    host.floats().set(weights, offset);
    if (keepMoments) return;
    host.kernels.fillZero(firstMoment, parameterCount);
    host.kernels.fillZero(secondMoment, parameterCount);
    this.#stepCount = 0;
  }

  async step(batch: Batch, options: StepOptions): Promise<StepResult> {
    const host = this.#useHost();
    const arena = this.#arena;
    const divisor = validateTrainingBatch(this.config, batch, options.normalizer);
    const activations = this.#fill(host, batch);
    const { kernels } = host;
    forward(kernels, this.config, arena, activations);
    const nats = this.#loss(host, activations, 1 / divisor);
    backward(kernels, this.config, arena, activations);
    const gradientNorm = Math.sqrt(kernels.sumOfSquares(arena.gradients, arena.parameterCount));
    const { learningRate, weightDecay, clipNorm } = options;
    const gradientScale = clipNorm > 0 && gradientNorm > clipNorm ? clipNorm / gradientNorm : 1;
    this.#stepCount++;
    kernels.adamW(
      arena.weights,
      arena.gradients,
      arena.firstMoment,
      arena.secondMoment,
      arena.parameterCount,
      learningRate,
      weightDecay,
      gradientScale,
      1 / (1 - BETA_1 ** this.#stepCount),
      1 / (1 - BETA_2 ** this.#stepCount),
    );
    return { loss: nats / divisor, gradientNorm };
  }

  async evaluate(batch: Batch): Promise<Evaluation> {
    const host = this.#useHost();
    const weight = validateBatch(this.config, batch);
    let nats = 0;
    for (const part of splitBatch(batch)) {
      const activations = this.#fill(host, part);
      forward(host.kernels, this.config, this.#arena, activations);
      nats += this.#loss(host, activations, 0);
    }
    return { nats, weight };
  }

  async rowLosses(batch: Batch): Promise<Float32Array> {
    const host = this.#useHost();
    validateBatch(this.config, batch);
    const losses: number[] = [];
    for (const part of splitBatch(batch)) {
      const activations = this.#fill(host, part);
      forward(host.kernels, this.config, this.#arena, activations);
      const { starts, lengths } = activations.layout;
      for (let row = 0; row < part.rows; row++) {
        losses.push(this.#loss(host, activations, 0, starts[row], lengths[row]));
      }
    }
    return Float32Array.from(losses);
  }

  async weights(): Promise<Float32Array> {
    const { weights, parameterCount } = this.#arena;
    return this.#useHost()
      .floats()
      .slice(weights, weights + parameterCount);
  }

  /** The gradient of the last step before clipping, [parameterCount]: for tests and views. */
  gradients(): Float32Array {
    const { gradients, parameterCount } = this.#arena;
    return this.#useHost()
      .floats()
      .slice(gradients, gradients + parameterCount);
  }

  async generate(prompts: readonly (readonly number[])[], options: SamplingOptions): Promise<number[][]> {
    const host = this.#useHost();
    validatePrompts(this.config, prompts);
    if (prompts.length === 0) return [];
    const slots = Math.min(DECODING_SLOTS, prompts.length);
    const buffers = planDecoding(this.config, slots, this.#arena.end);
    host.reserve(buffers.end);
    return generateBatched(host, this.config, this.#arena, buffers, prompts, options);
  }

  /** Lets go of the memory; every later call throws. */
  dispose(): void {
    this.#host = undefined;
    this.#activations = undefined;
  }

  #useHost(): KernelHost {
    if (!this.#host) throw new Error('executor: used after dispose');
    return this.#host;
  }

  /** Weighted cross-entropy of some positions, or of all. */
  #loss(
    host: KernelHost,
    activations: Activations,
    gradientScale: number,
    start = 0,
    positions = activations.layout.positionCount,
  ): number {
    const { logits, targets, lossWeights } = activations;
    const { vocabSize } = this.config;
    return host.kernels.crossEntropy(
      logits + start * vocabSize,
      targets + start,
      lossWeights + start,
      positions,
      vocabSize,
      gradientScale,
    );
  }

  /**
   * Copies a validated batch into the arena. What follows a row's last target with weight is left out, so that a short
   * exercise costs no more than its own tokens; each row is then padded to a multiple of 4 positions without weight.
   */
  #fill(host: KernelHost, batch: Batch): Activations {
    const { rows } = batch;
    const length = (batch.length + 3) & ~3;
    let activations = this.#activations;
    if (activations?.rows !== rows || activations.length !== length) {
      activations = planActivations(this.config, rows, length, this.#arena.end);
      host.reserve(activations.end);
      this.#activations = activations;
    }
    const integers = host.integers();
    const floats = host.floats();
    const { tokens, positions, targets, lossWeights, layout } = activations;
    let start = 0;
    for (let row = 0; row < rows; row++) {
      const used = (lastWeighted(batch, row) + 4) & ~3;
      layout.starts[row] = start;
      layout.lengths[row] = used;
      for (let t = 0; t < used; t++) {
        const to = start + t;
        const from = row * batch.length + t;
        const inside = t < batch.length;
        integers[tokens + to] = inside ? batch.tokens[from] : 0;
        integers[positions + to] = t;
        integers[targets + to] = inside ? batch.targets[from] : 0;
        floats[lossWeights + to] = inside ? batch.weights[from] : 0;
      }
      start += used;
    }
    layout.positionCount = start;
    return activations;
  }
}

/** The last position of a row whose target carries weight: attention is causal, so nothing after it matters. */
function lastWeighted({ length, weights }: Batch, row: number): number {
  for (let t = length - 1; t > 0; t--) if (weights[row * length + t] !== 0) return t;
  return 0;
}
