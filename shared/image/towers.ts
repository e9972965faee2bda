/**
 * Two towers, one for pictures and one for captions, that learn to point the same way where picture and caption belong together
 * (CLIP, Radford et al., 2021): then words find pictures, and it can be said how well the two fit.
 */

import { updateWeights } from '../nn/adamw.ts';
import { Planner, planHeap, type LinearLayer, type NormLayer } from '../nn/heap-layout.ts';
import type { KernelHost } from '../nn/kernels.ts';
import { addRows, linear, linearGradient, product } from '../nn/products.ts';
import { listTensors } from '../nn/tensors.ts';
import type { Random } from '../random.ts';
import { PICTURE_VALUES, PIXELS } from './config.ts';
import { fillNoise } from './noise.ts';
import { channelOf, type Palette } from './pixels.ts';
import type { TrainingPictures } from './train.ts';

/** Pairs of a training step: each picture is told from the captions of all others. */
const BATCH = 64;
const HIDDEN = 64;
/** Numbers that a picture or a caption becomes. */
export const DIRECTIONS = 32;
const LEARNING_RATE = 3e-3;
/** How sharply a batch's captions are told apart at first; the gains of the last norms learn it. */
const FIRST_GAIN = 0.5;

export class Towers {
  readonly #host: KernelHost;
  readonly #palette: Palette;
  readonly #words: number;
  readonly #plan: ReturnType<typeof planTowers>;

  /** `words` is the size of the captions' vocabulary. */
  constructor(host: KernelHost, palette: Palette, words: number, random: Random) {
    this.#host = host;
    this.#palette = palette;
    this.#words = words;
    this.#plan = planTowers(words);
    const { spec, heapLayout, end } = this.#plan;
    host.reserve(end);
    const weights = new Float32Array(spec.parameterCount);
    fillNoise(random, weights);
    for (const { offset, size, init } of spec.tensors) {
      for (let i = offset; i < offset + size; i++)
        weights[i] = 'constant' in init ? init.constant : init.normal * weights[i];
    }
    host.floats().set(weights, heapLayout.weights);
  }

  /**
   * Trains on chance batches; returns the loss of the last step in nats, which is ln 64 by lot. Throws a RangeError on fewer
   * pictures than a batch has.
   */
  train({ pictures, words }: Omit<TrainingPictures, 'palette'>, steps: number, random: Random): number {
    if (pictures.length < BATCH || words.length !== pictures.length)
      throw new RangeError(
        `towers: need ${BATCH} pictures with a caption each, got ${pictures.length} and ${words.length}`,
      );
    let loss = 0;
    for (let step = 1; step <= steps; step++) {
      const chosen = Array.from({ length: BATCH }, () => random.int(pictures.length));
      const rate = LEARNING_RATE * Math.min(1, (2 * (steps + 1 - step)) / steps);
      this.#readPictures(chosen.map((i) => pictures[i]));
      this.#readCaptions(chosen.map((i) => words[i]));
      loss = this.#step(step, rate);
    }
    return loss;
  }

  /** Where each picture points: `fit` compares it with captions. */
  lookAt(pictures: readonly Uint8Array[]): Float32Array[] {
    return this.#inBatches(pictures, this.#plan.pictures, (batch) => this.#readPictures(batch));
  }

  /** Where each caption, as numbers of its words, points. */
  read(captions: readonly (readonly number[])[]): Float32Array[] {
    return this.#inBatches(captions, this.#plan.captions, (batch) => this.#readCaptions(batch));
  }

  #inBatches<T>(items: readonly T[], tower: Tower, read: (batch: readonly T[]) => void): Float32Array[] {
    const results: Float32Array[] = [];
    for (let from = 0; from < items.length; from += BATCH) {
      const batch = items.slice(from, from + BATCH);
      read(batch);
      this.#climb(tower, batch.length);
      for (let row = 0; row < batch.length; row++) {
        const at = tower.points + row * DIRECTIONS;
        results.push(this.#host.floats().slice(at, at + DIRECTIONS));
      }
    }
    return results;
  }

  #readPictures(pictures: readonly Uint8Array[]): void {
    const floats = this.#host.floats();
    let i = this.#plan.pictures.input;
    for (const picture of pictures) {
      if (picture.length !== PIXELS)
        throw new RangeError(`towers: a picture has ${PIXELS} pixels, not ${picture.length}`);
      for (const color of picture)
        for (let channel = 0; channel < 3; channel++, i++)
          floats[i] = channelOf(this.#palette, color, channel);
    }
  }

  #readCaptions(captions: readonly (readonly number[])[]): void {
    const floats = this.#host.floats();
    const { input, hidden } = this.#plan.captions;
    floats.fill(0, input, input + captions.length * hidden.inputs);
    captions.forEach((numbers, row) => {
      for (const word of numbers) {
        if (!(word >= 0 && word < this.#words)) throw new RangeError(`towers: there is no word ${word}`);
        floats[input + row * hidden.inputs + word] = 1;
      }
    });
  }

  /** From what a tower has read to where it points. */
  #climb({ input, hidden, folded, out, raw, norm, points, statistics }: Tower, rows: number): void {
    const { kernels } = this.#host;
    linear(kernels, hidden, input, folded, rows);
    kernels.squaredRelu(folded, rows * HIDDEN);
    linear(kernels, out, folded, raw, rows);
    kernels.layerNorm(raw, norm.gain, norm.bias, points, statistics, rows, DIRECTIONS);
  }

