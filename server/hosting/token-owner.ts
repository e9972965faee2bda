/** Who a token of a match belongs to. */

import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';

export type TokenOwner =
  /** The host; by a link to another screen, as long as that is not withdrawn. */
  | { kind: 'host'; screenId?: string | undefined }
  /** A screen of the host's that only looks on. */
  | { kind: 'projector'; screenId: string }
  | { kind: 'player'; playerId: string }
  | { kind: 'audience'; watcherId: string };

/** Whether the host has removed who had the seat, and may still take them back. */
export function isRemoved({ removed }: Pick<Match, 'removed'>, seat: TokenOwner): boolean {
  return seat.kind === 'player' && lookUp(removed, seat.playerId) !== undefined;
}

/** Whether the seat is still in the match: the host may have removed who had it, or withdrawn the link to a screen. */
export function isSeated(
  { players, audience, screens }: Pick<Match, 'players' | 'audience' | 'screens'>,
  seat: TokenOwner,
): boolean {
  if (seat.kind === 'player') return lookUp(players, seat.playerId) !== undefined;
  if (seat.kind === 'audience') return lookUp(audience, seat.watcherId) !== undefined;
  return seat.screenId === undefined || lookUp(screens, seat.screenId) !== undefined;
}

/** Whether it is a screen of the host's, which sees what is any team's. */
export function isHostScreen(seat: TokenOwner): seat is Extract<TokenOwner, { kind: 'host' | 'projector' }> {
  return seat.kind === 'host' || seat.kind === 'projector';
}

/** Whether it is the host's own token: a link to another screen may neither delete the match nor make more links. */
export function isHostsOwn(seat: TokenOwner): boolean {
  return seat.kind === 'host' && seat.screenId === undefined;
}
