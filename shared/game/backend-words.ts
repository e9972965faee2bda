/** What a device may say of what it trains with. */

/** Longest description of what a device trains with. */
export const MAX_BACKEND_LENGTH = 60;
/** No control characters, and no halves of a character, which would garble the synchronised state for everybody. */
export const PLAIN_TEXT = /^[\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]*$/;

/** A device's own words on what it trains with, as they may be sent. */
export function plainBackend(words: string): string {
  return Array.from(words, (sign) => (PLAIN_TEXT.test(sign) ? sign : ''))
    .join('')
    .slice(0, MAX_BACKEND_LENGTH);
}
