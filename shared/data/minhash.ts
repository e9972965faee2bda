/**
 * Finds near duplicates among many documents without comparing all pairs: MinHash signatures of word shingles, and buckets
 * of bands of them. A. Broder, "On the resemblance and containment of documents" (1997); bands: P. Indyk, R. Motwani (1998).
 */

import { createRandom } from '../random.ts';
import { chainHash, hashWords, mixBits, wordRoom } from './words.ts';

/** Words of a shingle: one changed word spoils three of them, and two texts from one template still share few. */
export const SHINGLE_WORDS = 3;
/** Hash functions of a signature: an estimate of 0.7 is off by 0.04 (one standard deviation). */
export const SIGNATURE_SIZE = 128;
/** Chance that two documents exactly as similar as asked for share a bucket and so are compared at all. */
const LEAST_RECALL = 0.95;
/** Documents between two reports of progress. */
const REPORT_EVERY = 512;

/** Told how much of the work is done, 0 to 1. */
export type OnProgress = (share: number) => void;

export interface Signatures {
  count: number;
  /** [count, SIGNATURE_SIZE]. */
  values: Uint32Array;
}

export interface DuplicateCluster {
  /** Place of the document that stays: the first of its cluster. */
  kept: number;
  /** What would go, in order, with its estimated resemblance to the kept document. */
  dropped: { document: number; similarity: number }[];
}

/** Multipliers (odd) and summands of the hash functions; always the same, so that server and browser agree to the bit. */
const HASHES = (() => {
  const random = createRandom(1997);
  const draw = (): number => random.int(2 ** 32);
  return {
    factors: Uint32Array.from({ length: SIGNATURE_SIZE }, () => draw() | 1),
    summands: Uint32Array.from({ length: SIGNATURE_SIZE }, draw),
  };
})();

/** Lowers a signature to the hashes of one more shingle. */
function addShingle(values: Uint32Array, from: number, shingle: number): void {
  const { factors, summands } = HASHES;
  for (let i = 0; i < SIGNATURE_SIZE; i++) {
    const hash = (Math.imul(factors[i], shingle) + summands[i]) >>> 0;
    if (hash < values[from + i]) values[from + i] = hash;
  }
}

/**
 * The signatures of documents: for each hash function the least hash of any shingle. A document shorter than a shingle is
 * one shingle as a whole. Words alone count, so case, marks and white space change nothing.
 */
export function signDocuments(
  texts: readonly string[],
  onProgress: OnProgress = () => undefined,
): Signatures {
  const values = new Uint32Array(texts.length * SIGNATURE_SIZE).fill(0xffffffff);
  const words = wordRoom(texts);
  texts.forEach((text, document) => {
    const count = hashWords(text, words);
    const shingles = Math.max(Math.min(count, 1), count - SHINGLE_WORDS + 1);
    for (let first = 0; first < shingles; first++) {
      let shingle = 0;
      for (let at = first; at < Math.min(count, first + SHINGLE_WORDS); at++) {
        shingle = chainHash(shingle, words[at]);
      }
      addShingle(values, document * SIGNATURE_SIZE, mixBits(shingle));
    }
    if (document % REPORT_EVERY === 0) onProgress(document / texts.length);
  });
  onProgress(1);
  return { count: texts.length, values };
}

/** Estimated resemblance (Jaccard similarity of the sets of shingles), 0 to 1: the share of hash functions that agree. */
export function resemblance(a: Signatures, i: number, b: Signatures, j: number): number {
  let same = 0;
  for (let k = 0; k < SIGNATURE_SIZE; k++) {
    if (a.values[i * SIGNATURE_SIZE + k] === b.values[j * SIGNATURE_SIZE + k]) same++;
  }
  return same / SIGNATURE_SIZE;
}

/** Bands and their rows: the longest bands that still find pairs of this similarity, 1 - (1 - s^rows)^bands. */
export function bandsFor(similarity: number): { rows: number; bands: number } {
  let rows = 1;
  const recall = (r: number): number => 1 - (1 - similarity ** r) ** Math.floor(SIGNATURE_SIZE / r);
  while (rows < SIGNATURE_SIZE / 4 && recall(rows + 1) >= LEAST_RECALL) rows++;
  return { rows, bands: Math.floor(SIGNATURE_SIZE / rows) };
}

