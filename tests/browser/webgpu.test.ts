/** In real Chromium, our WGSL kernels compute what plain JavaScript does, at any size, and a lost device stops nothing. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TINY } from '../../shared/lm/testing.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import { modelConfig, MODEL_SIZES } from '../../shared/game/training/model.ts';
import { openEnginePage, type EnginePage } from './engine-page.ts';
import type { KernelErrors, KernelSize } from './kernel-bench.ts';
import type { GradientReport, LossOfDevice, ManyShapes, Race, SharedDevice } from './webgpu-page.ts';
import type { Frequencies, Texts } from './webgpu-text-page.ts';

let page: EnginePage;

beforeAll(async () => {
  page = await openEnginePage();
}, 60_000);

afterAll(() => page?.close());

/** None is a multiple of the tiles of 32 and 64, nor of the 64 queries of a workgroup. */
const SIZES: readonly KernelSize[] = [
  { rows: 1, length: 4, heads: 1, headWidth: 4, inputs: 4, outputs: 4 },
  { rows: 3, length: 12, heads: 2, headWidth: 4, inputs: 12, outputs: 20 },
  { rows: 2, length: 20, heads: 3, headWidth: 12, inputs: 20, outputs: 36 },
  { rows: 5, length: 28, heads: 1, headWidth: 16, inputs: 36, outputs: 28 },
  { rows: 1, length: 36, heads: 2, headWidth: 16, inputs: 40, outputs: 44 },
  { rows: 2, length: 44, heads: 5, headWidth: 4, inputs: 52, outputs: 60 },
  { rows: 7, length: 8, heads: 2, headWidth: 12, inputs: 60, outputs: 68 },
  { rows: 1, length: 68, heads: 3, headWidth: 16, inputs: 68, outputs: 100 },
  { rows: 3, length: 52, heads: 1, headWidth: 16, inputs: 100, outputs: 132 },
  { rows: 1, length: 140, heads: 1, headWidth: 12, inputs: 132, outputs: 260 },
];

describe('every kernel is that of plain JavaScript', () => {
  it.each(SIZES)('at $rows x $length positions, $inputs x $outputs', async (size) => {
    const errors = await page.call<KernelErrors>('webgpu-kernels-page.ts', 'compareKernels', size);
    expect(Object.keys(errors)).toHaveLength(31);
    for (const [kernel, error] of Object.entries(errors)) expect(error, kernel).toBeLessThan(1e-4);
  });
});

describe('a step is that of plain JavaScript', () => {
  const sizes = MODEL_SIZES.map((size) => [size, modelConfig({ size, contextLength: 32 }, 260)] as const);
  const odd = {
    architecture: 'transformer' as const,
    vocabSize: 52,
    contextLength: 28,
    width: 36,
    layers: 1,
    heads: 3,
  };

  async function expectSame(
    config: ModelConfig,
    length: number,
    masked: boolean,
    clipNorm: number,
  ): Promise<void> {
    const report = await page.call<GradientReport>('webgpu-page.ts', 'compareGradients', config, 3, length, {
      masked,
      clipNorm,
    });
    expect(Math.abs(report.loss - report.expectedLoss)).toBeLessThan(1e-4);
    expect(report.gradientNorm / report.expectedNorm).toBeCloseTo(1, 4);
    for (const [name, error] of Object.entries(report.gradientErrors)) {
      expect(error, name).toBeLessThan(1e-3);
    }
    expect(report.weightError).toBeLessThan(1e-3);
  }

  it.each(sizes)('for a %s model', (_, config) => expectSame(config, 32, false, 1));
  it('for odd sizes', () => expectSame(odd, 27, false, 1));
  it('with masked targets', () => expectSame(odd, 27, true, 1));
  it('with strong clipping', () => expectSame(odd, 13, true, 0.01));
  it('without clipping', () => expectSame(odd, 1, false, 0));
});

