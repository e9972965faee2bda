/** Several threads compute what one does, always the same way, and are gone afterwards. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { spawnNodeThread } from '../../../../tests/node-thread.ts';
import type { ModelConfig } from '../../config.ts';
import type { StepResult } from '../../executor.ts';
import { createNetwork } from '../../networks.ts';
import { randomBatch, TINY, TINY_GRU } from '../../testing.ts';
import type { HeapExecutor } from '../heap-executor.ts';
import { createJsExecutor } from '../js.ts';
import { partsOfStep } from '../training.ts';
import { createWasmExecutor } from '../wasm.ts';
import { rangeStart, splitRows } from './team-plan.ts';
import { Board, type EngineThread, type SpawnThread } from './team.ts';
import { createThreadedExecutor, threadsFor } from './threads.ts';

const OPTIONS = { learningRate: 3e-3, weightDecay: 0.01, clipNorm: 1 };
const ODD: ModelConfig = {
  architecture: 'transformer',
  vocabSize: 268,
  contextLength: 24,
  width: 40,
  layers: 1,
  heads: 2,
};

const threaded = (config: ModelConfig, threads: number, spawn: SpawnThread = spawnNodeThread) =>
  createThreadedExecutor(config, { threads, spawn });

/** Steps of different lengths, every other one masked. */
async function train(executor: HeapExecutor, config: ModelConfig, rows: number): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (let step = 0; step < 4; step++) {
    const batch = randomBatch(config, rows, 12 - 3 * step, { seed: step, masked: step % 2 === 1 });
    results.push(await executor.step(batch, OPTIONS));
  }
  return results;
}

describe('threads', () => {
  it.each([
    ['7 rows on 3', ODD, 7, 3],
    ['6 rows on 2', ODD, 6, 2],
    ['1 row on 3, so that some have nothing to do', TINY, 1, 3],
    ['5 rows on 2 as a GRU', TINY_GRU, 5, 2],
  ])('learn like one thread and like plain JavaScript: %s', async (_, config, rows, threads) => {
    const executor = await threaded(config, threads);
    const results = await train(executor, config, rows);
    for (const reference of [await createWasmExecutor(config), await createJsExecutor(config)]) {
      const expected = await train(reference, config, rows);
      results.forEach(({ loss, gradientNorm }, step) => {
        expect(loss).toBeCloseTo(expected[step].loss, 4);
        expect(gradientNorm).toBeCloseTo(expected[step].gradientNorm, 4);
      });
      const weights = await reference.weights();
      const worst = (await executor.weights()).reduce(
        (worst, weight, i) => Math.max(worst, Math.abs(weight - weights[i])),
        0,
      );
      expect(worst).toBeLessThan(1e-4);
    }
    executor.dispose();
  });

  it('add up the parts of a batch whose activations take too much memory', async () => {
    const config: ModelConfig = { ...TINY, vocabSize: 2048, contextLength: 256, width: 64 };
    const batch = randomBatch(config, 8, 256);
    expect(partsOfStep(createNetwork(config), batch)).toHaveLength(2);
    const executor = await threaded(config, 2);
    const one = await createWasmExecutor(config);
    const [result, expected] = [await executor.step(batch, OPTIONS), await one.step(batch, OPTIONS)];
    expect(result.loss).toBeCloseTo(expected.loss, 5);
    expect(result.gradientNorm).toBeCloseTo(expected.gradientNorm, 5);
    executor.dispose();
  });

  it('give the same result to the last bit every time', async () => {
    const runs: StepResult[][] = [];
    for (let run = 0; run < 2; run++) {
      const executor = await threaded(ODD, 2);
      runs.push(await train(executor, ODD, 5));
      executor.dispose();
    }
    expect(runs[1]).toEqual(runs[0]);
  });

  it('end with the executor, which cannot be used afterwards', async () => {
    const terminated: number[] = [];
    const spawn: SpawnThread = async (start) => {
      const thread = await spawnNodeThread(start);
      const terminate = (): void => {
        terminated.push(start.thread);
        thread.terminate();
      };
      return { terminate };
    };
    const executor = await threaded(TINY, 3, spawn);
    executor.dispose();
    executor.dispose();
    expect(terminated).toEqual([1, 2]);
    await expect(executor.step(randomBatch(TINY, 2, 4), OPTIONS)).rejects.toThrow(/after dispose/);
  });

  it('are refused whole when one cannot be started, and those that were are ended', async () => {
    const ended: EngineThread[] = [];
    const spawn: SpawnThread = async ({ thread }) => {
      if (thread === 2) throw new Error('no room');
      const started = { terminate: () => void ended.push(started) };
      return started;
    };
    await expect(threaded(TINY, 3, spawn)).rejects.toThrow(/no room/);
    expect(ended).toHaveLength(1);
  });

  it('that fail are an error for the one that waits, and for nobody else', () => {
    const board = new Board(Board.create(3), 3);
    board.give('gradients', 2);
    board.done(false);
    board.done(false);
    expect(() => board.join()).not.toThrow();
    board.give('reduce', 2);
    board.done(true);
    expect(() => board.join()).toThrow(/a thread failed/);
  });

  describe('without shared memory', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('are refused with a reason, so that one thread takes over', async () => {
      vi.stubGlobal('SharedArrayBuffer', undefined);
      await expect(threaded(TINY, 2)).rejects.toThrow(/no shared memory: the page is not isolated/);
    });
  });
});

describe('the work of threads', () => {
  it('is cut where the positions are about equally many', () => {
    expect(splitRows([8, 8, 8, 8], 2)).toEqual([0, 2, 4]);
    expect(splitRows([24, 4, 4, 4, 4, 4], 2)).toEqual([0, 1, 6]);
    expect(splitRows([8], 3)).toEqual([0, 0, 1, 1]);
    expect(rangeStart(100, 1, 3)).toBe(32);
    expect(rangeStart(100, 3, 3)).toBe(100);
  });

  it('is shared by at most 4, with a core left to the page where there is one', () => {
    expect([1, 2, 4, 8].map(threadsFor)).toEqual([2, 2, 3, 4]);
  });
});
