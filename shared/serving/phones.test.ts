import { expect, it } from 'vitest';
import { answerOnPhones, slownessOf } from './phones.ts';

const SPEED = { prefill: { stepMs: 1, tokenMs: 0 }, decode: { stepMs: 2, tokenMs: 0.5 } };
const request = (slowness: number, patienceMs = Infinity) => ({
  atMs: 0,
  promptTokens: 3,
  answerTokens: 4,
  patienceMs,
  key: '',
  slowness,
});

it('answers each on a phone of its own, as many times as slow as the machine as the phone is', () => {
  const { served, paidMs, busyMs, tokens, endMs } = answerOnPhones([request(1), request(10)], SPEED);
  expect(served).toEqual([
    { outcome: 'answered', waitMs: 0, prefillMs: 3, decodeMs: 10, batch: 1 },
    { outcome: 'answered', waitMs: 0, prefillMs: 30, decodeMs: 100, batch: 1 },
  ]);
  expect({ paidMs, busyMs, tokens, endMs }).toEqual({ paidMs: 0, busyMs: 0, tokens: 14, endMs: 130 });
});

it('loses whoever has a phone too slow for their patience', () => {
  const { served } = answerOnPhones([request(1, 20), request(2, 20)], SPEED);
  expect(served.map(({ outcome }) => outcome)).toEqual(['answered', 'gave-up']);
});

it('goes by the benchmark that devices and the machine both ran, and leaves out devices that could not', () => {
  expect(slownessOf([5000, 0, 40_000], 20_000, 10_000)).toEqual([0.5, 4]);
  expect(slownessOf([0], 20_000, 10_000)).toEqual([2]);
});
