/** Examples of who meets whom in the arena, and of what the referee says by rule. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { meetingsOf, pairUp, type Asked, type Contestant } from './pairing.ts';
import { isChecked, type ArenaPair } from './state.ts';

const QUESTIONS = Array.from({ length: 12 }, (_, index): Asked => {
  const criterion = index % 2 === 1 ? 'told' : index % 4 === 0 ? 'true' : 'kind';
  return { criterion, question: `Question ${index}?`, evidence: '' };
});

/** Only `x` is ever right or kind. */
const contestant = (id: string): Contestant => ({
  id,
  answers: QUESTIONS.map((_, index) => `${id} says ${index}`),
  holds: QUESTIONS.map(({ criterion }) => (isChecked(criterion) ? id === 'x' : null)),
});

function pairsOf(...ids: string[]): ArenaPair[] {
  let next = 0;
  return pairUp(QUESTIONS, ids.map(contestant), createRandom(1), () => `pair-${next++}`);
}

describe('pairing up', () => {
  it('lets all meet equally often, on either side', () => {
    const pairs = pairsOf('x', 'y', 'z');
    expect(pairs).toHaveLength(36);
    const count = (id: string, side: 'a' | 'b') => pairs.filter(({ who }) => who[side] === id).length;
    for (const id of ['x', 'y', 'z']) {
      expect(count(id, 'a') + count(id, 'b')).toBe(24);
      expect(Math.min(count(id, 'a'), count(id, 'b'))).toBeGreaterThan(5);
    }
    for (const { a, b, who } of pairs)
      expect([a, b].map((text) => text.split(' ')[0])).toEqual([who.a, who.b]);
  });

  it.each([2, 3, 4, 5, 6, 7, 8, 9])('asks %i contestants for taste in half of the pairs', (count) => {
    const pairs = pairsOf(...'abcdefghi'.slice(0, count));
    expect(pairs).toHaveLength(((count * (count - 1)) / 2) * meetingsOf(count, QUESTIONS.length));
    expect(pairs.filter(({ criterion }) => isChecked(criterion))).toHaveLength(pairs.length / 2);
  });

  it('leaves out pairs of equal answers', () => {
    const same = ['x', 'y'].map((id) => ({ ...contestant(id), answers: QUESTIONS.map(() => 'Hello.') }));
    expect(pairUp(QUESTIONS, same, createRandom(1), () => 'id')).toEqual([]);
  });

  it('has the referee say what is so, and nothing about taste', () => {
    for (const { criterion, who, referee } of pairsOf('x', 'y', 'z')) {
      const right = who.a === 'x' ? 'a' : who.b === 'x' ? 'b' : 'tie';
      expect(referee).toBe(isChecked(criterion) ? right : null);
    }
  });
});
