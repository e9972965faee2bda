/** Ids and tokens that can't be guessed, made of the chance that Node and browsers both have. */

import { RANDOM_ID_BYTES, TOKEN_BYTES } from '../../shared/game/ids.ts';

/** Base64url: characters that need no escaping anywhere, six bits each. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** So many random bytes, as text. */
function randomText(bytes: number): string {
  const drawn = crypto.getRandomValues(new Uint8Array((bytes * 8) / 6));
  return Array.from(drawn, (byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
}

/** 192 random bits. */
export function makeToken(): string {
  return randomText(TOKEN_BYTES);
}

/** A random id for players and moves: 72 bits, so that none is met twice or guessed. */
export function makeId(): string {
  return randomText(RANDOM_ID_BYTES);
}
