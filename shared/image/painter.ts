/** A painter on a heap of kernels: it guesses the colors that lie behind noise, and learns from what they were. */

import { updateWeights } from '../nn/adamw.ts';
import type { KernelHost } from '../nn/kernels.ts';
import { createRandom } from '../random.ts';
import { backward } from './backward.ts';
import { PATCH_PIXELS, PATCH_VALUES, PICTURE_VALUES, PIXELS, type PainterConfig } from './config.ts';
import { forward } from './forward.ts';
import { planActivations, planPainter, type Activations, type PainterLayout } from './layout.ts';
import { fillNoise, TIME_FEATURES, writeTimeFeatures } from './noise.ts';
import { fromPatchMajor, toPatchMajor } from './pixels.ts';
import { conditionSize, painterSpec } from './tensors.ts';

/** Pictures with noise in them, patch by patch (see pixels.ts), and what the painter is told of each. */
export interface NoisyPictures {
  /** [pictures, PICTURE_VALUES] */
  values: Float32Array;
  /** From 0, a picture, to 1, noise; one for each picture. */
  times: Float32Array;
  /** Numbers of the caption's words, one list for each picture; an empty one is no caption. */
  words: readonly (readonly number[])[];
}

export interface PainterStep {
  learningRate: number;
  weightDecay: number;
  /** Largest norm of the gradient; 0 = no clipping. */
  clipNorm: number;
}

/** Standard normal values times the tensor's own deviation. Throws a RangeError on an invalid configuration. */
export function initialPainter(config: PainterConfig, seed: number): Float32Array {
  const { tensors, parameterCount } = painterSpec(config);
  const weights = new Float32Array(parameterCount);
  fillNoise(createRandom(seed), weights);
  for (const { offset, size, init } of tensors) {
    for (let i = offset; i < offset + size; i++) {
      weights[i] = 'constant' in init ? init.constant : init.normal * weights[i];
    }
  }
  return weights;
}

export class Painter {
  readonly config: PainterConfig;
  readonly #host: KernelHost;
  readonly #layout: PainterLayout;
  #activations: Activations | undefined;
  #stepCount = 0;

  /** Starts with the weights of seed 1 until `load` is called. Throws a RangeError on an invalid configuration. */
  constructor(config: PainterConfig, host: KernelHost) {
    this.config = { ...config };
    this.#host = host;
    this.#layout = planPainter(config);
    host.reserve(this.#layout.end);
    this.load(initialPainter(config, 1));
  }

  get backend(): string {
    return this.#host.backend;
  }

  /** Takes weights and forgets what the optimizer knew. Throws a RangeError on weights that are no painter's of this shape. */
  load(weights: Float32Array): void {
    const { parameterCount, firstMoment, secondMoment, weights: at } = this.#layout;
    if (weights.length !== parameterCount) {
      throw new RangeError(`painter: needs ${parameterCount} weights, got ${weights.length}`);
    }
    if (!weights.every(Number.isFinite)) throw new RangeError('painter: a weight is not a number');
    this.#host.floats().set(weights, at);
    this.#host.kernels.fillZero(firstMoment, parameterCount);
    this.#host.kernels.fillZero(secondMoment, parameterCount);
    this.#stepCount = 0;
  }

  weights(): Float32Array {
    const { weights, parameterCount } = this.#layout;
    return this.#host.floats().slice(weights, weights + parameterCount);
  }

  /** The gradient of the last step before clipping: for tests. */
  gradients(): Float32Array {
    const { gradients, parameterCount } = this.#layout;
    return this.#host.floats().slice(gradients, gradients + parameterCount);
  }

  /** Logits of each pixel's color, [pictures, PIXELS, colors], patch by patch. Throws a RangeError on bad input. */
  predict(noisy: NoisyPictures): Float32Array {
    const { output, pictures } = this.#run(noisy);
    return fromPatchMajor(this.#host.floats(), output, pictures, PATCH_PIXELS * this.config.colors);
  }

  /**
   * One step toward the colors that are there, [pictures, PIXELS] patch by patch; returns their mean cross-entropy before
   * it, in nats a pixel.
   */
  step(noisy: NoisyPictures, colors: Uint8Array, update: PainterStep): number {
    this.#checkColors(noisy.times.length, colors);
    const activations = this.#run(noisy);
    const { output, targets, lossWeights, pictures } = activations;
    const { kernels } = this.#host;
    const { gradients, parameterCount } = this.#layout;
    toPatchMajor(colors, pictures, PATCH_PIXELS, this.#host.integers(), targets);
    const count = pictures * PIXELS;
    this.#host.floats().fill(1, lossWeights, lossWeights + count);
    const nats = kernels.crossEntropy(output, targets, lossWeights, count, this.config.colors, 1 / count);
    backward(kernels, this.config, this.#layout, activations);
    const norm = Math.sqrt(kernels.sumOfSquares(gradients, parameterCount));
    updateWeights(kernels, this.#layout, 0, parameterCount, norm, {
      ...update,
      stepCount: ++this.#stepCount,
    });
    return nats / count;
  }

  #checkColors(pictures: number, colors: Uint8Array): void {
    if (colors.length !== pictures * PIXELS) {
      throw new RangeError(
        `painter: ${pictures} pictures have ${pictures * PIXELS} pixels, got ${colors.length} colors`,
      );
    }
    const unknown = colors.find((color) => color >= this.config.colors);
    if (unknown !== undefined) throw new RangeError(`painter: there is no color ${unknown}`);
  }

  /** Fills in the batch and runs the network forward. */
  #run({ values, times, words }: NoisyPictures): Activations {
    const pictures = times.length;
    if (pictures < 1 || values.length !== pictures * PICTURE_VALUES || words.length !== pictures) {
      throw new RangeError(
        `painter: ${pictures} pictures need ${pictures * PICTURE_VALUES} values and as many captions, got ${values.length} and ${words.length}`,
      );
    }
    let activations = this.#activations;
    if (activations?.pictures !== pictures) {
      activations = planActivations(this.config, this.#layout, pictures);
      this.#host.reserve(activations.end);
      this.#activations = activations;
    }
    const floats = this.#host.floats();
    toPatchMajor(values, pictures, PATCH_VALUES, floats, activations.patches);
    const size = conditionSize(this.config);
    floats.fill(0, activations.conditions, activations.conditions + pictures * size);
    words.forEach((numbers, picture) => {
      const at = activations.conditions + picture * size;
      writeTimeFeatures(times[picture], floats, at);
      for (const word of numbers) {
        if (!(word >= 0 && word < this.config.words))
          throw new RangeError(`painter: there is no word ${word}`);
        floats[at + TIME_FEATURES + word] = 1;
      }
    });
    forward(this.#host.kernels, this.config, this.#layout, activations);
    return activations;
  }
}
