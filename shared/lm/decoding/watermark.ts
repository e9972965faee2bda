/** A mark in the choice of words: a key and the token before call half of all tokens green, and those are made likelier (Kirchenbauer et al., 2023). */

export interface Watermark {
  /** A whole number that only whoever may look for the mark knows. */
  key: number;
  /** What is added to the logits of green tokens, in nats. */
  bias: number;
}

/** A well mixed 32-bit number of two (the finaliser of MurmurHash3, A. Appleby). */
function mix(a: number, b: number): number {
  let hash = (a ^ Math.imul(b, 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Whether the key calls a token green after this one: half of all are. */
const isGreen = (key: number, before: number, token: number): boolean =>
  mix(mix(key, before + 1), token + 1) % 2 === 0;

/** Makes the green tokens after `before` likelier, in place; logits are [vocabSize]. */
export function favourGreen(logits: Float32Array, before: number, { key, bias }: Watermark): void {
  for (let token = 0; token < logits.length; token++) if (isGreen(key, before, token)) logits[token] += bias;
}

/**
 * Looks for the mark of a key in texts of tokens: pairs of tokens in a row, each counted once however often it comes, those of
 * them whose second is green, and how many standard deviations that is above one half, as it would be without a mark; 0
 * without any pair.
 */
export function findMark(
  texts: readonly (readonly number[])[],
  key: number,
): { pairs: number; green: number; score: number } {
  const seen = new Map<string, boolean>();
  for (const text of texts) {
    text.slice(1).forEach((token, place) => {
      seen.set(`${text[place]} ${token}`, isGreen(key, text[place], token));
    });
  }
  const pairs = seen.size;
  const green = [...seen.values()].filter(Boolean).length;
  return { pairs, green, score: pairs > 0 ? (2 * green - pairs) / Math.sqrt(pairs) : 0 };
}
