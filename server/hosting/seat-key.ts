/** A seat as limits count it: one key, whatever token or socket it comes by. */

import type { TokenOwner } from './token-owner.ts';

export function seatKey(code: string, seat: TokenOwner): string {
  if (seat.kind === 'player') return `${code} ${seat.playerId}`;
  return `${code} ${seat.kind === 'audience' ? seat.watcherId : (seat.screenId ?? seat.kind)}`;
}
