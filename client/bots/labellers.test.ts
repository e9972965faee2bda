/** Bots label their own hands, as a careful reader would. */

import { expect, it } from 'vitest';
import { labelHand, verdictOn } from './labellers.ts';

it('keep prose and toss what is not', () => {
  const junk = [
    'home | buns | maps',
    '<div> The hen ran home.',
    'CLICK HERE TO WIN',
    'We use cookies. Accept all',
  ];
  expect(junk.map(verdictOn)).toEqual(['toss', 'toss', 'toss', 'toss']);
  expect(verdictOn('The hen ran home. "Good," said Pabo.')).toBe('keep');
});

it('share the pages of a dataset out among them', () => {
  const texts = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 'The hen ran home.' : 'buns | maps'));
  const hands = ['ann', 'bob'].map((id) => labelHand(texts, ['ann', 'bob'], id, 4));
  expect(hands.map((hand) => hand.map(({ number }) => number))).toEqual([
    [2, 4, 6, 8],
    [1, 3, 5, 7],
  ]);
  expect(hands.map((hand) => hand[0].verdict)).toEqual(['toss', 'keep']);
});
