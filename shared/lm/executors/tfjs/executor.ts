/** The executor in TF.js: slow but independent of our kernels, and able to use a graphics processor. */

import * as tf from '@tensorflow/tfjs';
import type { ParameterSpec } from '../../../nn/tensors.ts';
import { useBackend, type TfjsBackend } from '../../../nn/tfjs/backends.ts';
import type { ModelConfig } from '../../config.ts';
import type { DistillingExecutor, Inspection, StepOptions, StepResult } from '../../executor.ts';
import { initialWeights } from '../../init.ts';
import type { Batch, Evaluation, SamplingOptions } from '../../language-model.ts';
import { parameterSpec } from '../../spec.ts';
import {
  splitBatch,
  validateBatch,
  validateDistributions,
  validatePrompts,
  validateTrainingBatch,
  validateWeights,
} from '../checks.ts';
import { ProcessorDecoder } from '../processor-decoder.ts';
import { logits } from './logits.ts';
import { oneHotRows, rowNats, sliceParameters } from './model.ts';

const BETA_1 = 0.9;
const BETA_2 = 0.99;
const ADAM_EPSILON = 1e-8;

/** Weights and moments as flat vectors on the device. */
interface State {
  weights: tf.Tensor1D;
  firstMoment: tf.Tensor1D;
  secondMoment: tf.Tensor1D;
}

/** Throws a RangeError on an invalid configuration and an Error where the backend is missing. */
export async function createTfjsExecutor(
  config: ModelConfig,
  backend: TfjsBackend,
): Promise<DistillingExecutor> {
  const spec = parameterSpec(config);
  await useBackend(backend);
  const executor = new TfjsExecutor(config, backend, spec);
  await executor.load(initialWeights(config, 1));
  return executor;
}

class TfjsExecutor implements DistillingExecutor {
  readonly kind = 'tfjs';
  readonly backend: string;
  readonly config: ModelConfig;
  readonly #tfBackend: TfjsBackend;
  readonly #spec: ParameterSpec;
  #state: State | undefined;
  #stepCount = 0;
  #disposed = false;
  readonly #decoder: ProcessorDecoder;

  constructor(config: ModelConfig, backend: TfjsBackend, spec: ParameterSpec) {
    this.config = { ...config };
    this.backend = `tfjs ${backend}`;
    this.#tfBackend = backend;
    this.#spec = spec;
    this.#decoder = new ProcessorDecoder(this.config);
  }