  #step(stepCount: number, learningRate: number): number {
    const { heapLayout, pictures, captions, fits, turned, targets, lossWeights, scratch } = this.#plan;
    const { kernels } = this.#host;
    for (const tower of [pictures, captions]) this.#climb(tower, BATCH);
    kernels.fillZero(heapLayout.gradients, heapLayout.parameterCount);
    kernels.transpose(captions.points, DIRECTIONS, BATCH, DIRECTIONS, scratch);
    product(
      kernels,
      [pictures.points, DIRECTIONS, 1],
      [scratch, BATCH],
      [fits, BATCH],
      [BATCH, DIRECTIONS, BATCH],
    );
    kernels.transpose(fits, BATCH, BATCH, BATCH, turned);
    this.#host.floats().fill(1, lossWeights, lossWeights + BATCH);
    this.#host.integers().set(
      Array.from({ length: BATCH }, (_, row) => row),
      targets,
    );
    /* Each picture chooses among the captions, and each caption among the pictures. */
    const halved = 1 / (2 * BATCH);
    const nats =
      kernels.crossEntropy(fits, targets, lossWeights, BATCH, BATCH, halved) +
      kernels.crossEntropy(turned, targets, lossWeights, BATCH, BATCH, halved);
    kernels.transpose(turned, BATCH, BATCH, BATCH, scratch);
    addRows(kernels, scratch, fits, BATCH * BATCH);
    product(
      kernels,
      [fits, BATCH, 1],
      [captions.points, DIRECTIONS],
      [pictures.dPoints, DIRECTIONS],
      [BATCH, BATCH, DIRECTIONS],
    );
    product(
      kernels,
      [fits, 1, BATCH],
      [pictures.points, DIRECTIONS],
      [captions.dPoints, DIRECTIONS],
      [BATCH, BATCH, DIRECTIONS],
    );
    for (const tower of [pictures, captions]) this.#descend(tower);
    const norm = Math.sqrt(kernels.sumOfSquares(heapLayout.gradients, heapLayout.parameterCount));
    const update = { learningRate, weightDecay: 0, clipNorm: 1, stepCount };
    updateWeights(kernels, heapLayout, 0, heapLayout.parameterCount, norm, update);
    return nats / 2 / BATCH;
  }

  /** The gradients of a tower's parameters, from those of where it points. */
  #descend({
    input,
    hidden,
    folded,
    out,
    raw,
    norm,
    statistics,
    dPoints,
    dRaw,
    dFolded,
    dInput,
  }: Tower): void {
    const { kernels } = this.#host;
    const { heapLayout, scratch } = this.#plan;
    const { gradientOffset } = heapLayout;
    const { gain, bias } = norm;
    const [dGain, dBias] = [gain + gradientOffset, bias + gradientOffset];
    kernels.layerNormGradient(dPoints, raw, gain, statistics, dGain, dBias, dRaw, BATCH, DIRECTIONS, 0);
    linearGradient(kernels, out, gradientOffset, folded, dRaw, dFolded, BATCH, scratch);
    kernels.squaredReluGradient(folded, dFolded, BATCH * HIDDEN);
    linearGradient(kernels, hidden, gradientOffset, input, dFolded, dInput, BATCH, scratch);
  }
}

/** How well a picture and a caption fit by where they point: the larger the better; only those of the same towers compare. */
export function fit(picture: Float32Array, caption: Float32Array): number {
  return picture.reduce((sum, value, i) => sum + value * caption[i], 0);
}

interface Tower {
  input: number;
  hidden: LinearLayer;
  folded: number;
  out: LinearLayer;
  raw: number;
  norm: NormLayer;
  points: number;
  statistics: number;
  dPoints: number;
  dRaw: number;
  dFolded: number;
  /** Read by nobody. */
  dInput: number;
}

function planTowers(words: number) {
  const inputs = { pictures: PICTURE_VALUES, captions: (words + 3) & ~3 };
  const spec = listTensors((add) => {
    const layer = (name: string, from: number, to: number): void => {
      add(`${name}.weight`, [from, to], { normal: 1 / Math.sqrt(from) });
      add(`${name}.bias`, [to], { constant: 0 });
    };
    for (const name of ['pictures', 'captions'] as const) {
      layer(`${name}.hidden`, inputs[name], HIDDEN);
      layer(`${name}.out`, HIDDEN, DIRECTIONS);
      add(`${name}.norm.gain`, [DIRECTIONS], { constant: FIRST_GAIN });
      add(`${name}.norm.bias`, [DIRECTIONS], { constant: 0 });
    }
  });
  const { heapLayout, find } = planHeap(spec);
  const planner = new Planner(heapLayout.end);
  const tower = (name: keyof typeof inputs): Tower => ({
    input: planner.take(BATCH * inputs[name]),
    hidden: find.linear(`${name}.hidden`),
    folded: planner.take(BATCH * HIDDEN),
    out: find.linear(`${name}.out`),
    raw: planner.take(BATCH * DIRECTIONS),
    norm: find.norm(`${name}.norm`),
    points: planner.take(BATCH * DIRECTIONS),
    statistics: planner.take(2 * BATCH),
    dPoints: planner.take(BATCH * DIRECTIONS),
    dRaw: planner.take(BATCH * DIRECTIONS),
    dFolded: planner.take(BATCH * HIDDEN),
    dInput: planner.take(BATCH * inputs[name]),
  });
  return {
    spec,
    heapLayout,
    pictures: tower('pictures'),
    captions: tower('captions'),
    /** How well each picture fits each caption, and then the gradient of it. */
    fits: planner.take(BATCH * BATCH),
    turned: planner.take(BATCH * BATCH),
    targets: planner.take(BATCH),
    lossWeights: planner.take(BATCH),
    scratch: planner.take(Math.max(PICTURE_VALUES, inputs.captions) * HIDDEN),
    end: planner.end,
  };
}
