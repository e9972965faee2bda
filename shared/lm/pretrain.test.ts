/** Training rounds: rows in order, within their time, with an end that says why. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import type { Executor, StepOptions } from './executor.ts';
import { createWasmExecutor } from './executors/wasm.ts';
import type { Batch } from './language-model.ts';
import { runRound, trainRound, type RoundOptions, type RoundProgress } from './pretrain.ts';
import { PADDING, type Rows } from './rows.ts';
import { learningRateAt } from './schedule.ts';
import { FINE_TUNING, fineTuningSchedule } from './sft.ts';
import { TINY } from './testing.ts';

/** Rows of 12 targets in which each token is followed by its successor; the last row is half padding. */
function countingRows(count: number): Rows {
  const contextLength = TINY.contextLength;
  const random = createRandom(2);
  const tokens = new Uint16Array(count * (contextLength + 1));
  for (let row = 0; row < count; row++) {
    const start = random.int(TINY.vocabSize);
    for (let t = 0; t <= contextLength; t++) {
      tokens[row * (contextLength + 1) + t] = (start + t) % TINY.vocabSize;
    }
  }
  tokens.fill(PADDING, tokens.length - 6);
  return { contextLength, count, tokens, lossFrom: new Uint16Array(count).fill(1) };
}

/** Records batches and rates; each step takes 10 ms on its clock. */
function recorder(lossOf: (step: number) => number = () => 2): {
  executor: Executor;
  batches: Batch[];
  rates: number[];
  now: () => number;
} {
  const batches: Batch[] = [];
  const rates: number[] = [];
  let clock = 1000;
  const executor = {
    kind: 'js',
    backend: 'recorder',
    config: TINY,
    async step(batch: Batch, { learningRate }: StepOptions) {
      batches.push(batch);
      rates.push(learningRate);
      clock += 10;
      return { loss: lossOf(batches.length), gradientNorm: 1 };
    },
  } as unknown as Executor;
  return { executor, batches, rates, now: () => clock };
}

async function reports(options: RoundOptions): Promise<RoundProgress[]> {
  const all: RoundProgress[] = [];
  for await (const progress of trainRound(options)) all.push(progress);
  return all;
}

