import { describe, expect, it } from 'vitest';
import { createJsHost } from '../nn/js/kernels.ts';
import { createWasmHost } from '../nn/wasm/host.ts';
import { createRandom } from '../random.ts';
import { PATCHES, PATCH_VALUES, PICTURE_VALUES, PIXELS, type PainterConfig } from './config.ts';
import { fillNoise, TIME_FEATURES, writeTimeFeatures } from './noise.ts';
import { initialPainter, Painter, type NoisyPictures } from './painter.ts';
import { conditionSize, MIXED, painterSpec } from './tensors.ts';

const CONFIG: PainterConfig = { words: 5, colors: 4, width: 8, layers: 2 };
const STILL = { learningRate: 0, weightDecay: 0, clipNorm: 0 };

/** Weights of which none is zero, so that every gradient flows. */
function livelyWeights(config: PainterConfig): Float32Array {
  const weights = initialPainter(config, 3);
  const noise = new Float32Array(weights.length);
  fillNoise(createRandom(4), noise);
  return weights.map((weight, i) => weight + 0.1 * noise[i]);
}

function someNoisy(pictures: number): { noisy: NoisyPictures; colors: Uint8Array } {
  const random = createRandom(1);
  const values = new Float32Array(pictures * PICTURE_VALUES);
  fillNoise(random, values);
  const times = Float32Array.from({ length: pictures }, (_, i) => (i + 0.5) / pictures);
  const colors = Uint8Array.from({ length: pictures * PIXELS }, () => random.int(CONFIG.colors));
  return { noisy: { values, times, words: [[0, 3], [], [4]].slice(0, pictures) }, colors };
}

/** Mean cross-entropy of logits in nats a pixel. */
function crossEntropy(logits: readonly number[], colors: Uint8Array): number {
  const nats = [...colors].map((color, pixel) => {
    const of = logits.slice(pixel * CONFIG.colors, (pixel + 1) * CONFIG.colors);
    return Math.log(of.reduce((sum, logit) => sum + Math.exp(logit), 0)) - of[color];
  });
  return nats.reduce((sum, one) => sum + one, 0) / nats.length;
}

/** The same network picture by picture and number by number, as its formulas say. */
function naivePainter(
  config: PainterConfig,
  weights: Float32Array,
  { values, times, words }: NoisyPictures,
): number[] {
  const { width, layers } = config;
  const tensors = new Map(painterSpec(config).tensors.map((tensor) => [tensor.name, tensor]));
  const get = (name: string): Float32Array => {
    const { offset, size } = tensors.get(name)!;
    return weights.subarray(offset, offset + size);
  };
  const squaredRelu = (x: number): number => Math.max(0, x) ** 2;
  const dense = (x: readonly number[], name: string): number[] => {
    const bias = get(`${name}.bias`);
    const weight = get(`${name}.weight`);
    return [...bias].map((b, j) => x.reduce((sum, value, i) => sum + value * weight[i * bias.length + j], b));
  };
  const norm = (x: readonly number[], name: string): number[] => {
    const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
    const deviation = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length + 1e-5);
    return x.map(
      (value, i) => ((value - mean) / deviation) * get(`${name}.gain`)[i] + get(`${name}.bias`)[i],
    );
  };
  const add = (x: readonly number[], y: readonly number[]): number[] => x.map((value, i) => value + y[i]);
  return [...times].flatMap((time, picture) => {
    const condition = new Float32Array(conditionSize(config));
    writeTimeFeatures(time, condition, 0);
    for (const word of words[picture]) condition[TIME_FEATURES + word] = 1;
    const told = dense([...condition], 'condition').map(squaredRelu);
    let stream = Array.from({ length: PATCHES }, (_, patch) => {
      const from = picture * PICTURE_VALUES + patch * PATCH_VALUES;
      const position = [...get('position').subarray(patch * width, (patch + 1) * width)];
      return add(dense([...values.subarray(from, from + PATCH_VALUES)], 'embed'), position);
    });
    for (let layer = 0; layer < layers; layer++) {
      const block = `block${layer}`;
      const input = stream.map((row) => add(row, dense(told, `${block}.shift`)));
      const normed = input.map((row) => norm(row, `${block}.norm1`));
      const mix = get(`${block}.mix`);
      const unmix = get(`${block}.unmix`);
      const mixed = Array.from({ length: MIXED }, (_, hidden) =>
        Array.from({ length: width }, (_, c) =>
          squaredRelu(normed.reduce((sum, row, patch) => sum + mix[hidden * PATCHES + patch] * row[c], 0)),
        ),
      );
      const middle = input.map((row, patch) =>
        row.map((value, c) =>
          mixed.reduce((sum, one, hidden) => sum + unmix[patch * MIXED + hidden] * one[c], value),
        ),
      );
      stream = middle.map((row) =>
        add(
          row,
          dense(dense(norm(row, `${block}.norm2`), `${block}.expand`).map(squaredRelu), `${block}.contract`),
        ),
      );
    }
    return stream.flatMap((row) => dense(norm(row, 'finalNorm'), 'output'));
  });
}

