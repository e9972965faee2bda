/** Kinds of words for the map. */

import { expect, it } from 'vitest';
import { kindOf } from './word-kinds.ts';

it('knows the words of the world, and names by their capital', () => {
  const all = new Set(['The', 'the', 'Bram', 'baker', 'goat', 'mill', 'soup', 'hat', 'slowly']);
  const kinds = [...all].map((word) => [word, kindOf(word, all)]);
  expect(Object.fromEntries(kinds)).toEqual({
    The: 'other',
    the: 'other',
    Bram: 'name',
    baker: 'job',
    goat: 'animal',
    mill: 'place',
    soup: 'food',
    hat: 'thing',
    slowly: 'other',
  });
});
