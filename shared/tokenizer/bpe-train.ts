/** Learns a byte-pair vocabulary from text: counts words once, then merges the most frequent pair again and again. */

import { createPairHeap, type PairHeap } from './pair-heap.ts';
import { pretokenize } from './pretokenize.ts';
import {
  byteIds,
  FIRST_BYTE,
  isVocabSize,
  MAX_VOCAB_SIZE,
  pairKey,
  spellWord,
  type Vocabulary,
} from './vocabulary.ts';

export interface LearnOptions {
  /** Called now and then with how many of the merges are learned. */
  onProgress?: (merges: number, mergesWanted: number) => void;
}

/** Share of the learned ids that single bytes may take; the rest is kept for merges. */
const MAX_BYTE_SHARE = 0.75;
const PROGRESS_EVERY = 64;

interface Word {
  ids: number[];
  count: number;
}

/** How often each distinct word occurs, in order of first sight. */
function countWords(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of pretokenize(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The byte values that become tokens: the most frequent first (ties by value), at most `limit`. */
function chooseBytes(words: readonly { bytes: Uint8Array; count: number }[], limit: number): number[] {
  const counts = new Float64Array(256);
  for (const { bytes, count } of words) for (const byte of bytes) counts[byte] += count;
  const seen = [...counts.keys()].filter((byte) => counts[byte] > 0);
  return seen.sort((a, b) => counts[b] - counts[a] || a - b).slice(0, limit);
}

/** Counts of neighbouring pairs, kept up to date as pairs merge. */
class PairCounts {
  readonly #words: Word[];
  readonly #counts = new Map<number, number>();
  /** Words in which a pair occurs, or once occurred. */
  readonly #wordsOf = new Map<number, Set<number>>();
  readonly #heap: PairHeap = createPairHeap();

  constructor(words: Word[]) {
    this.#words = words;
    words.forEach((word, index) => this.#add(word.ids, index, word.count));
    for (const [key, count] of this.#counts) this.#heap.push(count, key);
  }

  #add(ids: readonly number[], index: number, count: number): void {
    for (let i = 0; i + 1 < ids.length; i++) {
      const key = pairKey(ids[i], ids[i + 1]);
      if (ids[i] < FIRST_BYTE || ids[i + 1] < FIRST_BYTE) continue;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
      if (count < 0) continue;
      const where = this.#wordsOf.get(key);
      if (where) where.add(index);
      else this.#wordsOf.set(key, new Set([index]));
    }
  }

  /** The most frequent pair that occurs at least twice; null when there is none. */
  best(): number | null {
    for (let top = this.#heap.pop(); top; top = this.#heap.pop()) {
      const now = this.#counts.get(top.key) ?? 0;
      if (now === top.count) return now >= 2 ? top.key : null;
      if (now >= 2) this.#heap.push(now, top.key);
    }
    return null;
  }

  /** Replaces the pair by a new id in every word; only pairs with the new id can become more frequent. */
  merge(left: number, right: number, id: number): void {
    const grown = new Set<number>();
    for (const index of this.#wordsOf.get(pairKey(left, right)) ?? []) {
      const word = this.#words[index];
      const merged: number[] = [];
      for (let i = 0; i < word.ids.length; i++) {
        const here = word.ids[i] === left && word.ids[i + 1] === right;
        merged.push(here ? id : word.ids[i]);
        if (here) i++;
      }
      if (merged.length === word.ids.length) continue;
      this.#add(word.ids, index, -word.count);
      word.ids = merged;
      this.#add(merged, index, word.count);
      for (let i = 0; i + 1 < merged.length; i++) {
        if (merged[i] === id || merged[i + 1] === id) grown.add(pairKey(merged[i], merged[i + 1]));
      }
    }
    this.#wordsOf.delete(pairKey(left, right));
    this.#counts.delete(pairKey(left, right));
    for (const key of grown) {
      const count = this.#counts.get(key);
      if (count !== undefined) this.#heap.push(count, key);
    }
  }
}

/**
 * Learns merges as Sennrich et al. (2016) do. The most frequent bytes get ids of their own, merges fill the rest; it
 * stops early where no pair occurs twice. Throws on a vocabulary size for which `isVocabSize` is false.
 */
export function learnVocabulary(
  texts: Iterable<string>,
  vocabSize: number,
  options: LearnOptions,
): Vocabulary {
  if (!isVocabSize(vocabSize)) throw new Error(`BPE: bad vocabulary size ${vocabSize}`);
  const encoder = new TextEncoder();
  const counted = [...countWords(texts)].map(([word, count]) => ({ bytes: encoder.encode(word), count }));
  const bytes = chooseBytes(counted, Math.floor((vocabSize - FIRST_BYTE) * MAX_BYTE_SHARE));
  const idOfByte = byteIds(bytes);
  const pairs = new PairCounts(
    counted.map((word) => ({ ids: spellWord(word.bytes, idOfByte), count: word.count })),
  );
  const merges: [number, number][] = [];
  const firstMerge = FIRST_BYTE + bytes.length;
  const wanted = vocabSize - firstMerge;
  while (merges.length < wanted) {
    const key = pairs.best();
    if (key === null) break;
    const pair: [number, number] = [Math.floor(key / MAX_VOCAB_SIZE), key % MAX_VOCAB_SIZE];
    pairs.merge(pair[0], pair[1], firstMerge + merges.length);
    merges.push(pair);
    if (merges.length % PROGRESS_EVERY === 0) options.onProgress?.(merges.length, wanted);
  }
  options.onProgress?.(merges.length, wanted);
  return { vocabSize, bytes, merges };
}
