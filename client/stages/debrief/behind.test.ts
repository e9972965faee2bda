/** Why a lab did not win: the part of the scores where most is missing, and what happened in town. */

import { describe, expect, it } from 'vitest';
import type { LabDay } from '../../../shared/game/stages/deploy/view.ts';
import type { TeamScore } from '../../../shared/game/team-score.ts';
import { fixtureDay } from '../deploy-fixture.ts';
import { fixtureMatch } from '../fixture.ts';
import { behindWords } from './behind.ts';
import { rankTeams } from './rank.ts';

const TOWN = { arena: 50, served: 50, paid: 90, believed: 60 };
const SCORE: TeamScore = {
  use: 60,
  trust: 60,
  science: 50,
  truth: 50,
  form: 70,
  language: 50,
  stories: 50,
  exercises: 50,
  facts: 50,
  town: TOWN,
  total: 57,
};

/** What is said of a lab that differs in this from the one that won. */
function said(score: Partial<TeamScore>, day: Partial<LabDay> = {}): string[] {
  const fixture = fixtureMatch('debrief');
  const [winner, loser] = fixture.teams.slice(0, 2).map((team, place) => ({
    ...team,
    name: ['Winners', 'Losers'][place],
    debrief: team.debrief && { ...team.debrief, score: { ...SCORE, ...(place === 1 ? score : {}) } },
  }));
  const [one] = fixtureDay(1).labs;
  const labs = [
    { ...one, teamId: winner.id },
    { ...one, teamId: loser.id, ...day },
  ];
  const match = { ...fixture, teams: [winner, loser], views: { deploy: { ...fixtureDay(2), labs } } };
  expect(behindWords(match, rankTeams(match.teams), winner)).toEqual([]);
  return behindWords(match, rankTeams(match.teams), loser);
}

describe('a lab that did not win', () => {
  it('is told the part in which it lost most', () => {
    expect(said({ science: 35, facts: 10, exercises: 30, total: 52 })).toEqual([
      'It is 5 points behind Winners. The largest part of that is “facts”: 10 to 50.',
    ]);
  });

  it('is told what happened in town, where that is the part', () => {
    const believed = { trust: 40, total: 50, town: { ...TOWN, believed: 10 } };
    expect(said(believed, { incidents: 40 })).toEqual([
      'It is 7 points behind Winners. The largest part of that is “trust in town”: 10 to 60.',
      'In town 40 of its answers did harm, and 21 of Winners.',
    ]);
    expect(said(believed)).toHaveLength(1);
    const paid = { use: 40, total: 50, town: { ...TOWN, paid: 20 } };
    expect(said(paid, { incomeCents: 100, costCents: 500 })[1]).toContain(
      'brought 1\u00a0coin and cost 5\u00a0coins',
    );
    const served = { use: 40, total: 50, town: { ...TOWN, served: 10 } };
    expect(said(served, { requests: 200, served: 190, judged: 90, right: 60 })[1]).toBe(
      'In town 200 asked it, and 1251 asked Winners.',
    );
    expect(said(served, { served: 600 })[1]).toBe(
      'In town 651 of the 1251 who asked it went away without an answer.',
    );
    expect(said(served, { right: 60 })[1]).toBe('In town 630 of its 690 checked answers were wrong.');
  });

  it('is told the choice that cost it most in town, where the winner chose otherwise', () => {
    const served = { use: 40, total: 50, town: { ...TOWN, served: 10 } };
    const choosing = (plan: Partial<LabDay['plan']>, day: Partial<LabDay>): string | undefined =>
      said(served, { ...day, plan: { ...fixtureDay(1).labs[0].plan, ...plan } })[1];
    const broken = { judged: 57, right: 0, customers: { came: 60, left: 58 }, stale: 0 };
    expect(choosing({ format: 'int2' }, broken)).toBe(
      'What cost it most in town: only 2 bits for each weight. 0 of its 57 checked answers were true. Of those of Winners, 410 of 690 were. 58 of the 60 people who tried it ask it no more.',
    );
    expect(choosing({ shelf: 'gossip' }, broken)).toContain('gossip on its shelf');
    expect(choosing({ temperature: 1.2 }, broken)).toContain('bold dice');
    expect(choosing({}, { ...broken, stale: 20 })).toContain('a cache that gave 20 answers of old news');
    expect(choosing({ replicas: 'four' }, { served: 600 })).toContain(
      '4 machines for all who came. In town 651',
    );
    expect(choosing({ priceCents: 3 }, { requests: 100, served: 100 })).toContain(
      'a price of 3\u00a0cents. In town 100 asked it, and 1251 asked Winners.',
    );
    /* Who is never right is asked by nobody for any price: it isn't the price that cost it the day. */
    expect(
      choosing({ format: 'int2', priceCents: 3 }, { ...broken, requests: 64, served: 56, trust: 0.09 }),
    ).toContain('only 2 bits for each weight');
    /* What the winner chose, too, is no reason, and neither is what the day does not show. */
    expect(choosing({}, { judged: 690, right: 60 })).not.toContain('What cost it most');
    expect(choosing({ format: 'int2' }, { judged: 690, right: 409 })).not.toContain('What cost it most');
  });

  it('is told of a gift where money is what is missing, and of nothing that costs no money', () => {
    const plan = { ...fixtureDay(1).labs[0].plan, priceCents: 0 as const };
    const day = { plan, incomeCents: 0, costCents: 600, incidents: 300 };
    const paid = { use: 40, total: 50, town: { ...TOWN, paid: 0 } };
    expect(said(paid, day)[1]).toContain('What cost it most in town: answers for free.');
    const believed = { trust: 40, total: 50, town: { ...TOWN, believed: 10 } };
    expect(said(believed, day)[1]).toBe('In town 300 of its answers did harm, and 21 of Winners.');
  });

  it('is told nothing where it is as good', () => {
    expect(said({})).toEqual([]);
  });
});
