/** A seat as limits count it: one key, whatever token or socket it comes by. */

import type { TokenOwner } from '../hosting/token-owner.ts';

export function seatKey(code: string, seat: TokenOwner): string {
  return `${code} ${seat.kind === 'player' ? seat.playerId : seat.kind}`;
}