describe('an executor', () => {
  it('keeps its weights while batches change their shape, and gives all memory back', async () => {
    const { js, webgpu, bytes, bytesAfter } = await page.call<ManyShapes>(
      'webgpu-page.ts',
      'trainOnManyShapes',
    );
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytesAfter).toBe(0);
    expect(webgpu).toHaveLength(js.length);
    webgpu.forEach((value, i) => expect(value).toBeCloseTo(js[i], 3));
  });

  it('takes steps in the order they are asked for, also when nobody waits', async () => {
    const { waiting, overlapping } = await page.call<Record<'waiting' | 'overlapping', number[]>>(
      'webgpu-page.ts',
      'trainWithoutWaiting',
    );
    overlapping.forEach((loss, step) => expect(loss).toBeCloseTo(waiting[step], 5));
  });

  it('shares one device with TF.js', async () => {
    const { newDevices, tfjs, webgpu } = await page.call<SharedDevice>('webgpu-page.ts', 'shareDevice');
    expect(newDevices).toBeLessThanOrEqual(1);
    webgpu.forEach((loss, step) => expect(loss).toBeCloseTo(tfjs[step], 4));
    expect(webgpu[1]).toBeLessThan(webgpu[0]);
  });
});

describe('text', () => {
  const odd = {
    architecture: 'transformer' as const,
    vocabSize: 300,
    contextLength: 28,
    width: 36,
    layers: 2,
    heads: 3,
  };
  const greedy = { maxTokens: 6, temperature: 0, topP: 1, seed: 1, stopTokens: [2] };

  async function generate(config: typeof odd, prompts: number, options: object): Promise<Texts> {
    const all = { ...greedy, ...options };
    return page.call<Texts>('webgpu-text-page.ts', 'generateOnBoth', config, prompts, all);
  }

  it.each([
    ['a tiny model', TINY],
    ['odd sizes', odd],
  ])('of %s is that of plain JavaScript where it is greedy', async (_, config) => {
    const { js, webgpu } = await generate(config, 28, {});
    expect(new Set(js.map(({ length }) => length)).size).toBeGreaterThan(4);
    expect(webgpu).toEqual(js);
  });

  it.each([
    ['a temperature', { temperature: 1.2 }],
    ['a nucleus', { temperature: 0.8, topP: 0.9 }],
    ['a small nucleus', { temperature: 1, topP: 0.3 }],
  ])('with %s has the draws of plain JavaScript, but for rounding', async (_, options) => {
    const { js, webgpu } = await generate(odd, 20, options);
    const same = js.filter((answer, i) => answer.join() === webgpu[i].join()).length;
    expect(same).toBeGreaterThanOrEqual(19);
  });

  it('has each token as often as the model says', async () => {
    const draws = 400;
    const { counts, chances } = await page.call<Frequencies>('webgpu-text-page.ts', 'drawNextToken', draws);
    expect(Math.max(...chances)).toBeGreaterThan(2 / TINY.vocabSize);
    const chiSquare = counts.reduce((sum, count, token) => {
      const expected = draws * chances[token];
      return sum + (count - expected) ** 2 / expected;
    }, 0);
    // 19 degrees of freedom: one seed in a thousand gives more.
    expect(chiSquare).toBeLessThan(43.8);
  });
});

describe('a graphics processor in software', () => {
  it('is not raced by the page, and would lose the race to WASM', async () => {
    const { winner, measurements, hasGraphics } = await page.call<Race>('webgpu-page.ts', 'raceSoftware');
    expect(hasGraphics).toBe(false);
    expect(measurements.map(({ name }) => name)).toEqual(['webgpu', 'wasm']);
    for (const { tokensPerSecond } of measurements) expect(tokensPerSecond).toBeGreaterThan(0);
    expect(winner).toBe('wasm');
  });
});

describe('when the device is lost', () => {
  it.each(['between steps', 'during a step'])('%s, WASM goes on from the last good weights', async (when) => {
    const lost = await page.call<LossOfDevice>('webgpu-page.ts', 'loseDevice', when);
    expect(lost.fallbacks).toHaveLength(1);
    expect(lost.fallbacks[0]).toMatchObject({ code: 'engine/fell_back', stepsLost: 0 });
    expect(lost.fallbacks[0].from).toContain('webgpu');
    expect(lost.fallbacks[0].error).toContain('webgpu: the device was lost');
    expect(lost.kindAfter).toBe('wasm');
    lost.losses.forEach((loss, step) => expect(loss).toBeCloseTo(lost.expected[step], 3));
    expect(lost.errors).toHaveLength(2);
    for (const error of lost.errors) expect(error).toContain('webgpu: the device was lost');
  });
});
