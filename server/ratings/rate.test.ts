/** Labs are rated by where they came; bots, doubled seats and lonely matches change nothing, and a season begins in the middle. */

import { describe, expect, it } from 'vitest';
import { pointsOf, rateLabs, ratingIn, seasonBefore, seasonOf } from './rate.ts';

const SEASON = '2026-Q4';
const lab = (score: number, ...raterIds: string[]) => ({ raterIds, score });
const gains = (...labs: ReturnType<typeof lab>[]) =>
  Object.fromEntries(
    rateLabs(labs, SEASON, []).map(({ before, after }) => [
      after.raterId,
      pointsOf(after) - pointsOf(before),
    ]),
  );

describe('a rated match', () => {
  it('moves all of the better lab up and all of the worse one less, and the same for equals', () => {
    const { ada = 0, bo = 0, cy = 0 } = gains(lab(62, 'ada', 'bo'), lab(40, 'cy'));
    expect(ada).toBe(bo);
    expect(ada).toBeGreaterThan(cy);
    const equal = gains(lab(50, 'ada'), lab(50, 'bo'));
    expect(equal['ada']).toBe(equal['bo']);
  });

  it('is none with one lab of people, however many bots there were', () => {
    expect(rateLabs([lab(62, 'ada'), lab(40), lab(10)], SEASON, [])).toEqual([]);
  });

  it('counts no device that sits in two seats', () => {
    expect(rateLabs([lab(62, 'ada'), lab(40, 'ada')], SEASON, [])).toEqual([]);
    expect(Object.keys(gains(lab(62, 'ada', 'bo'), lab(40, 'ada', 'cy')))).toEqual(['bo', 'cy']);
  });

  it('builds on what was known, one match more', () => {
    const known = { raterId: 'ada', season: SEASON, mu: 30, sigma: 4, matches: 7 };
    const [ada] = rateLabs([lab(62, 'ada'), lab(40, 'bo')], SEASON, [known]);
    expect(ada?.before).toEqual(known);
    expect(ada?.after.matches).toBe(8);
    expect(ada?.after.mu).toBeGreaterThan(30);
  });
});

describe('a season', () => {
  it('is a quarter of a year', () => {
    const at = (date: string) => seasonOf(Date.parse(date));
    expect([at('2026-01-01T00:00:00Z'), at('2026-03-31T23:59:59Z'), at('2026-12-31T23:59:59Z')]).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q4',
    ]);
  });

  it('follows another', () => {
    expect(['2026-Q1', '2026-Q4'].map(seasonBefore)).toEqual(['2025-Q4', '2026-Q3']);
  });

  it('begins half of the way back to the middle, less certain, and with no match', () => {
    const last = { raterId: 'ada', season: '2026-Q3', mu: 35, sigma: 4, matches: 20 };
    expect(ratingIn(SEASON, 'ada', last)).toEqual({
      raterId: 'ada',
      season: SEASON,
      mu: 30,
      sigma: 5,
      matches: 0,
    });
    expect(pointsOf(ratingIn(SEASON, 'new', undefined))).toBe(1000);
  });
});