/** Documents in buckets, one for each band; lists in arrays, since there are hundreds of thousands of entries. */
export class SignatureIndex {
  readonly #signatures: Signatures;
  readonly #rows: number;
  readonly #bands: number;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #hashes: Uint32Array;
  /** The query that last met a document, so that none is compared twice. */
  readonly #met: Int32Array;
  #query = 0;

  /** An empty index that documents with these signatures can be added to. */
  constructor(signatures: Signatures, similarity: number) {
    const { rows, bands } = bandsFor(similarity);
    const entries = signatures.count * bands;
    this.#signatures = signatures;
    this.#rows = rows;
    this.#bands = bands;
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, entries)))).fill(-1);
    this.#next = new Int32Array(entries);
    this.#hashes = new Uint32Array(entries);
    this.#met = new Int32Array(signatures.count);
  }

  #bucket({ values }: Signatures, document: number, band: number): number {
    let hash = band;
    const from = document * SIGNATURE_SIZE + band * this.#rows;
    for (let at = from; at < from + this.#rows; at++) hash = chainHash(hash, values[at]);
    return mixBits(hash);
  }

  add(document: number): void {
    for (let band = 0; band < this.#bands; band++) {
      const hash = this.#bucket(this.#signatures, document, band);
      const slot = hash & (this.#heads.length - 1);
      const entry = document * this.#bands + band;
      this.#hashes[entry] = hash;
      this.#next[entry] = this.#heads[slot];
      this.#heads[slot] = entry;
    }
  }

  /** The added document that resembles this one most, if any does so by at least `least`; the earliest of equals. */
  closest(of: Signatures, document: number, least: number): { document: number; similarity: number } | null {
    let best: { document: number; similarity: number } | null = null;
    this.#query++;
    for (let band = 0; band < this.#bands; band++) {
      const hash = this.#bucket(of, document, band);
      let entry = this.#heads[hash & (this.#heads.length - 1)];
      for (; entry >= 0; entry = this.#next[entry]) {
        if (this.#hashes[entry] !== hash) continue;
        const other = Math.floor(entry / this.#bands);
        if (this.#met[other] === this.#query) continue;
        this.#met[other] = this.#query;
        const similarity = resemblance(of, document, this.#signatures, other);
        if (similarity < least) continue;
        const isFirst =
          !best || similarity > best.similarity || (similarity === best.similarity && other < best.document);
        if (isFirst) best = { document: other, similarity };
      }
    }
    return best;
  }
}

/**
 * Clusters of near duplicates, by one pass in order: a document that resembles an earlier kept one by at least `similarity`
 * (0 to 1, estimated) is dropped in favour of the one it resembles most, else it is kept. So every dropped document is
 * like the one that stays, and what comes later changes nothing about what came before. Only clusters of two or more.
 */
export function clusterDuplicates(
  signatures: Signatures,
  similarity: number,
  onProgress: OnProgress = () => undefined,
): DuplicateCluster[] {
  const index = new SignatureIndex(signatures, similarity);
  const clusters = new Map<number, DuplicateCluster>();
  for (let document = 0; document < signatures.count; document++) {
    const closest = index.closest(signatures, document, similarity);
    if (closest) {
      const cluster = clusters.get(closest.document) ?? { kept: closest.document, dropped: [] };
      cluster.dropped.push({ document, similarity: closest.similarity });
      clusters.set(closest.document, cluster);
    } else index.add(document);
    if (document % REPORT_EVERY === 0) onProgress(document / signatures.count);
  }
  onProgress(1);
  return [...clusters.values()].toSorted((a, b) => a.kept - b.kept);
}

/** The places that stay when all clusters' dropped documents go. */
export function keptPlaces(count: number, clusters: readonly DuplicateCluster[]): number[] {
  const dropped = new Set(clusters.flatMap((cluster) => cluster.dropped.map(({ document }) => document)));
  return Array.from({ length: count }, (_, place) => place).filter((place) => !dropped.has(place));
}
