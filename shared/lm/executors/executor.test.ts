/** All executors do the same: plain JavaScript, WASM with and without relaxed SIMD, and TF.js as the independent oracle. */

import { describe, expect, it } from 'vitest';
import { detectSimd } from '../../nn/wasm/host.ts';
import type { ModelConfig } from '../config.ts';
import type { Executor } from '../executor.ts';
import { initialWeights } from '../init.ts';
import type { Batch, SamplingOptions } from '../language-model.ts';
import { createNetwork } from '../networks.ts';
import { parameterSpec } from '../spec.ts';
import { randomBatch, TINY, TINY_GRU } from '../testing.ts';
import type { HeapExecutor } from './heap-executor.ts';
import { createJsExecutor } from './js.ts';
import { createTfjsExecutor } from './tfjs/executor.ts';
import { partsOfStep } from './training.ts';
import { createWasmExecutor } from './wasm.ts';

const OPTIONS = { learningRate: 3e-3, weightDecay: 0.01, clipNorm: 1 };
const GREEDY: SamplingOptions = { maxTokens: 8, temperature: 0, topP: 1, seed: 1, stopTokens: [] };

const ALL: readonly [string, (config: ModelConfig) => Promise<Executor>][] = [
  ['js', createJsExecutor],
  ['wasm relaxed', (config) => createWasmExecutor(config, 'relaxed')],
  ['wasm plain', (config) => createWasmExecutor(config, 'plain')],
  ['wasm without SIMD', (config) => createWasmExecutor(config, 'none')],
  ['tfjs cpu', (config) => createTfjsExecutor(config, 'cpu')],
];

/** Step of the numeric derivatives: too small to cross a kink of the ReLU, too large to drown in rounding. */
const EPSILON = 3e-4;

/** Weights away from the start, where gains are 1 and biases 0, so that every term of every gradient counts. */
function stirredWeights(config: ModelConfig): Float32Array {
  const weights = initialWeights(config, 5);
  return weights.map((weight, i) => weight + 0.1 * Math.sin(i * 12.9898));
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  for (let i = 0; i < actual.length; i++) worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
  expect(worst).toBeLessThan(tolerance);
}

/** Cross-entropy after a small change of one weight, for numeric derivatives. */
async function lossWith(executor: Executor, weights: Float32Array, batch: Batch): Promise<number> {
  await executor.load(weights);
  const { nats, weight } = await executor.evaluate(batch);
  return nats / weight;
}

describe.each([TINY, TINY_GRU])('gradients of a $architecture', (config) => {
  it('of plain JavaScript are the slopes of the loss, for every tensor', async () => {
    const executor = await createJsExecutor(config);
    const weights = stirredWeights(config);
    const batch = randomBatch(config, 3, 12, { masked: true });
    await executor.load(weights);
    await executor.step(batch, { learningRate: 0, weightDecay: 0, clipNorm: 0 });
    const gradient = executor.gradients();
    for (const { name, offset, size } of parameterSpec(config).tensors) {
      for (const at of [offset, offset + Math.floor(size / 2), offset + size - 1]) {
        const changed = weights.slice();
        changed[at] += EPSILON;
        const above = await lossWith(executor, changed, batch);
        changed[at] -= 2 * EPSILON;
        const below = await lossWith(executor, changed, batch);
        expect(Math.abs(gradient[at] - (above - below) / (2 * EPSILON)), name).toBeLessThan(1e-3);
      }
    }
  });

  it('of WASM are those of plain JavaScript', async () => {
    const gradients: Float32Array[] = [];
    const makers: (() => Promise<HeapExecutor>)[] = [
      () => createJsExecutor(config),
      () => createWasmExecutor(config, 'relaxed'),
      () => createWasmExecutor(config, 'plain'),
      () => createWasmExecutor(config, 'none'),
    ];
    for (const make of makers) {
      const executor = await make();
      await executor.load(stirredWeights(config));
      await executor.step(randomBatch(config, 3, 12, { masked: true }), OPTIONS);
      gradients.push(executor.gradients());
    }
    expectClose(gradients[1], gradients[0], 2e-6);
    expectClose(gradients[2], gradients[0], 2e-6);
    expectClose(gradients[3], gradients[0], 2e-6);
  });
});

