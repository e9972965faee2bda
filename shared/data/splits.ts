/** Splits documents into training and held-out text so that copies of one text never stand on both sides. */

import { hashSeed } from '../random.ts';
import type { TextDocument } from '../world/document.ts';

export interface Split<T> {
  train: T[];
  heldOut: T[];
}

/** A text with what copying and reformatting change taken out: case, marks and white space. */
function fingerprint(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Holds out about the given share (0 to 1) of distinct documents. The side follows from the hash of the seed and the
 * document's letters and digits alone, so copies stay together and adding documents moves no other one.
 */
export function splitDocuments<T extends Pick<TextDocument, 'text'>>(
  documents: readonly T[],
  heldOutShare: number,
  seed: number,
): Split<T> {
  const split: Split<T> = { train: [], heldOut: [] };
  for (const document of documents) {
    const held = hashSeed(seed, fingerprint(document.text)) / 2 ** 32 < heldOutShare;
    (held ? split.heldOut : split.train).push(document);
  }
  return split;
}
