/** A few seconds of training make the game's default model write sentences; `npm run bench:readability` has the real bounds. */

import { expect, it } from 'vitest';
import { trainAndRead } from './bench/train-and-read.ts';

/** A sixth of what a weak device reads in a minute. */
const TOKENS = 300_000;

it('after one sixth of a weak device’s training, half of the sentences hold together', async () => {
  const { readability } = await trainAndRead(3, { tokens: TOKENS, suites: 5 });
  const { sentences, recognized, distinct } = readability;
  expect(sentences).toBeGreaterThan(100);
  expect(recognized / sentences).toBeGreaterThan(0.5);
  expect(distinct / recognized).toBeGreaterThan(0.6);
});

it('untrained, none does', async () => {
  const { readability } = await trainAndRead(3, { tokens: 2_000, suites: 2 });
  expect(readability.recognized).toBe(0);
});