describe('a batch whose activations take too much memory', () => {
  it('is computed part by part, with the gradients of the whole', async () => {
    const config: ModelConfig = { ...TINY, vocabSize: 2048, contextLength: 256, width: 64 };
    const executor = await createWasmExecutor(config);
    await executor.load(stirredWeights(config));
    const batch = randomBatch(config, 8, 256, { masked: true });
    const network = createNetwork(config);
    const parts = partsOfStep(network, batch);
    expect(parts.map(({ rows }) => rows)).toEqual([4, 4]);
    const normalizer = batch.weights.reduce((sum, weight) => sum + weight, 0);
    const standing = { ...OPTIONS, learningRate: 0, normalizer };
    const { loss } = await executor.step(batch, standing);
    const whole = executor.gradients();
    const added = new Float32Array(whole.length);
    let sum = 0;
    for (const part of parts) {
      sum += (await executor.step(part, standing)).loss;
      executor.gradients().forEach((value, i) => (added[i] += value));
    }
    expect(loss).toBeCloseTo(sum, 5);
    expectClose(whole, added, 2e-6);
  });

  it('stays whole where the rows are stepped through side by side, and where it is small', () => {
    const long = { ...TINY_GRU, vocabSize: 2048, contextLength: 256, width: 64 };
    expect(partsOfStep(createNetwork(long), randomBatch(long, 64, 256))).toHaveLength(1);
    expect(partsOfStep(createNetwork(TINY), randomBatch(TINY, 16, 12))).toHaveLength(1);
  });
});

describe('this machine', () => {
  it('runs relaxed SIMD, so that the tests below test it', () => {
    expect(detectSimd()).toBe('relaxed');
  });
});

