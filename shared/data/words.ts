/** Reads a text's words as numbers, without a string for any of them: what the duplicate finder and the classifier count. */

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** [128]: a sign's lower case where it belongs to a word, else 0. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[a-z0-9]/i.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0;
});

/** The lower case of a sign of a word, else 0. Beyond ASCII every sign counts as a letter, and keeps its case. */
export function letterOf(code: number): number {
  return code < 128 ? LETTERS[code] : code;
}

/** Spreads a 32-bit number over all its bits: the finalizer of MurmurHash3 (A. Appleby, 2011). */
export function mixBits(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Adds a number to a running hash of a sequence (FNV-1a by whole numbers). */
export function chainHash(hash: number, value: number): number {
  return Math.imul(hash ^ value, FNV_PRIME) >>> 0;
}

/**
 * Writes the hash of each word (a run of letters and digits, in lower case) into `hashes`, in order, and returns how many
 * there are. `hashes` comes from `wordRoom`.
 */
export function hashWords(text: string, hashes: Uint32Array): number {
  let count = 0;
  let hash = FNV_OFFSET;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const letter = letterOf(text.charCodeAt(at));
    if (letter !== 0) {
      hash = chainHash(hash, letter);
      isInside = true;
    } else if (isInside) {
      hashes[count++] = hash;
      hash = FNV_OFFSET;
      isInside = false;
    }
  }
  if (isInside) hashes[count++] = hash;
  return count;
}

/** No text has more words than this. */
function mostWords(text: string): number {
  return (text.length >>> 1) + 1;
}

/** Room for the words of any one of the texts. */
export function wordRoom(texts: readonly string[]): Uint32Array {
  return new Uint32Array(texts.reduce((most, text) => Math.max(most, mostWords(text)), 1));
}
