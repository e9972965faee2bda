/** What counts as holding a bound, and when two losses agree, by example. */

import { describe, expect, it } from 'vitest';
import { boundsOf } from './bounds.ts';
import { compareLosses, workingThreads } from './race.ts';
import { emptyRow, type BenchRow } from './row.ts';
import { median, spreadOf } from './statistics.ts';

const row = (implementation: string, executor: string, values: Partial<BenchRow>): BenchRow => ({
  ...emptyRow(implementation, executor, executor === 'webgpu' ? 'webgpu' : 'cpu', 'A'),
  ...values,
});

const verdictOf = (rows: readonly BenchRow[], bound: string) =>
  boundsOf({ rows, wire: null }, false).find((one) => one.config === 'A' && one.bound === bound);

describe('a bound', () => {
  const wasm = row('own', 'wasm', { tokensPerSecond: 40_000, ceilingShare: 0.61 });

  it('compares with the fastest backend of a peer', () => {
    const rows = [
      wasm,
      row('tfjs', 'wasm', { tokensPerSecond: 12_000 }),
      row('tfjs', 'cpu', { tokensPerSecond: 300 }),
    ];
    const bound = verdictOf(rows, 'times the best stock TF.js backend');
    expect(bound?.measured).toBeCloseTo(3.33, 2);
    expect(bound?.holds).toBe(false);
    expect(verdictOf(rows, 'share of what this core can do')?.holds).toBe(true);
  });

  it('compares what each made of its core, where that is known', () => {
    const slowly = row('jax', 'wasm', { tokensPerSecond: 30_000, ceilingShare: 0.2 });
    expect(verdictOf([wasm, slowly], 'times jax-js')).toMatchObject({ measured: 3.05, holds: true });
  });

  it('is open where nothing was measured', () => {
    expect(verdictOf([wasm], 'times jax-js')).toMatchObject({ measured: null, holds: null });
  });

  it('compares by processor time only where both were seen on as many threads', () => {
    const atC = (implementation: string, tokensPerCpuSecond: number, threads: number): BenchRow => ({
      ...row(implementation, 'wasm', { tokensPerCpuSecond, threads }),
      config: 'C',
    });
    const verdict = (threads: number) =>
      boundsOf({ rows: [atC('own', 3000, 1), atC('jax', 1500, threads)], wire: null }, false).find(
        ({ bound }) => bound === 'times jax-js, one thread each',
      );
    expect(verdict(1)).toMatchObject({ measured: 2, holds: true });
    expect(verdict(2)).toMatchObject({ measured: null, holds: null });
  });

  it("holds an update's bytes against those of int8", () => {
    const exact = { bytes: 128, bitsPerByte: 1.08 };
    const wire = { workers: 4, rounds: 20, parameters: 32, rounded: { bytes: 33, bitsPerByte: 1.09 }, exact };
    const verdicts = boundsOf({ rows: [], wire }, false).filter(({ config }) => config === 'team');
    expect(verdicts.map(({ measured, holds }) => [measured?.toFixed(2), holds])).toEqual([
      ['1.00', false],
      ['0.01', true],
    ]);
  });

  it('compares issuing with the quickest of the others', () => {
    const rows = [
      row('own', 'webgpu', { issueMs: 0.2, submits: 1 }),
      row('jax', 'webgpu', { issueMs: 5 }),
      row('tfjs', 'webgpu', { issueMs: 40 }),
    ];
    expect(verdictOf(rows, 'milliseconds to issue a step')).toMatchObject({ atMost: 0.3, holds: true });
    expect(verdictOf(rows, 'times less to issue than jax-js')?.measured).toBeCloseTo(25, 5);
  });
});

describe('threads that worked', () => {
  it('are those that did about as much as the busiest, not those that compile or clean up', () => {
    expect(workingThreads([225, 3, 224, 12])).toBe(2);
    expect(workingThreads([83, 9])).toBe(1);
  });
});

describe('losses that differ', () => {
  const compared = { step: 64, loss: 5, own: 5, agrees: true };
  const bound = (...rows: BenchRow[]) => verdictOf(rows, 'losses that are not those of our engine');

  it('are counted among implementations of the same model', () => {
    const own = row('own', 'wasm', { compared });
    const jax = row('jax', 'wasm', { compared: { ...compared, loss: 6, agrees: false } });
    const nanogpt = row('nanogpt', 'cpu', { compared: { ...compared, agrees: false, why: 'another model' } });
    expect(bound(own, jax, nanogpt)).toMatchObject({ measured: 1, holds: false });
    expect(bound(own, row('jax', 'wasm', { compared }))).toMatchObject({ measured: 0, holds: true });
    expect(bound(own, nanogpt)?.holds).toBeNull();
  });
});

describe('losses', () => {
  const own = Array.from({ length: 70 }, (_, step) => 5 - step / 100);

  it('are compared at the 64th step, or at the last that both have', () => {
    expect(compareLosses(own, own)).toMatchObject({ step: 64, agrees: true });
    expect(compareLosses(own.slice(0, 3), own)).toMatchObject({ step: 3, loss: 4.98 });
    expect(compareLosses([], own)).toBeNull();
  });

  it('differ when the model differs', () => {
    const other = own.map((loss) => loss * 1.01);
    expect(compareLosses(other, own)?.agrees).toBe(false);
    expect(compareLosses(other, own, 'another model')?.why).toBe('another model');
  });
});

describe('repeats', () => {
  it('are summed up by median and half the distance of the quartiles', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 9])).toBe(3);
    expect(spreadOf([80, 90, 100, 110, 1000])).toBeCloseTo(0.1, 5);
  });
});