describe.each(ALL)('%s', (_, create) => {
  it.each([
    ['full rows', TINY, 4, 12, false],
    ['masked rows of a length that is no multiple of 4', TINY, 3, 7, true],
    ['a single position', TINY, 1, 1, false],
    ['full rows as a GRU', TINY_GRU, 4, 12, false],
    ['masked rows of a length that is no multiple of 4 as a GRU', TINY_GRU, 3, 7, true],
    ['a single position as a GRU', TINY_GRU, 1, 1, false],
  ])('learns like plain JavaScript from %s', async (_, config, rows, length, masked) => {
    const reference = await createJsExecutor(config);
    const executor = await create(config);
    for (const one of [reference, executor]) await one.load(stirredWeights(config));
    for (let step = 0; step < 5; step++) {
      const batch = randomBatch(config, rows, length, { seed: step, masked });
      const expected = await reference.step(batch, OPTIONS);
      const actual = await executor.step(batch, OPTIONS);
      expect(actual.loss).toBeCloseTo(expected.loss, 4);
      expect(actual.gradientNorm).toBeCloseTo(expected.gradientNorm, 3);
    }
    const batch = randomBatch(config, 5, length, { seed: 9 });
    const expected = await reference.evaluate(batch);
    const actual = await executor.evaluate(batch);
    expect(actual.weight).toBe(expected.weight);
    expect(actual.nats / actual.weight).toBeCloseTo(expected.nats / expected.weight, 3);
    executor.dispose();
  });

  it('goes on the same way from reloaded weights when moments are kept, and starts anew otherwise', async () => {
    const batch = randomBatch(TINY, 2, 12);
    const run = async (reload?: { keepMoments: boolean }): Promise<number> => {
      const executor = await create(TINY);
      await executor.load(stirredWeights(TINY));
      for (let step = 0; step < 3; step++) await executor.step(batch, OPTIONS);
      if (reload) await executor.load(await executor.weights(), reload);
      await executor.step(batch, OPTIONS);
      return (await executor.step(batch, OPTIONS)).loss;
    };
    const straight = await run();
    expect(await run({ keepMoments: true })).toBeCloseTo(straight, 5);
    expect(Math.abs((await run({ keepMoments: false })) - straight)).toBeGreaterThan(1e-4);
  });

  it('tells the loss of each row, and steps by signed weights over a given normalizer like plain JavaScript', async () => {
    const reference = await createJsExecutor(TINY);
    const executor = await create(TINY);
    for (const one of [reference, executor]) await one.load(stirredWeights(TINY));
    const batch = randomBatch(TINY, 5, 7, { masked: true });
    const { nats } = await reference.evaluate(batch);
    const losses = await executor.rowLosses(batch);
    expectClose(losses, await reference.rowLosses(batch), 1e-3);
    expect(losses.reduce((sum, loss) => sum + loss, 0)).toBeCloseTo(nats, 3);
    const weights = batch.weights.map((weight, i) => (i < 14 ? -weight : weight));
    const options = { ...OPTIONS, normalizer: 8 };
    for (let step = 0; step < 3; step++) {
      const expected = await reference.step({ ...batch, weights }, options);
      const actual = await executor.step({ ...batch, weights }, options);
      expect(actual.loss).toBeCloseTo(expected.loss, 4);
      expect(actual.gradientNorm).toBeCloseTo(expected.gradientNorm, 3);
    }
    await expect(executor.step({ ...batch, weights }, OPTIONS)).rejects.toThrow(/not negative/);
    await expect(executor.step(batch, { ...OPTIONS, normalizer: 0 })).rejects.toThrow(/normalizer 0/);
  });

  it('begins a second run exactly like the first', async () => {
    const executor = await create(TINY);
    const losses: number[][] = [[], []];
    for (const run of losses) {
      await executor.load(stirredWeights(TINY));
      for (let step = 0; step < 3; step++)
        run.push((await executor.step(randomBatch(TINY, 2, 12), OPTIONS)).loss);
    }
    expect(losses[1]).toEqual(losses[0]);
  });

  it.each([TINY, TINY_GRU])(
    'generates greedily what repeated evaluation would choose: %o',
    async (config) => {
      const executor = await create(config);
      await executor.load(stirredWeights(config));
      const prompt = [3, 1, 4];
      const [answer] = await executor.generate([prompt], GREEDY);
      expect(answer).toHaveLength(8);
      const text = [...prompt, ...answer];
      const nats = async (length: number, target: number): Promise<number> => {
        const tokens = Int32Array.from(text.slice(0, length));
        const weights = new Float32Array(length);
        weights[length - 1] = 1;
        const targets = new Int32Array(length).fill(target);
        return (await executor.evaluate({ rows: 1, length, tokens, targets, weights })).nats;
      };
      for (const length of [3, 6, 10]) {
        const all = await Promise.all(
          Array.from({ length: config.vocabSize }, (_, token) => nats(length, token)),
        );
        expect(all.indexOf(Math.min(...all))).toBe(text[length]);
      }
    },
  );

  it.each([
    ['a token outside the vocabulary', { tokens: Int32Array.of(1, 20, 3, 4) }, /token 20 is outside/],
    ['a negative target', { targets: Int32Array.of(1, -1, 3, 4) }, /target -1 is outside/],
    ['too few weights', { weights: new Float32Array(3) }, /weights must hold rows x length = 4/],
    ['a weight that is no number', { weights: Float32Array.of(1, Number.NaN, 1, 1) }, /weight NaN/],
    ['a row longer than the context', { length: 16 }, /length must be from 1 to the context of 12/],
    ['no rows', { rows: 0 }, /rows must be at least 1/],
    ['nothing to learn', { weights: new Float32Array(4) }, /all loss weights are 0/],
  ])('refuses %s and keeps its weights', async (_, change, message) => {
    const executor = await create(TINY);
    const before = await executor.weights();
    const batch = { ...randomBatch(TINY, 1, 4), ...change };
    await expect(executor.step(batch, OPTIONS)).rejects.toThrow(message);
    expect(await executor.weights()).toEqual(before);
  });

  it('refuses weights and prompts that do not fit', async () => {
    const executor = await create(TINY);
    await expect(executor.load(new Float32Array(3))).rejects.toThrow(/parameters, not 3/);
    await expect(executor.generate([[]], GREEDY)).rejects.toThrow(/1 to 12 tokens, not 0/);
    await expect(executor.generate([[99]], GREEDY)).rejects.toThrow(/token 99 is outside/);
  });

  it('cannot be used after dispose', async () => {
    const executor = await create(TINY);
    executor.dispose();
    executor.dispose();
    await expect(executor.step(randomBatch(TINY, 1, 4), OPTIONS)).rejects.toThrow(/after dispose/);
    await expect(executor.weights()).rejects.toThrow(/after dispose/);
  });
});

