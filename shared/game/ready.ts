/** What happens once all labs are done: everybody hears of it, has time to talk where there is something to talk to, and may ask for more. */

import { playingTeams } from './members.ts';
import type { Match } from './match.ts';
import { fail, type Result } from './result.ts';
import { rulesOf } from './stages/registry.ts';
import { done, type Context } from './stage.ts';

/** What whoever is still talking gets, and how often in a stage anybody may ask: two minutes in all. */
export const MORE_SECONDS = 30;
export const MOST_MORE = 4;

/** Whether no team that people or a bot play has anything left to do in this stage. */
function isEverybodyDone(match: Match): boolean {
  const { isDone } = rulesOf(match.stage);
  const teams = playingTeams(match);
  return isDone !== undefined && teams.length > 0 && isDone(match, teams);
}

/**
 * When the last team is done, the stage ends soon; where there is something to talk to, it lasts for the whole of a talk, whatever the
 * clock says. When a team has something to do again, the clock goes on with what it had left.
 */
export function endWhenAllDone({ match, nowMs }: Context): void {
  if (!isEverybodyDone(match)) return goOnWaiting(match, nowMs);
  if (match.ready) return;
  if (match.untimed) {
    match.ready = { clockLeftMs: null, moreIds: [] };
    return;
  }
  const endsAtMs = match.stageEndsAtMs;
  match.ready = { clockLeftMs: endsAtMs === null ? null : endsAtMs - nowMs, moreIds: [] };
  const { graceSeconds, talkSeconds } = match.settings;
  const hasTalk = rulesOf(match.stage).isWorthATalk?.(match) ?? false;
  const seconds = hasTalk ? talkSeconds : graceSeconds;
  const readyEndsAtMs = Math.max(nowMs + seconds * 1000, match.heldUntilMs ?? 0);
  match.stageEndsAtMs = hasTalk ? readyEndsAtMs : Math.min(endsAtMs ?? readyEndsAtMs, readyEndsAtMs);
}

function goOnWaiting(match: Match, nowMs: number): void {
  if (!match.ready) return;
  const { clockLeftMs } = match.ready;
  match.stageEndsAtMs = clockLeftMs === null ? null : nowMs + Math.max(0, clockLeftMs);
  match.ready = null;
}

/** Somebody is still talking: the stage lasts a little longer, so often and no oftener, and only when it is about to end. */
export function askForMore({ match, nowMs }: Context, playerId: string): Result<void> {
  if (match.pausedAtMs !== null) return fail('match/paused');
  const { ready, stageEndsAtMs } = match;
  if (!ready || stageEndsAtMs === null) return fail('ready/nobody_waits');
  if (ready.moreIds.length >= MOST_MORE) return fail('ready/no_more', { most: MOST_MORE });
  if (stageEndsAtMs - nowMs > MORE_SECONDS * 1000)
    return fail('ready/time_enough', { seconds: MORE_SECONDS });
  ready.moreIds.push(playerId);
  match.stageEndsAtMs = stageEndsAtMs + MORE_SECONDS * 1000;
  return done();
}
