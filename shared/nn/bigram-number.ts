/** Which row of a table of bigrams a pair of tokens reads. */

/** The row for a pair of tokens: a hash, the same in every executor. The first token of a text follows token 0. */
export function bigramNumber(previous: number, token: number, count: number): number {
  return ((Math.imul(previous, 36_313) ^ Math.imul(token, 27_191)) >>> 0) % count;
}
