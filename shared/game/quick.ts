/** A match that nobody hosts: when it begins, and which of its labs a bot runs. */

import { membersOf } from './members.ts';
import type { Match, Team } from './match.ts';

/** Labs that a quick match has at most, and the players of each. */
export const QUICK_LABS = 4;
export const QUICK_LAB_SIZE = 4;
/** With fewer there is nobody to play against: a bot runs the second. */
export const LEAST_LABS = 2;
/** Others may come in for so long after the first; friends, who have to be told of the code, for longer. */
export const QUICK_WAIT_SECONDS = { public: 30, private: 180 } as const;
/** When every lab has somebody, the match begins after so long: time to read the names. */
const FULL_SECONDS = 5;
/** Whoever is gone for so long has left: a bot goes on with a lab that is left by all. */
const LEFT_SECONDS = 20;

function isAnybodyHere({ players }: Match): boolean {
  return Object.values(players).some(({ connected }) => connected);
}

/** Starts the clock of the lobby with the first who is there, and shortens it when every lab has somebody. */
export function awaitOthers(match: Match, nowMs: number): void {
  const seconds = match.settings.stageSeconds.lobby;
  if (match.settings.quick === null || match.stage !== 'lobby' || seconds === null) return;
  if (!isAnybodyHere(match)) return;
  match.stageEndsAtMs ??= nowMs + seconds * 1000;
  const isFull = Object.keys(match.teams).every((id) => membersOf(match, id).length > 0);
  if (isFull) match.stageEndsAtMs = Math.min(match.stageEndsAtMs, nowMs + FULL_SECONDS * 1000);
}

function hasLeft(absentSinceMs: number | null, nowMs: number): boolean {
  return absentSinceMs !== null && nowMs - absentSinceMs >= LEFT_SECONDS * 1000;
}

/** Players of a quick match who went before it began. */
export function leftBefore(match: Match, nowMs: number): string[] {
  return Object.values(match.players).flatMap(({ id, absentSinceMs }) =>
    hasLeft(absentSinceMs, nowMs) ? [id] : [],
  );
}

/**
 * Whether a bot decides for this lab, and the server trains for it: it has nobody, or all have left. For a match without a host that
 * everybody has left nobody works.
 */
export function isRunByBot(match: Match, team: Team, nowMs: number): boolean {
  const { bots, quick } = match.settings;
  if (!bots || match.stage === 'lobby' || (quick !== null && !isAnybodyHere(match))) return false;
  return membersOf(match, team.id).every(({ absentSinceMs }) => hasLeft(absentSinceMs, nowMs));
}