  async load(weights: Float32Array, { keepMoments = false } = {}): Promise<void> {
    validateWeights(weights, this.#spec.parameterCount);
    await this.#activate();
    const old = this.#state;
    const zeros = (): tf.Tensor1D => tf.zeros([this.#spec.parameterCount]);
    const kept = keepMoments && old ? old : undefined;
    this.#state = {
      weights: tf.tensor1d(weights.slice()),
      firstMoment: kept?.firstMoment ?? zeros(),
      secondMoment: kept?.secondMoment ?? zeros(),
    };
    this.#decoder.expire();
    old?.weights.dispose();
    if (kept) return;
    old?.firstMoment.dispose();
    old?.secondMoment.dispose();
    this.#stepCount = 0;
  }

  async step(batch: Batch, options: StepOptions): Promise<StepResult> {
    const divisor = validateTrainingBatch(this.config, batch, options.normalizer);
    return this.#descend(batch, () => oneHotRows(batch.targets, this.config.vocabSize), divisor, options);
  }

  async stepToward(batch: Batch, distributions: Float32Array, options: StepOptions): Promise<StepResult> {
    const divisor = validateTrainingBatch(this.config, batch, options.normalizer);
    const { vocabSize } = this.config;
    validateDistributions(batch, vocabSize, distributions);
    const wanted = (): tf.Tensor2D => tf.tensor2d(distributions, [batch.rows * batch.length, vocabSize]);
    return this.#descend(batch, wanted, divisor, options);
  }

  /** A step toward the distributions [rows * length, vocabSize] that `wanted` makes. */
  async #descend(
    batch: Batch,
    wanted: () => tf.Tensor2D,
    divisor: number,
    options: StepOptions,
  ): Promise<StepResult> {
    await this.#activate();
    const state = this.#useState();
    this.#stepCount++;
    const names = this.#spec.tensors.map(({ name }) => name);
    const [weights, firstMoment, secondMoment, report] = tf.tidy(() => {
      const loss = (...parts: tf.Tensor[]): tf.Scalar => {
        const parameters = new Map(names.map((name, i) => [name, parts[i]]));
        return tf.div(tf.sum(this.#rowNats(parameters, batch, wanted())), divisor);
      };
      const { value, grads } = tf.valueAndGrads(loss)(sliceParameters(state.weights, this.#spec));
      const gradient = tf.concat1d(grads.map((part) => tf.reshape(part, [-1])));
      const norm: tf.Scalar = tf.sqrt(tf.sum(tf.square(gradient)));
      const next = this.#update(state, gradient, norm, options);
      return [...next, tf.stack([value, norm])] as const;
    });
    state.weights.dispose();
    state.firstMoment.dispose();
    state.secondMoment.dispose();
    this.#state = { weights, firstMoment, secondMoment };
    this.#decoder.expire();
    const [loss, gradientNorm] = await report.data();
    report.dispose();
    return { loss, gradientNorm };
  }

  async evaluate(batch: Batch): Promise<Evaluation> {
    const weight = validateBatch(this.config, batch);
    const losses = await this.#lossesOf(batch);
    return { nats: losses.reduce((sum, nats) => sum + nats, 0), weight };
  }

  async rowLosses(batch: Batch): Promise<Float32Array> {
    validateBatch(this.config, batch);
    return Float32Array.from(await this.#lossesOf(batch));
  }

  async weights(): Promise<Float32Array> {
    await this.#activate();
    return Float32Array.from(await this.#useState().weights.data());
  }

  /** Decodes on the processor from the weights read back: one position is too little for TF.js. */
  async generate(prompts: readonly (readonly number[])[], options: SamplingOptions): Promise<number[][]> {
    validatePrompts(this.config, prompts);
    return this.#decoder.generate(() => this.weights(), prompts, options);
  }

  async inspect(prompt: readonly number[], count: number): Promise<Inspection> {
    return this.#decoder.inspect(() => this.weights(), prompt, count);
  }

  async predict(batch: Batch): Promise<Float32Array> {
    validateBatch(this.config, batch);
    await this.#activate();
    const { rows, length } = batch;
    const chances = tf.tidy(() => {
      const tensors = sliceParameters(this.#useState().weights, this.#spec);
      const parameters = new Map(this.#spec.tensors.map(({ name }, i) => [name, tensors[i]]));
      return tf.softmax(logits(this.config, parameters, batch.tokens, rows, length));
    });
    const result = Float32Array.from(await chances.data());
    chances.dispose();
    return result;
  }

  /** Frees the tensors; every later call throws. */
  dispose(): void {
    this.#state?.weights.dispose();
    this.#state?.firstMoment.dispose();
    this.#state?.secondMoment.dispose();
    this.#decoder.dispose();
    this.#state = undefined;
    this.#disposed = true;
  }

  /** TF.js has one active backend for all: make it ours before any operation. */
  async #activate(): Promise<void> {
    if (this.#disposed) throw new Error('executor: used after dispose');
    await useBackend(this.#tfBackend);
  }

  #useState(): State {
    if (!this.#state) throw new Error('executor: used before load or after dispose');
    return this.#state;
  }

  async #lossesOf(batch: Batch): Promise<number[]> {
    await this.#activate();
    const names = this.#spec.tensors.map(({ name }) => name);
    const losses: number[] = [];
    for (const part of splitBatch(batch)) {
      const result = tf.tidy(() => {
        const tensors = sliceParameters(this.#useState().weights, this.#spec);
        const wanted = oneHotRows(part.targets, this.config.vocabSize);
        return this.#rowNats(new Map(names.map((name, i) => [name, tensors[i]])), part, wanted);
      });
      losses.push(...(await result.data()));
      result.dispose();
    }
    return losses;
  }

  #rowNats(parameters: ReadonlyMap<string, tf.Tensor>, batch: Batch, wanted: tf.Tensor2D): tf.Tensor1D {
    const { rows, length, tokens, weights } = batch;
    const values = logits(this.config, parameters, tokens, rows, length);
    return rowNats(values, wanted, tf.tensor2d(weights, [rows, length]));
  }

  /** AdamW on the flat vectors; clipping stays on the device, so that no step waits for a read. */
  #update(
    state: State,
    gradient: tf.Tensor1D,
    norm: tf.Scalar,
    { learningRate, weightDecay, clipNorm }: StepOptions,
  ): [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D] {
    const clipped = clipNorm > 0 ? tf.mul(gradient, tf.div(clipNorm, tf.maximum(norm, clipNorm))) : gradient;
    const first = tf.add(tf.mul(state.firstMoment, BETA_1), tf.mul(clipped, 1 - BETA_1));
    const second = tf.add(tf.mul(state.secondMoment, BETA_2), tf.mul(tf.square(clipped), 1 - BETA_2));
    const mean = tf.div(first, 1 - BETA_1 ** this.#stepCount);
    const deviation = tf.add(tf.sqrt(tf.div(second, 1 - BETA_2 ** this.#stepCount)), ADAM_EPSILON);
    const change = tf.add(tf.div(mean, deviation), tf.mul(state.weights, weightDecay));
    const weights = tf.sub(state.weights, tf.mul(change, learningRate));
    return [weights as tf.Tensor1D, first as tf.Tensor1D, second as tf.Tensor1D];
  }
}
