/** Compares vocabulary sizes on one text: how each cuts it, how many tokens a sentence takes, and what becomes of a rare name. */

import { trainBpe } from '../tokenizer/bpe.ts';

export interface BenchEntry {
  vocabSize: number;
  /** The asked text in pieces, in order; a sign that the sample never says shows as its two halves, such as <5><4>. */
  cuts: string[];
  /** The rare name in pieces; empty when there is none. */
  nameCuts: string[];
  /** Mean over the sampled sentences. */
  tokensPerSentence: number;
  /** Mean bytes of a token over the same sentences. */
  bytesPerToken: number;
}

export interface TokenBench {
  /** A name that the sample says least often, and how often that is; null where it says none. */
  rareName: { name: string; count: number } | null;
  sentences: number;
  entries: BenchEntry[];
}

/** Sentences that are measured; more move no mean by a percent. */
export const MOST_SENTENCES = 2000;
/** A name that comes a few times only is often a misspelt one. */
const LEAST_NAME_COUNT = 5;
/** Shorter names are whole tokens soon, and show nothing. */
const LEAST_NAME_LETTERS = 5;

/** Sentences of the texts, an even choice of at most so many; what has no end counts as one. */
export function sampleSentences(texts: readonly string[], most: number): string[] {
  const sentences = texts.flatMap((text) => text.match(/[^.!?\n]+[.!?]*/g) ?? []);
  const whole = sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  const stride = Math.max(1, Math.floor(whole.length / most));
  return whole.filter((_, index) => index % stride === 0).slice(0, most);
}

/**
 * The name that is said least often, but five times at least; of equals the longest, then the first by alphabet. A name is a
 * capitalised word inside of a sentence that nobody writes small.
 */
export function findRareName(texts: readonly string[]): { name: string; count: number } | null {
  const counts = new Map<string, number>();
  const plainWords = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/\b[a-z]+\b/g)) plainWords.add(word);
    for (const [, name] of text.matchAll(/(?<=[a-z,] )([A-Z][a-z]+)\b/g)) {
      if (name.length >= LEAST_NAME_LETTERS) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [first] = [...counts]
    .filter(([name, count]) => count >= LEAST_NAME_COUNT && !plainWords.has(name.toLowerCase()))
    .sort(([a, m], [b, n]) => m - n || b.length - a.length || (a < b ? -1 : 1));
  return first ? { name: first[0], count: first[1] } : null;
}

/** Trains byte-pair encoding of each size on the sample and cuts `wanted` with it. `onProgress` is told the share that is done. */
export function benchTokenizers(
  sample: readonly string[],
  sizes: readonly number[],
  wanted: string,
  onProgress: (share: number) => void = () => undefined,
): TokenBench {
  const rareName = findRareName(sample);
  const sentences = sampleSentences(sample, MOST_SENTENCES);
  const bytes = sentences.reduce((sum, { length }) => sum + length, 0);
  const entries = sizes.map((vocabSize, index): BenchEntry => {
    const tokenizer = trainBpe(sample, vocabSize, {
      onProgress: (merges, all) => onProgress((index + merges / all) / sizes.length),
    });
    const cut = (text: string): string[] => tokenizer.encode(text).map((id) => tokenizer.tokenText(id));
    const tokens = sentences.reduce((sum, sentence) => sum + tokenizer.encode(sentence).length, 0);
    onProgress((index + 1) / sizes.length);
    return {
      vocabSize,
      cuts: cut(wanted),
      /* As it stands in a sentence: with the space before it. */
      nameCuts: rareName ? cut(` ${rareName.name}`) : [],
      tokensPerSentence: sentences.length > 0 ? tokens / sentences.length : 0,
      bytesPerToken: tokens > 0 ? bytes / tokens : 0,
    };
  });
  return { rareName, sentences: sentences.length, entries };
}
