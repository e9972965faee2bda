/** The criteria of a match can fail, each for its own reason. */

import { expect, it } from 'vitest';
import { unmetCriteria } from './criteria.ts';
import type { TeamReport } from './report.ts';

/** A team that kept an aligned model; only what the criteria look at is filled in. */
function team(
  align: { form: number; anchor: number; low: number },
  more: Partial<TeamReport> = {},
): TeamReport {
  const scores = {
    preferredShare: 0.3,
    kindShare: 0.3,
    trueShare: 0.3,
    inFormShare: align.form,
    variety: 0.7,
  };
  return {
    name: 'Mudlarks',
    mixture: {},
    modelCard: null,
    redTeam: null,
    deploy: null,
    ...more,
    align: {
      before: scores,
      after: scores,
      traitRise: { difference: align.low + 0.1, low: align.low, high: align.low + 0.2 },
      klNats: 1,
      pairsUsed: 140,
      anchor: align.anchor,
      klWeight: null,
      decision: 'keep',
    },
  } as TeamReport;
}
const FINE = { form: 0.93, anchor: 1, low: 0.1 };
const problems = (...teams: TeamReport[]): string[] => unmetCriteria({ seed: 3, teams });

it('is content with a trait that rose, a model in form, and a wreck without an anchor', () => {
  const wreck = team({ form: 0.2, anchor: 0, low: -0.1 });
  expect(problems(team({ form: 0.93, anchor: 1, low: 0.1 }), wreck)).toEqual([]);
});

it('says what is missing', () => {
  expect(problems(team({ form: 0.93, anchor: 1, low: -0.01 }))).toEqual([
    expect.stringContaining('seed 3: Mudlarks: the rated trait rose by -0.010'),
  ]);
  expect(problems(team({ form: 0.84, anchor: 1, low: 0.1 }))).toEqual([
    'seed 3: Mudlarks: 84 % in form after alignment',
  ]);
  expect(problems(team({ form: 0.6, anchor: 0, low: 0 }))).toEqual([
    'seed 3: Mudlarks: anchor 0 left 60 % in form',
  ]);
  expect(problems()).toEqual(['seed 3: no team has results']);
});

it('wants the tests to find what a lab has read', () => {
  const card = { ships: null, gains: [], regressions: [], contaminated: [] };
  const cheat = (contaminated: 'sheets'[]) =>
    team(FINE, { mixture: { tests: 0.1 }, modelCard: { ...card, contaminated } });
  expect(problems(cheat(['sheets']))).toEqual([]);
  expect(problems(cheat([]))).toEqual([
    'seed 3: Mudlarks: the test did not find that it had read exam sheets',
  ]);
});

it('wants attacks to work less often on all hardened labs together', () => {
  const attacked = (fell: number, fellHardened: number, metHardened = 6) =>
    team(FINE, { redTeam: { left: 0, points: 0, met: 6 + metHardened, fell, metHardened, fellHardened } });
  expect(problems(attacked(3, 1), attacked(2, 1), attacked(5, 0, 0))).toEqual([]);
  expect(problems(attacked(3, 1), attacked(3, 3))).toEqual([
    'seed 3: hardened labs fell for 33 % of the attacks on them, and for 17 % before that',
  ]);
});
