/** The release gate: what a lab may decide, and what that means. */

import { candidateOf, currentOf } from '../../last-stage.ts';
import type { Match, Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import { ownTeamSlice } from '../../slices.ts';
import type { PlanRules } from '../../stage.ts';
import { z } from 'zod';
import { GATE_DECISIONS, regressionsOf, type Examined, type TestPlan, type TestTeamSlice } from './state.ts';

export const testOf = (team: Team): TestTeamSlice => ownTeamSlice<TestTeamSlice>(team, 'test');

/** Whether the team has a model at all. */
export function hasModel({ now }: Team): boolean {
  return now.pretrain.run !== null;
}

/** Whether the referee has still to measure the team's release. */
export function wantsExam(team: Team): boolean {
  return hasModel(team) && testOf(team).examined === null;
}

/** The newest model; with what it got worse at on its card, where that was measured. */
function usual(team: Team): TestPlan {
  const { examined } = testOf(team);
  return { gate: examined && regressionsOf(examined).length > 0 ? 'known' : 'ship' };
}

/** Nothing is shipped silently: what got worse is named, and nothing is named that did not. */
function check(_match: Match, team: Team, { gate }: TestPlan): Result<unknown> {
  const { examined } = testOf(team);
  const worse = examined ? regressionsOf(examined).length : 0;
  if (gate === 'back' && !currentOf(team)) return fail('test/no_model_before');
  if (gate === 'ship' && worse > 0) return fail('test/silent_regression', { count: worse });
  if (gate === 'known' && worse === 0) return fail('test/no_regression');
  return ok(undefined);
}

export const gatePlan: PlanRules<TestPlan> = {
  shape: z.strictObject({ gate: z.enum(GATE_DECISIONS) }),
  isDecided: (_match, team) => testOf(team).plan !== null,
  isOpen: (_match, team) => (wantsExam(team) ? fail('test/not_examined') : ok(undefined)),
  check,
  standard: (_match, team) => usual(team),
  commit(_match, team, chosen) {
    testOf(team).plan = chosen;
  },
};

/** The referee has measured a release. Where the clock had decided before that, what got worse is on the card all the same. */
export function recordExam(team: Team, found: Omit<Examined, 'candidate' | 'current'>): void {
  const slice = testOf(team);
  slice.examined = { ...found, candidate: candidateOf(team), current: currentOf(team) };
  if (slice.plan && slice.plan.gate !== 'back') slice.plan = usual(team);
}
