/** Examples of ratings from votes: known strengths come back, and the intervals keep their promise. */

import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random.ts';
import { rateVotes, tooCloseToCall, type Vote } from './bradley-terry.ts';

const STRENGTHS: Record<string, number> = { a: 4, b: 2, c: 1 };
const IDS = Object.keys(STRENGTHS);

function simulate(random: Random, votes: number): Vote[] {
  return Array.from({ length: votes }, (_, index) => {
    const [a, b] = random.shuffle(IDS);
    const won = random.chance(STRENGTHS[a] / (STRENGTHS[a] + STRENGTHS[b]));
    return { a, b, scoreA: won ? 1 : 0, group: `${index}`, weight: 1 };
  });
}

/** Mean chance against the two others. */
function truth(id: string): number {
  const others = IDS.filter((other) => other !== id);
  const chances = others.map((other) => STRENGTHS[id] / (STRENGTHS[id] + STRENGTHS[other]));
  return (100 * chances.reduce((sum, p) => sum + p, 0)) / others.length;
}

const sweep = (count: number): Vote[] =>
  Array.from({ length: count }, (_, index) => ({ a: 'a', b: 'b', scoreA: 1, group: `${index}`, weight: 1 }));

/** The same by the oldest way there is (Zermelo, 1929): each strength is the wins over the games weighed by both strengths, for ever. */
function likeliest(ids: string[], votes: Vote[]): number[] {
  let strengths = ids.map(() => 1);
  const games = ids.map((id) => votes.filter(({ a, b }) => a === id || b === id));
  for (let round = 0; round < 2000; round++)
    strengths = ids.map((id, index) => {
      const own = strengths[index];
      const won = games[index].filter(({ a, scoreA }) => (a === id) === (scoreA === 1)).length + 1;
      const others = games[index].map(({ a, b }) => strengths[ids.indexOf(a === id ? b : a)]);
      return won / others.reduce((sum, other) => sum + 1 / (own + other), 2 / (own + 1));
    });
  return strengths.map((own) => {
    const chances = strengths.map((other) => own / (own + other)).reduce((sum, chance) => sum + chance, -0.5);
    return (100 * chances) / (ids.length - 1);
  });
}

describe('ratings', () => {
  it('find known strengths from many votes', () => {
    const ratings = rateVotes(IDS, simulate(createRandom(1), 3000), createRandom(2));
    for (const { id, value } of ratings) expect(Math.abs(value - truth(id))).toBeLessThan(3);
  });

  it('cover the truth about as often as they promise', () => {
    let covered = 0;
    for (let seed = 0; seed < 40; seed++) {
      const ratings = rateVotes(IDS, simulate(createRandom(seed), 90), createRandom(1000 + seed));
      covered += ratings.filter(({ id, low, high }) => low <= truth(id) && truth(id) <= high).length;
    }
    expect(covered / 120).toBeGreaterThan(0.82);
    expect(covered / 120).toBeLessThan(0.99);
  });

  it('do not depend on which side an answer stood', () => {
    const votes = simulate(createRandom(3), 60);
    const mirrored = votes.map(({ a, b, scoreA, ...rest }): Vote => {
      return { ...rest, a: b, b: a, scoreA: scoreA === 1 ? 0 : 1 };
    });
    expect(rateVotes(IDS, mirrored, createRandom(4))).toEqual(rateVotes(IDS, votes, createRandom(4)));
  });

  it('stay finite and unsure after a clean sweep', () => {
    const [best, worst] = rateVotes(['a', 'b'], sweep(12), createRandom(5));
    expect(best.value).toBeGreaterThan(80);
    expect(best.value).toBeLessThan(99);
    expect(best.high - best.low).toBeGreaterThan(2);
    expect(worst.value).toBeCloseTo(100 - best.value, 3);
  });

  it('count a tie as half a win for each', () => {
    const votes = sweep(10).map((vote): Vote => ({ ...vote, scoreA: 0.5 }));
    expect(rateVotes(['a', 'b'], votes, createRandom(6)).map(({ value }) => Math.round(value))).toEqual([
      50, 50,
    ]);
  });

  it('say nothing about contestants without a vote', () => {
    const [a] = rateVotes(['a', 'b'], [], createRandom(7));
    expect([a.value, a.votes]).toEqual([50, 0]);
    expect(a.high - a.low).toBeGreaterThan(20);
  });

  it.each([2, 3, 5])(
    'put nobody on top of %i contestants with one vote, or with many on the same two texts',
    (size) => {
      const ids = Array.from({ length: size }, (_, index) => String.fromCodePoint(97 + index));
      const once: Vote = { a: 'a', b: 'b', scoreA: 1, group: 'one pair', weight: 1 };
      for (const votes of [[once], Array.from({ length: 30 }, () => once)])
        expect(tooCloseToCall(rateVotes(ids, votes, createRandom(10)))).toBe(true);
    },
  );

  it('count a vote by its weight: half as much of twice as many is the same', () => {
    const votes = simulate(createRandom(11), 60);
    const halves = votes.flatMap((vote) => [vote, vote].map((half): Vote => ({ ...half, weight: 0.5 })));
    const values = (all: Vote[]) => rateVotes(IDS, all, createRandom(12)).map(({ value }) => value);
    values(halves).forEach((value, index) => expect(value).toBeCloseTo(values(votes)[index], 6));
  });

  it('are sure of more votes, and less of votes on few texts', () => {
    const votes = simulate(createRandom(8), 300);
    const width = (all: Vote[]): number => {
      const [{ low, high }] = rateVotes(IDS, all, createRandom(9));
      return high - low;
    };
    expect(width(votes)).toBeLessThan(width(votes.slice(0, 60)));
    const onFewTexts = votes.map((vote, i) => ({
      ...vote,
      group: [vote.a, vote.b].toSorted().join() + (i % 2),
    }));
    expect(width(onFewTexts)).toBeGreaterThan(width(votes));
  });

  it('refuse a group of votes on more than two contestants', () => {
    const votes = [
      { a: 'a', b: 'b' },
      { a: 'c', b: 'a' },
    ].map((pair): Vote => ({ ...pair, scoreA: 1, group: 'one', weight: 1 }));
    expect(() => rateVotes(IDS, votes, createRandom(13))).toThrow('group one');
  });

  it('lie where no other strengths make the votes likelier, for a lecture hall of labs of which one wins all', () => {
    const ids = Array.from({ length: 31 }, (_, index) => `lab ${index}`);
    const random = createRandom(14);
    const votes = Array.from({ length: 600 }, (_, index): Vote => {
      const [a, b] = random.shuffle(ids);
      const isWon = a === ids[0] || (b !== ids[0] && random.chance(0.6));
      return { a, b, scoreA: isWon ? 1 : 0, group: `${index}`, weight: 1 };
    });
    const values = rateVotes(ids, votes, random).map(({ value }) => value);
    likeliest(ids, votes).forEach((value, index) => expect(values[index]).toBeCloseTo(value, 3));
  });
});

it('is too close to call when the best two overlap', () => {
  const rating = (id: string, value: number, low: number, high: number) => ({
    id,
    value,
    low,
    high,
    votes: 9,
  });
  expect(tooCloseToCall([rating('a', 60, 52, 70), rating('b', 50, 41, 58)])).toBe(true);
  expect(tooCloseToCall([rating('a', 70, 62, 80), rating('b', 40, 31, 48)])).toBe(false);
});
