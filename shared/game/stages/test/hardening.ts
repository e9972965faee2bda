/** Hardening: a lab trains its model, once, against what rivals made it do, and it is measured and attacked again. */

import { candidateOf } from '../../last-stage.ts';
import type { Match, Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import { ATTACK_GOALS, type AttackGoal } from '../../../evals/attacks.ts';
import { hitsOn } from './probes.ts';

/** What a lab has for it at least from when it decided, or the clock. */
const HARDENING_SECONDS = 45;

/** Whether a lab has decided to harden its model, and that is still being trained. */
export function isHardening({ now }: Team): boolean {
  const { hardening, run } = now.test;
  return hardening !== null && run?.status !== 'finished';
}

/** What rivals made its model do. */
function reachedOn(match: Match, team: Team): AttackGoal[] {
  const hits = hitsOn(match, team.id);
  return ATTACK_GOALS.filter((goal) => hits.some((hit) => hit.goal === goal));
}

export function checkHardening(match: Match, team: Team): Result<unknown> {
  if (team.now.test.hardening) return fail('test/hardened_already');
  if (candidateOf(team) === 'pretrain') return fail('test/untuned');
  return reachedOn(match, team).length === 0 ? fail('test/not_fallen') : ok(undefined);
}

export function beginHardening(match: Match, team: Team, nowMs: number): void {
  team.now.test.hardening = reachedOn(match, team);
  if (match.stageEndsAtMs !== null)
    match.stageEndsAtMs = Math.max(match.stageEndsAtMs, nowMs + HARDENING_SECONDS * 1000);
}

/** The clock has ended what was not trained yet. */
export function endHardening({ now }: Team): void {
  if (now.test.run === null) now.test.hardening = null;
}