describe('generation', () => {
  it.each([TINY, TINY_GRU])(
    'is the same on every executor, for many prompts of different lengths: %o',
    async (config) => {
      const prompts = Array.from({ length: 150 }, (_, i) =>
        Array.from({ length: 1 + (i % 11) }, (_, t) => (i + t * t) % config.vocabSize),
      );
      const answers: number[][][] = [];
      for (const [, create] of ALL) {
        const executor = await create(config);
        await executor.load(stirredWeights(config));
        answers.push(await executor.generate(prompts, GREEDY));
      }
      expect(new Set(answers[0].map(({ length }) => length)).size).toBeGreaterThan(2);
      for (const other of answers.slice(1)) expect(other).toEqual(answers[0]);
    },
  );

  it('stops before a stop token', async () => {
    const executor = await createWasmExecutor(TINY);
    await executor.load(stirredWeights(TINY));
    const [free] = await executor.generate([[3, 1, 4]], GREEDY);
    const stop = free[5];
    const [stopped] = await executor.generate([[3, 1, 4]], { ...GREEDY, stopTokens: [stop] });
    expect(stopped).toEqual(free.slice(0, free.indexOf(stop)));
  });

  it('depends on a prompt and its seed, not on how many others run beside it', async () => {
    const executor = await createWasmExecutor(TINY);
    await executor.load(stirredWeights(TINY));
    const options = { ...GREEDY, temperature: 1, topP: 0.9, seed: 4 };
    const prompts = Array.from({ length: 100 }, (_, i) => [i % TINY.vocabSize]);
    const many = await executor.generate(prompts, options);
    expect(await executor.generate(prompts.slice(0, 3), options)).toEqual(many.slice(0, 3));
    expect(await executor.generate(prompts, { ...options, seed: 5 })).not.toEqual(many);
  });

  it('stops where the context ends and when asked for nothing', async () => {
    const executor = await createWasmExecutor(TINY);
    const long = Array.from({ length: 10 }, () => 1);
    const full = Array.from({ length: 12 }, () => 1);
    const [continued, none] = await executor.generate([long, full], { ...GREEDY, maxTokens: 50 });
    expect(continued).toHaveLength(2);
    expect(none).toEqual([]);
    expect(await executor.generate([long], { ...GREEDY, maxTokens: 0 })).toEqual([[]]);
    expect(await executor.generate([], GREEDY)).toEqual([]);
  });

  it('leaves training undisturbed', async () => {
    const batch = randomBatch(TINY, 4, 12);
    const run = async (withText: boolean): Promise<number> => {
      const executor = await createWasmExecutor(TINY);
      for (let step = 0; step < 4; step++) {
        await executor.step(batch, OPTIONS);
        if (withText) await executor.generate([[1, 2], [3]], GREEDY);
      }
      return (await executor.evaluate(batch)).nats;
    };
    expect(await run(true)).toBe(await run(false));
  });
});
