/** The executor over the flat heap, for any set of kernels: a step is written once and runs in WASM and in plain JS. */

import { updateWeights, type StepSettings } from '../../nn/adamw.ts';
import type { KernelHost } from '../../nn/kernels.ts';
import type { ModelConfig } from '../config.ts';
import { beamSearch, beamSlots } from '../decoding/beam.ts';
import type { Decoder } from '../decoding/decode-position.ts';
import { generateBatched, slotsFor } from '../decoding/generate.ts';
import { inspectPrompt } from '../decoding/inspect.ts';
import { readSampling } from '../decoding/sampling.ts';
import type { DistillingExecutor, ExecutorKind, Inspection, StepOptions, StepResult } from '../executor.ts';
import type { Batch, Evaluation, SamplingOptions } from '../language-model.ts';
import type { BatchPlan, Network } from '../network.ts';
import { createNetwork } from '../networks.ts';
import {
  splitBatch,
  validateBatch,
  validateDistributions,
  validatePrompts,
  validateTrainingBatch,
  validateWeights,
} from './checks.ts';
import {
  addGradients,
  addSoftGradients,
  clearGradients,
  fillActivations,
  partsOfStep,
  type Trainer,
} from './training.ts';

/** Positions evaluated in one pass: enough for the matrix product, and few new pages of memory for a model that is only scored. */
const EVALUATION_POSITIONS = 512;
/** Sequences decoded side by side: enough to keep the matrix product busy. */
const DECODING_SLOTS = 64;

/** Starts with the network's initial weights until `load` is called. */
export class HeapExecutor implements DistillingExecutor {
  readonly kind: ExecutorKind;
  readonly config: ModelConfig;
  readonly #network: Network;
  #host: KernelHost | undefined;
  #activations: BatchPlan | undefined;
  readonly #trainer: Trainer;
  #stepCount = 0;

