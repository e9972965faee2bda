/** The release gate: what a lab may decide, and what that means. */

import { candidateOf, currentOf } from '../../last-stage.ts';
import type { Match, Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { PlanRules } from '../../stage.ts';
import { z } from 'zod';
import { beginHardening, checkHardening, isHardening } from './hardening.ts';
import { GATE_DECISIONS, regressionsOf, type Examined, type GateDecision, type TestPlan } from './state.ts';

/** Whether the team has a model at all. */
export function hasModel({ now }: Team): boolean {
  return now.pretrain.run !== null;
}

/** Whether the referee has still to measure what the team would ship: at first, and again once that was hardened. */
export function wantsExam(team: Team): boolean {
  const { examined } = team.now.test;
  return hasModel(team) && !isHardening(team) && examined?.candidate !== candidateOf(team);
}

/** The newest model; with what it got worse at on its card, where that was measured. */
function usual(team: Team): { gate: GateDecision } {
  const { examined } = team.now.test;
  return { gate: examined && regressionsOf(examined).length > 0 ? 'known' : 'ship' };
}

/** Nothing is shipped silently: what got worse is named, and nothing is named that did not. */
function check(match: Match, team: Team, { gate }: TestPlan): Result<unknown> {
  if (gate === 'harden') return checkHardening(match, team);
  const { examined } = team.now.test;
  const worse = examined ? regressionsOf(examined).length : 0;
  if (gate === 'back' && !currentOf(team)) return fail('test/no_model_before');
  if (gate === 'ship' && worse > 0) return fail('test/silent_regression', { count: worse });
  if (gate === 'known' && worse === 0) return fail('test/no_regression');
  return ok(undefined);
}

export const gatePlan: PlanRules<TestPlan> = {
  shape: z.strictObject({ gate: z.enum([...GATE_DECISIONS, 'harden']) }),
  isDecided: (_match, team) => team.now.test.plan !== null,
  isOpen(_match, team) {
    if (isHardening(team)) return fail('plan/already_committed');
    return wantsExam(team) ? fail('test/not_examined') : ok(undefined);
  },
  isFinal: ({ gate }) => gate !== 'harden',
  check,
  standard: (_match, team) => usual(team),
  commit(match, team, { gate }, nowMs) {
    if (gate === 'harden') beginHardening(match, team, nowMs);
    else team.now.test.plan = { gate };
  },
};

/** The referee has measured a release. Where the clock had decided before that, what got worse is on the card all the same. */
export function recordExam(team: Team, found: Omit<Examined, 'candidate' | 'current'>): void {
  const slice = team.now.test;
  slice.examined = { ...found, candidate: candidateOf(team), current: currentOf(team) };
  if (slice.plan && slice.plan.gate !== 'back') slice.plan = usual(team);
}
