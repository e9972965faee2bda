/** What differs most between two models is named, also where only one of them has a piece for it. */

import { expect, it } from 'vitest';
import { mostMoved } from './most-moved.ts';

const chances = (all: Record<string, number>) =>
  Object.entries(all).map(([text, chance]) => ({ text, chance }));

it('is the piece whose chance rose or fell most', () => {
  const before = chances({ ' goat': 0.5, ' hen': 0.4, '.': 0.1 });
  expect(mostMoved(before, chances({ ' goat': 0.4, ' hen': 0.1, '.': 0.5 }))).toEqual({
    text: '.',
    before: 0.1,
    after: 0.5,
  });
});

it('may be one that only one of them has', () => {
  const [one, other] = [chances({ ' goat': 0.9, '.': 0.1 }), chances({ ' go': 0.95, '.': 0.05 })];
  expect(mostMoved(one, other)).toEqual({ text: ' go', before: 0, after: 0.95 });
  expect(mostMoved(other, one)).toEqual({ text: ' go', before: 0.95, after: 0 });
});
