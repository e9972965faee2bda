/** Who a token of a match belongs to. */

import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';

export type TokenOwner =
  | { kind: 'host' }
  | { kind: 'player'; playerId: string }
  | { kind: 'audience'; watcherId: string };

/** Whether the host has removed who had the seat, and may still take them back. */
export function isRemoved({ removed }: Pick<Match, 'removed'>, seat: TokenOwner): boolean {
  return seat.kind === 'player' && lookUp(removed, seat.playerId) !== undefined;
}

/** Whether the seat is still in the match: the host may have removed who had it. */
export function isSeated(
  { players, audience }: Pick<Match, 'players' | 'audience'>,
  seat: TokenOwner,
): boolean {
  if (seat.kind === 'player') return lookUp(players, seat.playerId) !== undefined;
  return seat.kind === 'host' || lookUp(audience, seat.watcherId) !== undefined;
}
