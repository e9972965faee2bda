/** Cleans a dataset: junk out by the team's classifier, near copies out, secrets masked; the same code previews and counts. */

import { clusterDuplicates, keptPlaces, signDocuments, type OnProgress } from './minhash.ts';
import { keepProbabilities } from './quality.ts';
import { scrubDocuments } from './scrub.ts';

export interface CleaningSteps {
  /** Drops documents that resemble an earlier one by at least this much, 0 to 1; null for none. */
  similarity: number | null;
  /** Drops documents below a probability to be kept, by a classifier's weights; null for none. */
  quality: { threshold: number; weights: ArrayLike<number> } | null;
  /** Masks what looks like a secret. */
  scrub: boolean;
}

export interface CleanedCount {
  documents: number;
  /** Text is ASCII: bytes are characters. */
  bytes: number;
  tossed: number;
  copies: number;
  masked: number;
  bytesLeft: number;
}

/** However high the bar, the surest documents stay: a model must have something to read. */
const LEAST_LEFT_SHARE = 0.05;

const bytesOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);

/** Places of the documents at or above the threshold, in order; at least the surest twentieth of them. */
export function placesAbove(probabilities: ArrayLike<number>, threshold: number): number[] {
  const places = Array.from({ length: probabilities.length }, (_, place) => place);
  const above = places.filter((place) => probabilities[place] >= threshold);
  const least = Math.ceil(LEAST_LEFT_SHARE * places.length);
  if (above.length >= least) return above;
  return places
    .sort((a, b) => probabilities[b] - probabilities[a] || a - b)
    .slice(0, least)
    .sort((a, b) => a - b);
}

/**
 * The documents that are left, in order, with masks in their text, and what went. Junk goes first, so that no copy is kept for
 * the sake of a page of junk; masks come last, so that they make no two documents alike.
 */
export function cleanDocuments<T extends { text: string }>(
  documents: readonly T[],
  { similarity, quality, scrub }: CleaningSteps,
  onProgress: OnProgress = () => undefined,
): { documents: T[]; count: CleanedCount } {
  const texts = documents.map(({ text }) => text);
  let places = texts.map((_, place) => place);
  if (quality) {
    const probabilities = keepProbabilities(texts, quality.weights, (share) => onProgress(0.3 * share));
    places = placesAbove(probabilities, quality.threshold);
  }
  const tossed = documents.length - places.length;
  onProgress(0.3);
  if (similarity !== null) {
    const asked = places;
    const askedTexts = asked.map((place) => texts[place]);
    const signatures = signDocuments(askedTexts, (share) => onProgress(0.3 + 0.3 * share));
    const clusters = clusterDuplicates(signatures, similarity, (share) => onProgress(0.6 + 0.2 * share));
    places = keptPlaces(asked.length, clusters).map((at) => asked[at]);
  }
  const copies = documents.length - tossed - places.length;
  onProgress(0.8);
  const left = places.map((place) => documents[place]);
  const leftTexts = left.map(({ text }) => text);
  const scrubbed = scrub ? scrubDocuments(leftTexts, (share) => onProgress(0.8 + 0.2 * share)) : null;
  const cleaned = scrubbed ? left.map((document, at) => ({ ...document, text: scrubbed[at].text })) : left;
  onProgress(1);
  return {
    documents: cleaned,
    count: {
      documents: documents.length,
      bytes: bytesOf(texts),
      tossed,
      copies,
      masked: scrubbed?.reduce((sum, { found }) => sum + found.length, 0) ?? 0,
      bytesLeft: cleaned.reduce((sum, { text }) => sum + text.length, 0),
    },
  };
}
