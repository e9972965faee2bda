/** The one way to change a match: `applyMove` validates a move whole, then changes the state; or says why not. */

import { lookUp, put, takeOut } from './look-up.ts';
import type { Match } from './match.ts';
import { MOVES, type Move, type MoveContext } from './moves.ts';
import type { WorkedOut } from './once.ts';
import { commitOnMajority } from './proposals.ts';
import { fail, ok, type Result } from './result.ts';
import { endWhenAllDone } from './ready.ts';
import type { Actor } from './stage.ts';
import { allRules } from './stages/registry.ts';

/** More than anybody could still be trying again; a match in which nobody floods makes fewer moves in all. */
const REMEMBERED_IDS = 5_000;
const FORGET_EVERY = 1_000;

/**
 * Changes `match` and returns ok, or leaves it untouched and returns the error.
 * A move whose id was applied before succeeds without changing anything. `workedOut` is for whoever applies a move to two copies.
 */
export function applyMove(
  match: Match,
  move: Move,
  context: MoveContext,
  workedOut?: WorkedOut,
): Result<{ repeated: boolean }> {
  const { actor, nowMs } = context;
  const moveKey = `${actorKey(actor)}:${context.id}`;
  if (Object.hasOwn(match.appliedMoveIds, moveKey)) return ok({ repeated: true });
  const rule = lookUp(MOVES, move.type);
  if (rule?.by !== actor.kind)
    return fail(rule?.by === 'host' ? 'protocol/host_only' : 'protocol/bad_message');
  const result = rule.apply({ match, nowMs, workedOut }, move, actor);
  if (!result.ok) return result;
  if (actor.kind !== 'system') put(match.appliedMoveIds, moveKey, true);
  match.sequence += 1;
  if (match.sequence % FORGET_EVERY === 0) forgetOldIds(match);
  /* In a pause nothing is decided, though people come and go. */
  if (match.pausedAtMs === null) {
    for (const team of Object.values(match.teams)) commitOnMajority(match, team, nowMs);
    for (const { settle } of allRules) settle?.(match);
    endWhenAllDone({ match, nowMs });
  }
  return ok({ repeated: false });
}

function forgetOldIds({ appliedMoveIds }: Match): void {
  for (const key of Object.keys(appliedMoveIds).slice(0, -REMEMBERED_IDS)) takeOut(appliedMoveIds, key);
}

/** No id has a slash, so nobody's moves are mistaken for another's. */
function actorKey(actor: Actor): string {
  if (actor.kind === 'player') return `player/${actor.playerId}`;
  return actor.kind === 'audience' ? `audience/${actor.watcherId}` : actor.kind;
}
