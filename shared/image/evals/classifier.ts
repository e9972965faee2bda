/**
 * A small classifier of the world's pictures: one hidden layer that learns to name what a picture shows. The hidden values are
 * the features in which sets of pictures are compared (see frechet.ts).
 */

import { updateWeights } from '../../nn/adamw.ts';
import { Planner, planHeap } from '../../nn/heap-layout.ts';
import type { KernelHost } from '../../nn/kernels.ts';
import { linear, linearGradient, addRows } from '../../nn/products.ts';
import { listTensors } from '../../nn/tensors.ts';
import type { Random } from '../../random.ts';
import { CHANNELS, PICTURE_VALUES } from '../config.ts';
import { fillNoise } from '../noise.ts';
import { channelOf, type Palette } from '../pixels.ts';

/** Hidden values: what two hundred pictures can fill with a covariance. */
const FEATURES = 32;
const BATCH = 64;
const LEARNING_RATE = 2e-3;

/** A picture and its class for each question: which subject, which color, ... */
export interface LabelledPicture {
  picture: Uint8Array;
  labels: readonly number[];
}

export class Classifier {
  readonly #host: KernelHost;
  readonly #palette: Palette;
  readonly #plan: ReturnType<typeof planClassifier>;

  /** `classes` says how many answers each question has. */
  constructor(host: KernelHost, palette: Palette, classes: readonly number[], random: Random) {
    this.#host = host;
    this.#palette = palette;
    this.#plan = planClassifier(classes);
    const { spec, heapLayout, end } = this.#plan;
    host.reserve(end);
    const weights = new Float32Array(spec.parameterCount);
    fillNoise(random, weights);
    for (const { offset, size, init } of spec.tensors) {
      for (let i = offset; i < offset + size; i++) weights[i] *= 'normal' in init ? init.normal : 0;
    }
    host.floats().set(weights, heapLayout.weights);
  }

  /** Trains on chance batches; returns the loss of the last step in nats a question. */
  train(pictures: readonly LabelledPicture[], steps: number, random: Random): number {
    let loss = 0;
    for (let step = 1; step <= steps; step++) {
      const batch = Array.from({ length: BATCH }, () => random.pick(pictures));
      loss = this.#step(batch, step, LEARNING_RATE * Math.min(1, (2 * (steps + 1 - step)) / steps));
    }
    return loss;
  }

  /** The features of each picture. */
  features(pictures: readonly Uint8Array[]): Float32Array[] {
    const { hidden } = this.#plan;
    return this.#inBatches(pictures, (row) => {
      const at = hidden + row * FEATURES;
      return this.#host.floats().slice(at, at + FEATURES);
    });
  }

  /** The likeliest answer to each question, for each picture. */
  classify(pictures: readonly Uint8Array[]): number[][] {
    return this.#inBatches(pictures, (row) =>
      this.#plan.heads.map(({ layer, logits, classes }) => {
        const at = logits + row * layer.outputs;
        const scores = [...this.#host.floats().subarray(at, at + classes)];
        return scores.indexOf(Math.max(...scores));
      }),
    );
  }

  #inBatches<T>(pictures: readonly Uint8Array[], read: (row: number) => T): T[] {
    const results: T[] = [];
    for (let from = 0; from < pictures.length; from += BATCH) {
      const batch = pictures.slice(from, from + BATCH);
      this.#forward(batch);
      results.push(...batch.map((_, row) => read(row)));
    }
    return results;
  }

  #forward(pictures: readonly Uint8Array[]): void {
    const { hiddenLayer, hidden, input, heads } = this.#plan;
    const { kernels } = this.#host;
    const floats = this.#host.floats();
    let i = input;
    for (const picture of pictures) {
      for (const color of picture) {
        for (let channel = 0; channel < CHANNELS; channel++, i++) {
          floats[i] = channelOf(this.#palette, color, channel);
        }
      }
    }
    linear(kernels, hiddenLayer, input, hidden, pictures.length);
    kernels.squaredRelu(hidden, pictures.length * FEATURES);
    for (const { layer, logits } of heads) linear(kernels, layer, hidden, logits, pictures.length);
  }

  #step(batch: readonly LabelledPicture[], stepCount: number, learningRate: number): number {
    const { heapLayout, hiddenLayer, hidden, input, heads, targets, lossWeights, dHidden, dPart, scratch } =
      this.#plan;
    const { kernels } = this.#host;
    const rows = batch.length;
    this.#forward(batch.map(({ picture }) => picture));
    kernels.fillZero(heapLayout.gradients, heapLayout.parameterCount);
    kernels.fillZero(dHidden, rows * FEATURES);
    this.#host.floats().fill(1, lossWeights, lossWeights + rows);
    let nats = 0;
    heads.forEach(({ layer, logits }, question) => {
      this.#host.integers().set(
        batch.map(({ labels }) => labels[question]),
        targets,
      );
      nats += kernels.crossEntropy(logits, targets, lossWeights, rows, layer.outputs, 1 / rows);
      linearGradient(kernels, layer, heapLayout.gradientOffset, hidden, logits, dPart, rows, scratch);
      addRows(kernels, dPart, dHidden, rows * FEATURES);
    });
    kernels.squaredReluGradient(hidden, dHidden, rows * FEATURES);
    linearGradient(kernels, hiddenLayer, heapLayout.gradientOffset, input, dHidden, dPart, rows, scratch);
    const norm = Math.sqrt(kernels.sumOfSquares(heapLayout.gradients, heapLayout.parameterCount));
    const update = { learningRate, weightDecay: 0, clipNorm: 1, stepCount };
    updateWeights(kernels, heapLayout, 0, heapLayout.parameterCount, norm, update);
    return nats / rows / heads.length;
  }
}

function planClassifier(classes: readonly number[]) {
  const widths = classes.map((count) => (count + 3) & ~3);
  const spec = listTensors((add) => {
    const layer = (name: string, inputs: number, outputs: number): void => {
      add(`${name}.weight`, [inputs, outputs], { normal: 1 / Math.sqrt(inputs) });
      add(`${name}.bias`, [outputs], { constant: 0 });
    };
    layer('hidden', PICTURE_VALUES, FEATURES);
    widths.forEach((width, question) => layer(`head${question}`, FEATURES, width));
  });
  const { heapLayout, find } = planHeap(spec);
  const planner = new Planner(heapLayout.end);
  return {
    spec,
    heapLayout,
    hiddenLayer: find.linear('hidden'),
    input: planner.take(BATCH * PICTURE_VALUES),
    hidden: planner.take(BATCH * FEATURES),
    dHidden: planner.take(BATCH * FEATURES),
    /** Also takes the gradient of the input, which nobody reads. */
    dPart: planner.take(BATCH * PICTURE_VALUES),
    targets: planner.take(BATCH),
    lossWeights: planner.take(BATCH),
    scratch: planner.take(PICTURE_VALUES * FEATURES),
    heads: widths.map((width, question) => ({
      layer: find.linear(`head${question}`),
      logits: planner.take(BATCH * width),
      classes: classes[question],
    })),
    end: planner.end,
  };
}
