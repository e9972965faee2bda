/** Looks through a dataset's text: pages that say a word, where they say it, and how often each word occurs. */

export interface Span {
  start: number;
  length: number;
}

export interface FoundPage {
  /** Place of the document in its dataset. */
  document: number;
  hits: Span[];
}

/** Where a text says the wanted words, whatever their case and even inside of longer words; they never overlap. */
export function findSpans(text: string, wanted: string): Span[] {
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return [];
  const spans: Span[] = [];
  const haystack = text.toLowerCase();
  /* A few signs of other scripts change their length with their case; then places would be off. */
  if (haystack.length !== text.length) return [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) {
    spans.push({ start: at, length: needle.length });
  }
  return spans;
}

/** The documents that say the wanted words, in order. */
export function findPages(texts: readonly string[], wanted: string): FoundPage[] {
  return texts.flatMap((text, document) => {
    const hits = findSpans(text, wanted);
    return hits.length > 0 ? [{ document, hits }] : [];
  });
}

export interface WordCounts {
  /** Running words in all, different ones, and those that occur once only. */
  words: number;
  distinct: number;
  once: number;
  /** The most frequent first; of equals the earlier in the alphabet. */
  top: { word: string; count: number }[];
}

/** Runs of letters and digits in lower case, with apostrophes inside. */
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** How often each word occurs; `most` of them are listed, and only those of at least `leastLetters` signs. */
export function countWords(
  texts: readonly string[],
  { most, leastLetters }: { most: number; leastLetters: number },
): WordCounts {
  const counts = new Map<string, number>();
  let words = 0;
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(WORD)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      words++;
    }
  }
  const listed = [...counts].filter(([word]) => word.length >= leastLetters);
  return {
    words,
    distinct: counts.size,
    once: [...counts.values()].filter((count) => count === 1).length,
    top: listed
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([word, count]) => ({ word, count })),
  };
}
