/** Which row of a table of bigrams a pair of tokens reads. */

/** What the first and the second token of a pair are multiplied by. */
export const BIGRAM_FACTORS = [36_313, 27_191] as const;

/** The row for a pair of tokens: a hash, the same in every executor. The first token of a text follows token 0. */
export function bigramNumber(previous: number, token: number, count: number): number {
  return ((Math.imul(previous, BIGRAM_FACTORS[0]) ^ Math.imul(token, BIGRAM_FACTORS[1])) >>> 0) % count;
}
