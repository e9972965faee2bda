/** The end of a pause, and of time in which the server stood still: what was to happen at a time happens later by as much. */

import type { Match, SeatedPlayer } from './match.ts';
import { fail, type Result } from './result.ts';
import { runsOf } from './slices.ts';
import { done, type Context } from './stage.ts';
import { allRules } from './stages/registry.ts';

/** Clocks and deadlines move on by as long as the pause was. */
export function resume({ match, nowMs }: Context): Result<void> {
  if (match.pausedAtMs === null) return fail('match/not_paused');
  const { pausedAtMs } = match;
  match.pausedAtMs = null;
  match.broughtBack = null;
  match.isHostMissed = false;
  putOff(match, pausedAtMs, nowMs);
  return done();
}

/** What was to happen at a time happens later by as long as nothing could. */
export function putOff(match: Match, sinceMs: number, nowMs: number): void {
  const millis = nowMs - sinceMs;
  if (match.stageEndsAtMs !== null) match.stageEndsAtMs += millis;
  if (match.heldUntilMs !== null) match.heldUntilMs += millis;
  match.workSinceMs += nowMs - Math.max(sinceMs, match.workSinceMs);
  const goneSinceMs = match.host?.goneSinceMs ?? null;
  if (goneSinceMs !== null)
    match.host = { goneSinceMs: goneSinceMs + nowMs - Math.max(sinceMs, goneSinceMs) };
  for (const player of Object.values(match.players)) waitOn(player, sinceMs, nowMs);
  for (const rules of allRules) rules.putOff?.(match, millis);
  for (const team of Object.values(match.teams)) {
    for (const run of runsOf(team)) {
      if (run.stoppedAtMs !== null) run.stoppedAtMs += millis;
      if (!run.round) continue;
      run.round.openedAtMs += millis;
      run.round.deadlineMs += millis;
    }
  }
}

/** Nobody is away or idle any longer by a pause. */
function waitOn(player: SeatedPlayer, pausedAtMs: number, nowMs: number): void {
  player.signSinceMs += nowMs - Math.max(pausedAtMs, player.signSinceMs);
  if (player.absentSinceMs !== null)
    player.absentSinceMs += nowMs - Math.max(pausedAtMs, player.absentSinceMs);
}
