/** The debrief's ranking. */

import { describe, expect, it } from 'vitest';
import { NO_ALIGNMENT } from '../../../shared/game/stages/align/state.ts';
import { fixtureMatch } from '../fixture.ts';
import { awardsOf, kindResults, rankTeams } from './rank.ts';

const PARTS = {
  use: null,
  trust: 0,
  science: 0,
  truth: 0,
  form: 0,
  language: 0,
  stories: 0,
  exercises: 0,
  facts: 0,
};

describe('rankTeams', () => {
  it('orders by total, lets equals share a rank, and puts the unscored last', () => {
    const [first, second, third] = fixtureMatch('debrief').teams;
    const score = (total: number | null) => ({
      plans: { data: null, scale: null, 'fine-tune': null, align: null },
      prepared: null,
      alignment: NO_ALIGNMENT,
      results: null,
      score: total === null ? null : { ...PARTS, total },
    });
    const ranked = rankTeams([
      { ...first, debrief: score(null) },
      { ...second, debrief: score(50) },
      { ...third, debrief: score(50) },
    ]);
    expect(ranked.map((entry) => entry.rank)).toEqual([1, 1, 3]);
    expect(ranked[2].team.id).toBe(first.id);
  });
});

describe('kindResults', () => {
  it('pairs what was read with how it came out', () => {
    const [team] = fixtureMatch('debrief').teams;
    const results = kindResults(team);
    expect(results).toHaveLength(6);
    expect(results.reduce((sum, result) => sum + result.share, 0)).toBeCloseTo(1);
  });
});

describe('awardsOf', () => {
  it('finds what each lab stands out in', () => {
    const awards = awardsOf({ ...fixtureMatch('debrief'), views: {} });
    expect(awards.map(({ id, teamId }) => `${id} ${teamId}`)).toEqual(['favorite t0', 'speller t2']);
  });

  it('gives none before the results are there', () => {
    expect(awardsOf(fixtureMatch('align'))).toEqual([]);
  });
});
