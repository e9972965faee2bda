/** Which way readability goes with training, in seconds; the bounds of a whole minute are in `npm run bench:readability`. */

import { expect, it } from 'vitest';
import { trainAndRead } from './bench/train-and-read.ts';

/** Some ten seconds of a weak device; one sentence in seven held together after them when this was written. */
const TOKENS = 300_000;

it('a little training makes sentences that hold together, and hardly two the same', async () => {
  const { readability } = await trainAndRead(3, { tokens: TOKENS, suites: 5 });
  const { sentences, recognized, distinct } = readability;
  expect(sentences).toBeGreaterThan(100);
  expect(recognized / sentences).toBeGreaterThan(0.08);
  expect(distinct / recognized).toBeGreaterThan(0.6);
});

it('no training makes none', async () => {
  const { readability } = await trainAndRead(3, { tokens: 2_000, suites: 2 });
  expect(readability.recognized).toBe(0);
});