describe('a training round', () => {
  it('takes every row once, in order, and tells how it goes', async () => {
    const { executor, batches, rates, now } = recorder((step) => step);
    const rows = countingRows(20);
    const learningRate = (tokens: number): number => tokens;
    const all = await reports({ executor, rows, batchRows: 8, learningRate, now, reportEvery: 2 });
    expect(batches.map((batch) => batch.rows)).toEqual([8, 8, 4]);
    expect(batches[1].tokens[0]).toBe(rows.tokens[8 * 13]);
    expect(rates).toEqual([0, 96, 192]);
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({
      rowsUsed: 16,
      steps: 2,
      tokens: 192,
      loss: 1.5,
      recentLoss: 1.5,
      millis: 20,
    });
    expect(all[1]).toMatchObject({ rowsUsed: 20, steps: 3, tokens: 234, recentLoss: 3, end: 'rows_used' });
    expect(all[1].loss).toBeCloseTo((96 + 2 * 96 + 3 * 42) / 234);
  });

  it('starts where it is told to', async () => {
    const { executor, batches, now } = recorder();
    const last = await runRound({
      executor,
      rows: countingRows(20),
      startRow: 16,
      learningRate: () => 1,
      now,
    });
    expect(last.rowsUsed).toBe(4);
    expect(batches).toHaveLength(1);
  });

  it('begins no step that would end too late, but always makes one', async () => {
    const { executor, batches, now } = recorder();
    const options = { executor, rows: countingRows(60), batchRows: 4, learningRate: () => 1, now };
    expect(await runRound({ ...options, maxMillis: 35 })).toMatchObject({ steps: 3, end: 'time_up' });
    expect(await runRound({ ...options, maxMillis: 0 })).toMatchObject({ steps: 1, end: 'time_up' });
    expect(batches).toHaveLength(4);
  });

  it('stops when asked, and breathes after every step', async () => {
    const { executor, batches, now } = recorder();
    let pauses = 0;
    const last = await runRound({
      executor,
      rows: countingRows(20),
      batchRows: 2,
      learningRate: () => 1,
      now,
      shouldStop: () => batches.length >= 3,
      pause: async () => void pauses++,
    });
    expect(last).toMatchObject({ steps: 3, rowsUsed: 6, end: 'asked_to_stop' });
    expect(pauses).toBe(3);
  });

  it('ends as diverged when the loss is no number, without counting that step', async () => {
    const { executor, now } = recorder((step) => (step === 3 ? Number.NaN : 2));
    const last = await runRound({
      executor,
      rows: countingRows(20),
      batchRows: 4,
      learningRate: () => 1,
      now,
    });
    expect(last).toMatchObject({ steps: 2, rowsUsed: 8, loss: 2, end: 'diverged' });
  });

  it('skips batches without targets', async () => {
    const { executor, batches, now } = recorder();
    const rows = countingRows(8);
    rows.tokens.fill(PADDING, 0, 4 * 13);
    const last = await runRound({ executor, rows, batchRows: 4, learningRate: () => 1, now });
    expect(last).toMatchObject({ rowsUsed: 8, steps: 1, tokens: 42 });
    expect(batches).toHaveLength(1);
  });

  it('gives a report also when there are no rows', async () => {
    const { executor, now } = recorder();
    const last = await runRound({ executor, rows: countingRows(1), startRow: 1, learningRate: () => 1, now });
    expect(last).toMatchObject({ rowsUsed: 0, steps: 0, tokens: 0, loss: 0, end: 'rows_used' });
  });

  describe('on a device that works by itself', () => {
    /** Answers a step once three more were asked for or nothing else happens; step `failing` never succeeds. */
    function busyDevice(failing = Infinity) {
      const { executor, batches, rates, now } = recorder();
      let underWay = 0;
      let most = 0;
      const step = async (batch: Batch, options: StepOptions) => {
        most = Math.max(most, ++underWay);
        const result = await executor.step(batch, options);
        const isFailing = batches.length >= failing;
        await new Promise((resolve) => setTimeout(resolve));
        underWay--;
        if (isFailing) throw new Error('device lost');
        return result;
      };
      const device = { ...executor, step, stepsAhead: 4 } as Executor;
      return { device, batches, rates, now, most: () => most };
    }

    it('asks for steps ahead, and still counts every row and token once', async () => {
      const { device, batches, rates, now, most } = busyDevice();
      const rows = countingRows(40);
      const learningRate = (tokens: number): number => tokens;
      const last = await runRound({ executor: device, rows, batchRows: 4, learningRate, now });
      expect(most()).toBe(4);
      expect(batches).toHaveLength(10);
      expect(rates).toEqual(batches.map((_, step) => 48 * step));
      expect(last).toMatchObject({ rowsUsed: 40, steps: 10, tokens: 10 * 48 - 6, end: 'rows_used' });
    });

    it('waits for what is under way when time is up', async () => {
      const { device, batches, now } = busyDevice();
      const options = { executor: device, rows: countingRows(80), batchRows: 4, learningRate: () => 1, now };
      const last = await runRound({ ...options, maxMillis: 100 });
      expect(last).toMatchObject({ steps: batches.length, rowsUsed: 4 * batches.length, end: 'time_up' });
      expect(batches.length).toBeLessThan(20);
    });

    it('passes a failure on, whatever else was under way', async () => {
      const { device, now } = busyDevice(3);
      const round = runRound({
        executor: device,
        rows: countingRows(80),
        batchRows: 4,
        learningRate: () => 1,
        now,
      });
      await expect(round).rejects.toThrow('device lost');
    });
  });

  it('really teaches a model to count', async () => {
    const executor = await createWasmExecutor(TINY);
    const rows = countingRows(FINE_TUNING.batchRows * FINE_TUNING.steps);
    const schedule = fineTuningSchedule(rows.count * rows.contextLength);
    let clock = 0;
    const last = await runRound({
      executor,
      rows,
      batchRows: FINE_TUNING.batchRows,
      learningRate: (tokens) => learningRateAt(schedule, tokens),
      now: () => clock++,
    });
    expect(last).toMatchObject({ steps: FINE_TUNING.steps, end: 'rows_used' });
    expect(last.recentLoss).toBeLessThan(0.3);
    const options = { maxTokens: 5, temperature: 0, topP: 1, seed: 1, stopTokens: [] };
    expect(await executor.generate([[7, 8]], options)).toEqual([[9, 10, 11, 12, 13]]);
  });
});
