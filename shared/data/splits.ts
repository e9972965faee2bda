/** Splits documents into training and held-out text so that copies of one text never stand on both sides. */

import { hashSeed } from '../random.ts';
import type { TextDocument } from '../world/document.ts';

/** The seed by which teams' own text is split, in the browser as on the server: it hides nothing, since the text is the team's. */
const OWN_SPLIT_SEED = 2311;

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

/** Splits a team's own dataset; one that would leave nothing to train on is not split. */
export function holdOut<T extends Pick<TextDocument, 'text'>>(
  documents: readonly T[],
  share: number,
): Split<T> {
  const split = splitDocuments(documents, share, OWN_SPLIT_SEED);
  return split.train.length > 0 ? split : { train: [...documents], heldOut: [] };
}
