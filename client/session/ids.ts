/** Ids of moves and tokens of seats, made here so that a retry is recognised: unguessable, also where there is no secure context. */

/** 128 random bits as 32 hex digits. */
export function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
