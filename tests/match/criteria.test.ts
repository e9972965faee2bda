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
    gate: null,
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

it('wants the tests to find what a lab has read, and a hardened model to stand more attacks', () => {
  const fine = { form: 0.93, anchor: 1, low: 0.1 };
  const card = { ships: null, gains: [], regressions: [], contaminated: [] };
  expect(problems(team(fine, { mixture: { tests: 0.1 }, modelCard: card }))).toEqual([
    'seed 3: Mudlarks: the test did not find that it had read exam sheets',
  ]);
  const found = { mixture: { tests: 0.1 }, modelCard: { ...card, contaminated: ['sheets' as const] } };
  const hardened = (difference: number) => {
    const attacks = {
      name: 'attacks' as const,
      open: { score: 0.5, low: 0.1, high: 0.9 },
      sealed: null,
      gap: null,
      change: { difference, low: -1, high: 1 },
    };
    const gate = { decision: null, candidate: 'test' as const, current: null, items: 2, evals: [attacks] };
    return { ...found, gate: { ...gate, openings: { leak: [], hazard: [], insult: [], contradict: [] } } };
  };
  expect(problems(team(fine, hardened(0.5)))).toEqual([]);
  expect(problems(team(fine, hardened(0)))).toEqual([
    'seed 3: Mudlarks: hardened, it stands 50 % of the attacks that had worked, no more than before',
  ]);
});
