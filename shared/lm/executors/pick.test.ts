/** Choosing an executor by a race, and going on with another when one fails. */

import { describe, expect, it } from 'vitest';
import type { ModelConfig } from '../config.ts';
import type { Executor } from '../executor.ts';
import { initialWeights } from '../init.ts';
import { randomBatch, TINY } from '../testing.ts';
import { withFallback, type Fallback } from './fallback.ts';
import { createJsExecutor } from './js.ts';
import { GRAPHICS_CANDIDATES, pick, type Candidate } from './pick.ts';

const OPTIONS = { learningRate: 1e-2, weightDecay: 0, clipNorm: 1 };

/** Plain JavaScript under another name, with a clock that its steps advance. */
function candidate(
  name: string,
  stepMillis: number,
  clock: { millis: number },
  disposed: string[] = [],
): Candidate {
  return {
    name,
    async create(config: ModelConfig): Promise<Executor> {
      const executor = await createJsExecutor(config);
      const { step, dispose } = executor;
      executor.step = (batch, options) => {
        clock.millis += stepMillis;
        return step.call(executor, batch, options);
      };
      executor.dispose = () => {
        disposed.push(name);
        dispose.call(executor);
      };
      return executor;
    },
  };
}

const broken: Candidate = {
  name: 'broken',
  create: async () => {
    throw new Error('no such device');
  },
};

describe('pick', () => {
  it('keeps the fastest with its initial weights, and disposes the others', async () => {
    const clock = { millis: 0 };
    const disposed: string[] = [];
    const candidates = [
      candidate('slow', 50, clock, disposed),
      broken,
      candidate('fast', 10, clock, disposed),
      candidate('middle', 20, clock, disposed),
    ];
    const result = await pick(TINY, { candidates, now: () => clock.millis, batchRows: 10 });
    expect(result.candidate.name).toBe('fast');
    expect(result.tokensPerSecond).toBeCloseTo((10 * 12 * 1000) / 10);
    expect(result.measurements.map(({ name }) => name)).toEqual(['slow', 'broken', 'fast', 'middle']);
    expect(result.measurements[1]).toEqual({ name: 'broken', tokensPerSecond: 0, error: 'no such device' });
    expect(disposed).toEqual(['slow', 'middle']);
    expect(await result.executor.weights()).toEqual(initialWeights(TINY, 1));
  });

  it('takes WASM here by default, and says what is missing for the rest', async () => {
    const result = await pick(TINY, { now: () => performance.now(), raceMillis: 20 });
    expect(result.executor.backend).toBe('wasm (relaxed SIMD)');
    await expect(pick(TINY, { now: () => 0, candidates: GRAPHICS_CANDIDATES })).rejects.toThrow(
      /no executor works on this device \(webgpu: .*no WebGPU; tfjs-webgpu: .*no WebGPU; tfjs-webgl: .*\)/,
    );
  });
});

describe('the fallback', () => {
  /** Fails every operation once `state.lost` is set, as after a lost graphics device. */
  async function fragile(state: { lost: boolean; error?: Error }): Promise<Executor> {
    const executor = await createJsExecutor(TINY);
    const failing = <A extends unknown[], R>(operation: (...args: A) => Promise<R>) => {
      return async (...args: A): Promise<R> => {
        if (state.lost) throw state.error ?? new Error('device lost');
        return operation.apply(executor, args);
      };
    };
    executor.step = failing(executor.step);
    executor.weights = failing(executor.weights);
    executor.generate = failing(executor.generate);
    return executor;
  }

  it('goes on from the last good weights and says so', async () => {
    const state = { lost: false };
    const fallbacks: Fallback[] = [];
    const candidates = [broken, { name: 'js', create: createJsExecutor }];
    const executor = await withFallback(await fragile(state), {
      candidates,
      onFallback: (fallback) => fallbacks.push(fallback),
      snapshotEvery: 2,
    });
    const batch = randomBatch(TINY, 4, 12);
    for (let step = 0; step < 3; step++) await executor.step(batch, OPTIONS);
    state.lost = true;
    const { loss } = await executor.step(batch, OPTIONS);
    expect(fallbacks).toEqual([
      { code: 'engine/fell_back', from: 'js', to: 'js', error: 'device lost', stepsLost: 1 },
    ]);

    const reference = await createJsExecutor(TINY);
    for (let step = 0; step < 2; step++) await reference.step(batch, OPTIONS);
    expect(loss).toBeCloseTo((await reference.step(batch, OPTIONS)).loss, 6);
  });

  it('replaces the executor once when several steps fail together', async () => {
    const state = { lost: false };
    const fallbacks: Fallback[] = [];
    const executor = await withFallback(await fragile(state), {
      candidates: [
        { name: 'js', create: createJsExecutor },
        { name: 'js', create: createJsExecutor },
      ],
      onFallback: (fallback) => fallbacks.push(fallback),
    });
    const batch = randomBatch(TINY, 4, 12);
    state.lost = true;
    const results = await Promise.all([1, 2, 3].map(() => executor.step(batch, OPTIONS)));
    expect(fallbacks).toHaveLength(1);
    const reference = await createJsExecutor(TINY);
    for (const { loss } of results) {
      expect(loss).toBeCloseTo((await reference.step(batch, OPTIONS)).loss, 6);
    }
  });

  it('passes the error on when nothing is left', async () => {
    const state = { lost: false };
    const executor = await withFallback(await fragile(state), { candidates: [broken] });
    state.lost = true;
    await expect(executor.step(randomBatch(TINY, 1, 4), OPTIONS)).rejects.toThrow('device lost');
  });

  it.each(['step', 'weights', 'generate'] as const)(
    'goes on when memory runs out in %s',
    async (operation) => {
      const state = { lost: false, error: new RangeError('WebAssembly.Memory.grow(): Unable to grow') };
      const fallbacks: Fallback[] = [];
      const executor = await withFallback(await fragile(state), {
        candidates: [{ name: 'js', create: createJsExecutor }],
        onFallback: (fallback) => fallbacks.push(fallback),
      });
      const work = {
        step: () => executor.step(randomBatch(TINY, 4, 12), OPTIONS),
        weights: () => executor.weights(),
        generate: () =>
          executor.generate([[1]], { maxTokens: 2, temperature: 0, topP: 1, stopTokens: [], seed: 1 }),
      };
      state.lost = true;
      await expect(work[operation]()).resolves.toBeDefined();
      expect(fallbacks).toHaveLength(1);
    },
  );

  it("does not mistake the caller's error for the device's", async () => {
    const fallbacks: Fallback[] = [];
    const executor = await withFallback(await createJsExecutor(TINY), {
      candidates: [{ name: 'js', create: createJsExecutor }],
      onFallback: (fallback) => fallbacks.push(fallback),
    });
    const bad = { ...randomBatch(TINY, 1, 4), rows: 0 };
    await expect(executor.step(bad, OPTIONS)).rejects.toThrow(RangeError);
    expect(fallbacks).toEqual([]);
  });
});
