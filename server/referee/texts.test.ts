/** What a thread keeps of its matches: what they are tested with, and the markets of a few. */

import { expect, it } from 'vitest';
import { createTexts } from './texts.ts';

const seedsOf = (world: number) => ({
  world,
  market: 2,
  validation: 3,
  sealed: 4,
  weights: 5,
  shards: 6,
  sampling: 7,
});

it('writes a market again, word for word, once many others came between', () => {
  const texts = createTexts(seedsOf(1));
  const { stories } = texts.market;
  expect(texts.market.stories).toBe(stories);
  for (let world = 2; world < 15; world++) createTexts(seedsOf(world));
  expect(texts.market.stories).not.toBe(stories);
  expect(texts.market.stories).toEqual(stories);
});
