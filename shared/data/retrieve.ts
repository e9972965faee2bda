/** Keyword search: ranks documents by the words that they share with a question, rare words first (Okapi BM25). */

/** How fast a word that comes again counts less, and how much long documents are marked down: the usual values. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

export interface Shelf {
  /** Words of each document, and how often they stand in it. */
  words: readonly ReadonlyMap<string, number>[];
  lengths: readonly number[];
  meanLength: number;
  /** In how many documents each word stands. */
  spread: ReadonlyMap<string, number>;
}

/** Without the s at its end, so that who asks what somebody likes finds who does like it (Harman, 1991). */
const stem = (word: string): string => word.replace(/(?<=[^s]{2})s$/u, '');

const wordsOf = (text: string): string[] => (text.toLowerCase().match(/\p{L}+/gu) ?? []).map(stem);

/** An index of documents. */
export function indexShelf(texts: readonly string[]): Shelf {
  const lists = texts.map(wordsOf);
  const words = lists.map((list) => {
    const counts = new Map<string, number>();
    for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const spread = new Map<string, number>();
  for (const counts of words) for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  const lengths = lists.map(({ length }) => length);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return { words, lengths, meanLength, spread };
}

/** The place of the document that fits best, the first of equals; null where none shares a word with the question. */
export function findDocument({ words, lengths, meanLength, spread }: Shelf, question: string): number | null {
  const asked = new Set(wordsOf(question));
  let best: { place: number; score: number } | null = null;
  words.forEach((counts, place) => {
    let score = 0;
    for (const word of asked) {
      const count = counts.get(word) ?? 0;
      if (count === 0) continue;
      const holding = spread.get(word) ?? 0;
      const rarity = Math.log(1 + (words.length - holding + 0.5) / (holding + 0.5));
      const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * lengths[place]) / meanLength;
      score += (rarity * count * (SATURATION + 1)) / (count + SATURATION * length);
    }
    if (score > (best?.score ?? 0)) best = { place, score };
  });
  return (best as { place: number } | null)?.place ?? null;
}
