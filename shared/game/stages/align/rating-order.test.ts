/** In which order pairs are rated: everybody gets all of them, and few get a second vote before the others have one. */

import { expect, it } from 'vitest';
import { ratingOrder } from './rating-order.ts';
import { SYSTEM, TestMatch } from '../../testing.ts';
import { sliceOf } from '../../slices.ts';

const SCORES = { kindShare: 0.2, trueShare: 0.3, inFormShare: 0.95, variety: 0.7 };
const PLAYERS = ['ada', 'bo', 'cy', 'dee'];

/** Two labs of two players with forty pairs of each lab's model. */
function aligning(): TestMatch {
  const test = new TestMatch(2, PLAYERS).skipTo('align');
  for (const teamId of ['team-1', 'team-2']) {
    const pairs = Array.from({ length: 40 }, (_, index) => ({
      id: `${teamId}-${index}`,
      trait: 'kind' as const,
      question: `Question ${index}?`,
      evidence: '',
      a: `plain ${index}`,
      b: `kind ${index}`,
    }));
    test.act(SYSTEM, { type: 'referee/paired', teamId, pairs, before: SCORES });
  }
  return test;
}

it('gives every pair to every player once', () => {
  const { match } = aligning();
  for (const id of PLAYERS)
    expect(
      ratingOrder(match, id)
        .map((pair) => pair.id)
        .toSorted(),
    ).toEqual(Object.keys(sliceOf(match, 'align').pairs).toSorted());
});

it('spreads the first votes of all players over as many pairs as can be', () => {
  const { match } = aligning();
  const first = PLAYERS.flatMap((id) => ratingOrder(match, id).slice(0, 15));
  expect(new Set(first.map(({ id }) => id)).size).toBeGreaterThan(54);
});

it("brings one of the own lab's pairs about every second time", () => {
  const { match } = aligning();
  const own = ratingOrder(match, 'ada')
    .slice(0, 40)
    .filter(({ teamId }) => teamId === match.players['ada']?.teamId);
  expect(own.length).toBeGreaterThan(12);
  expect(own.length).toBeLessThan(28);
});