  /** Trains the model's weights on this thread unless it gets another network, or a trainer with the network that it works on. Throws a RangeError on an invalid configuration. */
  constructor(
    kind: ExecutorKind,
    config: ModelConfig,
    host: KernelHost,
    team?: { network: Network; trainer?: Trainer },
  ) {
    this.kind = kind;
    this.config = { ...config };
    this.#network = team?.network ?? createNetwork(config);
    this.#trainer = team?.trainer ?? { step: this.#stepHere, dispose: () => undefined };
    this.#host = host;
    const { weights, end } = this.#network.heapLayout;
    host.reserve(end);
    host.floats().set(this.#network.initial(), weights);
    this.#network.prepare(host);
    this.#network.refresh?.(host);
  }

  get backend(): string {
    return this.#useHost().backend;
  }

  async load(weights: Float32Array, { keepMoments = false } = {}): Promise<void> {
    const host = this.#useHost();
    const { parameterCount, weights: offset, firstMoment, secondMoment } = this.#network.heapLayout;
    validateWeights(weights, parameterCount);
    host.floats().set(weights, offset);
    this.#network.refresh?.(host);
    if (keepMoments) return;
    host.kernels.fillZero(firstMoment, parameterCount);
    host.kernels.fillZero(secondMoment, parameterCount);
    this.#stepCount = 0;
  }

  async step(batch: Batch, options: StepOptions): Promise<StepResult> {
    this.#useHost();
    const divisor = validateTrainingBatch(this.config, batch, options.normalizer);
    const { nats, gradientNorm } = this.#trainer.step(batch, divisor, this.#nextUpdate(options));
    return { loss: nats / divisor, gradientNorm };
  }

  async stepToward(batch: Batch, distributions: Float32Array, options: StepOptions): Promise<StepResult> {
    const host = this.#useHost();
    const divisor = validateTrainingBatch(this.config, batch, options.normalizer);
    const { vocabSize } = this.config;
    validateDistributions(batch, vocabSize, distributions);
    const activations = this.#fill(host, batch);
    const { layout, end } = activations;
    host.reserve(end + layout.positionCount * vocabSize);
    layout.starts.forEach((start, row) => {
      const from = row * batch.length * vocabSize;
      const size = Math.min(layout.lengths[row], batch.length) * vocabSize;
      host.floats().set(distributions.subarray(from, from + size), end + start * vocabSize);
    });
    clearGradients(host.kernels, this.#network.heapLayout);
    const nats = addSoftGradients(host.kernels, vocabSize, activations, end, divisor);
    return { loss: nats / divisor, gradientNorm: this.#descend(host, this.#nextUpdate(options)) };
  }

  async evaluate(batch: Batch): Promise<Evaluation> {
    const host = this.#useHost();
    const weight = validateBatch(this.config, batch);
    let nats = 0;
    for (const part of splitBatch(batch, EVALUATION_POSITIONS)) {
      const activations = this.#fill(host, part);
      activations.forward(host.kernels);
      nats += this.#loss(host, activations);
    }
    return { nats, weight };
  }

  async rowLosses(batch: Batch): Promise<Float32Array> {
    const host = this.#useHost();
    validateBatch(this.config, batch);
    const losses: number[] = [];
    for (const part of splitBatch(batch, EVALUATION_POSITIONS)) {
      const activations = this.#fill(host, part);
      activations.forward(host.kernels);
      const { starts, lengths } = activations.layout;
      for (let row = 0; row < part.rows; row++) {
        losses.push(this.#loss(host, activations, starts[row], lengths[row]));
      }
    }
    return Float32Array.from(losses);
  }

  async weights(): Promise<Float32Array> {
    const { weights, parameterCount } = this.#network.heapLayout;
    return this.#useHost()
      .floats()
      .slice(weights, weights + parameterCount);
  }

  /** The gradient of the last step before clipping, [parameterCount]: for tests and views. */
  gradients(): Float32Array {
    const { gradients, parameterCount } = this.#network.heapLayout;
    return this.#useHost()
      .floats()
      .slice(gradients, gradients + parameterCount);
  }

  async predict(batch: Batch): Promise<Float32Array> {
    const host = this.#useHost();
    validateBatch(this.config, batch);
    const { vocabSize } = this.config;
    const rowSize = batch.length * vocabSize;
    const result = new Float32Array(batch.rows * rowSize);
    let done = 0;
    for (const part of splitBatch(batch, EVALUATION_POSITIONS)) {
      const activations = this.#fill(host, part);
      const { layout, logits } = activations;
      activations.forward(host.kernels);
      host.kernels.softmaxRows(logits, layout.positionCount, vocabSize, 1);
      layout.starts.forEach((start, row) => {
        const from = logits + start * vocabSize;
        const size = Math.min(layout.lengths[row], part.length) * vocabSize;
        result.set(host.floats().subarray(from, from + size), (done + row) * rowSize);
      });
      done += part.rows;
    }
    return result;
  }

  async generate(prompts: readonly (readonly number[])[], options: SamplingOptions): Promise<number[][]> {
    validatePrompts(this.config, prompts);
    const sampling = readSampling(this.config, options);
    if (prompts.length === 0) return [];
    if (sampling.beams === 1) {
      return generateBatched(this.#decoder(slotsFor(prompts, DECODING_SLOTS)), prompts, sampling);
    }
    const decoder = this.#decoder(beamSlots(sampling.beams));
    return prompts.map((prompt) => beamSearch(decoder, prompt, sampling));
  }

  async inspect(prompt: readonly number[], count: number): Promise<Inspection> {
    validatePrompts(this.config, [prompt]);
    return inspectPrompt(this.#decoder(1), prompt, count);
  }

  /** Lets go of the memory; every later call throws. */
  dispose(): void {
    if (this.#host) this.#trainer.dispose();
    this.#host = undefined;
    this.#activations = undefined;
  }

  #useHost(): KernelHost {
    if (!this.#host) throw new Error('executor: used after dispose');
    return this.#host;
  }

  #nextUpdate({ learningRate, weightDecay, clipNorm }: StepOptions): StepSettings {
    return { learningRate, weightDecay, clipNorm, stepCount: ++this.#stepCount };
  }

  #stepHere: Trainer['step'] = (batch, divisor, update) => {
    const host = this.#useHost();
    clearGradients(host.kernels, this.#network.heapLayout);
    let nats = 0;
    for (const part of partsOfStep(this.#network, batch)) {
      const activations = this.#fill(host, part);
      nats += addGradients(host.kernels, this.config.vocabSize, activations, divisor);
    }
    return { nats, gradientNorm: this.#descend(host, update) };
  };

  /** Updates the weights by their gradient; returns its norm. */
  #descend(host: KernelHost, update: StepSettings): number {
    const { kernels } = host;
    const heapLayout = this.#network.heapLayout;
    const gradientNorm = Math.sqrt(kernels.sumOfSquares(heapLayout.gradients, heapLayout.parameterCount));
    updateWeights(kernels, heapLayout, 0, heapLayout.parameterCount, gradientNorm, update);
    this.#network.refresh?.(host);
    return gradientNorm;
  }

  /** Room to decode so many sequences side by side, where the activations of training lie between texts. */
  #decoder(slots: number): Decoder {
    const host = this.#useHost();
    const buffers = this.#network.planDecoding(slots);
    host.reserve(buffers.end);
    return { host, config: this.config, buffers };
  }

  /** Weighted cross-entropy of some positions, or of all. */
  #loss(
    host: KernelHost,
    activations: BatchPlan,
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
      0,
    );
  }

  /** Copies a validated batch into the heap. */
  #fill(host: KernelHost, batch: Batch): BatchPlan {
    const { rows } = batch;
    const length = (batch.length + 3) & ~3;
    let activations = this.#activations;
    if (activations?.rows !== rows || activations.length !== length) {
      const { heapLayout } = this.#network;
      activations = this.#network.planBatch(heapLayout, rows, length, heapLayout.end);
      host.reserve(activations.end);
      this.#activations = activations;
    }
    fillActivations(host, activations, batch);
    return activations;
  }
}