describe('a painter', () => {
  it.each(['js', 'wasm'])('computes with %s what its formulas say', async (backend) => {
    const painter = new Painter(CONFIG, backend === 'js' ? createJsHost() : await createWasmHost());
    const weights = livelyWeights(CONFIG);
    painter.load(weights);
    const { noisy } = someNoisy(3);
    const wanted = naivePainter(CONFIG, weights, noisy);
    const got = painter.predict(noisy);
    expect(got).toHaveLength(wanted.length);
    expect(Math.max(...wanted.map(Math.abs))).toBeGreaterThan(0.5);
    expect(Math.max(...wanted.map((value, i) => Math.abs(value - got[i])))).toBeLessThan(1e-4);
  });

  it('has the gradient that finite differences give, for every tensor', () => {
    const painter = new Painter(CONFIG, createJsHost());
    const weights = livelyWeights(CONFIG);
    const { noisy, colors } = someNoisy(3);
    const lossAt = (changed: Float32Array): number =>
      crossEntropy(naivePainter(CONFIG, changed, noisy), colors);
    painter.load(weights);
    expect(painter.step(noisy, colors, STILL)).toBeCloseTo(lossAt(weights), 4);
    const gradients = painter.gradients();
    for (const { name, offset, size } of painterSpec(CONFIG).tensors) {
      for (const at of [0, size >> 1, size - 1]) {
        const difference = [1e-2, -1e-2].map((by) => {
          const changed = weights.slice();
          changed[offset + at] += by;
          return lossAt(changed);
        });
        const slope = (difference[0] - difference[1]) / 2e-2;
        expect(Math.abs(gradients[offset + at] - slope), `${name}[${at}]`).toBeLessThan(
          2e-4 + 0.03 * Math.abs(slope),
        );
      }
    }
  });

  it('steps alike in JS and in WASM', async () => {
    const { noisy, colors } = someNoisy(3);
    const update = { learningRate: 1e-3, weightDecay: 0.01, clipNorm: 1 };
    const weights = await Promise.all(
      [createJsHost(), createWasmHost()].map(async (host) => {
        const painter = new Painter(CONFIG, await host);
        for (let step = 0; step < 5; step++) painter.step(noisy, colors, update);
        return painter.weights();
      }),
    );
    expect(Math.max(...weights[0].map((value, i) => Math.abs(value - weights[1][i])))).toBeLessThan(1e-4);
  });

  it('gets closer to what it is shown again and again', async () => {
    const painter = new Painter({ ...CONFIG, width: 32 }, await createWasmHost());
    const { noisy, colors } = someNoisy(3);
    const update = { learningRate: 1e-2, weightDecay: 0, clipNorm: 1 };
    const losses = Array.from({ length: 200 }, () => painter.step(noisy, colors, update));
    expect(losses[199]).toBeLessThan(0.5 * losses[0]);
  });

  it('is independent of the other pictures in its batch', () => {
    const painter = new Painter(CONFIG, createJsHost());
    painter.load(livelyWeights(CONFIG));
    const { noisy } = someNoisy(3);
    const alone = painter.predict({
      values: noisy.values.slice(PICTURE_VALUES, 2 * PICTURE_VALUES),
      times: noisy.times.slice(1, 2),
      words: [noisy.words[1]],
    });
    const together = painter.predict(noisy).subarray(alone.length, 2 * alone.length);
    expect(Math.max(...alone.map((value, i) => Math.abs(value - together[i])))).toBeLessThan(1e-5);
  });

  it.each([
    ['no words', { words: 0 }],
    ['a width that is no multiple of 4', { width: 10 }],
    ['layers that are no number', { layers: NaN }],
  ])('is not made with %s', (_, wrong) => {
    expect(() => new Painter({ ...CONFIG, ...wrong }, createJsHost())).toThrow(RangeError);
  });

  it('refuses what is no batch and no weights of its own, and stays as it was', () => {
    const painter = new Painter(CONFIG, createJsHost());
    const before = painter.weights();
    const { noisy, colors } = someNoisy(2);
    expect(() => painter.predict({ ...noisy, values: noisy.values.slice(1) })).toThrow('need');
    expect(() => painter.predict({ ...noisy, words: [[0]] })).toThrow('captions');
    expect(() => painter.predict({ ...noisy, words: [[5], []] })).toThrow('no word 5');
    expect(() => painter.step(noisy, colors.slice(1), STILL)).toThrow('colors');
    expect(() => painter.load(new Float32Array(3))).toThrow('weights');
    expect(() => painter.load(before.map(() => NaN))).toThrow('not a number');
    expect(painter.weights()).toEqual(before);
  });
});
