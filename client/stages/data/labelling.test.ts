/** Every member gets pages of its own, the doubtful ones first. */

import { describe, expect, it } from 'vitest';
import type { Labels } from '../../../shared/game/stages/data/state.ts';
import { labelsByPlayer, nextNumber, type Labelling } from './labelling.ts';

const MEMBERS = ['ada', 'bo', 'cy'];
const labelling = (changes: Partial<Labelling> = {}): Labelling => ({
  kind: 'web',
  documents: 30,
  memberIds: MEMBERS,
  playerId: 'ada',
  labels: {},
  seen: new Set(),
  probabilities: null,
  ...changes,
});

/** Numbers that a player meets one after the other, swiping each. */
function swipeAll(playerId: string, count: number, changes: Partial<Labelling> = {}): number[] {
  const seen = new Set<string>();
  return Array.from({ length: count }, () => {
    const number = nextNumber(labelling({ ...changes, playerId, seen })) ?? 0;
    seen.add(`web/${number}`);
    return number;
  });
}

describe('the next page', () => {
  it('is another one for each member, until the hands are played', () => {
    const hands = MEMBERS.map((id) => swipeAll(id, 10));
    expect(new Set(hands.flat()).size).toBe(30);
  });

  it('is the one that the classifier is least sure of', () => {
    const probabilities = Array.from({ length: 30 }, (_, place) =>
      place === 8 ? 0.52 : place === 5 ? 0.4 : 0.9,
    );
    expect(nextNumber(labelling({ probabilities }))).toBe(9);
    expect(nextNumber(labelling({ probabilities, seen: new Set(['web/9']) }))).toBe(6);
  });

  it('is one by chance every fourth time, against wrong certainty', () => {
    const probabilities = Array.from({ length: 30 }, (_, place) => 0.5 + place / 100);
    const numbers = swipeAll('ada', 5, { probabilities, memberIds: ['ada'] });
    expect([numbers[0], numbers[1], numbers[2], numbers[4]]).toEqual([1, 2, 3, 4]);
    expect(numbers[3]).toBeGreaterThan(4);
  });

  it('is none that somebody has labelled while others are left', () => {
    const labels: Labels = Object.fromEntries(
      Array.from({ length: 29 }, (_, i) => [`web/${i + 1}`, { bo: 'keep' as const }]),
    );
    expect(nextNumber(labelling({ labels }))).toBe(30);
    expect(nextNumber(labelling({ labels, seen: new Set(['web/30']) }))).toBeLessThan(30);
  });

  it('is none when all are done', () => {
    const labels: Labels = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`web/${i + 1}`, { ada: 'toss' as const }]),
    );
    expect(nextNumber(labelling({ labels }))).toBeNull();
    expect(nextNumber(labelling({ documents: 0 }))).toBeNull();
  });
});

it('labels are counted for each member, also where several labelled one page', () => {
  const labels: Labels = { 'web/1': { ada: 'keep', bo: 'toss' }, 'posts/1': { bo: 'keep' } };
  expect(labelsByPlayer(labels)).toEqual([
    { playerId: 'bo', count: 2 },
    { playerId: 'ada', count: 1 },
  ]);
});
