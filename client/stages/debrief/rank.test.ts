/** The debrief's ranking. */

import { describe, expect, it } from 'vitest';
import { NO_ALIGNMENT } from '../../../shared/rules/align.ts';
import { fixtureMatch } from '../fixture.ts';
import { kindResults, rankTeams } from './rank.ts';

describe('rankTeams', () => {
  it('orders by total, lets equals share a rank, and puts the unscored last', () => {
    const [first, second, third] = fixtureMatch('debrief').teams;
    const score = (total: number | null) => ({
      plans: { data: null, scale: null, 'fine-tune': null, align: null },
      prepared: null,
      alignment: NO_ALIGNMENT,
      results: null,
      score: total === null ? null : { language: 0, exercises: 0, facts: 0, form: 0, total },
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
