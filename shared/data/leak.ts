/** Looks for test text in training text: exact copies, and near copies by their MinHash signatures. */

import { SignatureIndex, signDocuments, type OnProgress } from './minhash.ts';

/** From this resemblance on a held-out document counts as leaked: the same text with a few words changed. */
export const LEAK_SIMILARITY = 0.7;

/** The parts of a split whose documents must not meet. */
export interface SplitTexts {
  train: readonly string[];
  heldOut: readonly string[];
  sealed: readonly string[];
}

type SplitPart = keyof SplitTexts;

export interface Leak {
  /** Where the copy is, and where the document that it copies is. */
  part: SplitPart;
  document: number;
  of: SplitPart;
  ofDocument: number;
  /** Estimated resemblance of their shingles, 0 to 1. */
  similarity: number;
  /** Whether the two are the same sign by sign. */
  isExact: boolean;
}

/** What may not be found where: test text in training text, and sealed text in what is used for choosing. */
const CHECKS: readonly { part: SplitPart; of: SplitPart }[] = [
  { part: 'train', of: 'heldOut' },
  { part: 'train', of: 'sealed' },
  { part: 'heldOut', of: 'sealed' },
];

/**
 * Test documents that can be found elsewhere, each with its closest copy: the order is by check, then by test document.
 * `least` is the resemblance from which on a document counts as a near copy.
 */
export function findLeaks(
  texts: SplitTexts,
  { least = LEAK_SIMILARITY, onProgress = () => undefined }: { least?: number; onProgress?: OnProgress } = {},
): Leak[] {
  const signatures = {
    train: signDocuments(texts.train, (share) => onProgress(0.8 * share)),
    heldOut: signDocuments(texts.heldOut),
    sealed: signDocuments(texts.sealed),
  };
  const leaks = CHECKS.flatMap(({ part, of }): Leak[] => {
    const index = new SignatureIndex(signatures[part], least);
    texts[part].forEach((_, document) => index.add(document));
    const exact = new Map(texts[part].map((text, document) => [text, document]));
    return texts[of].flatMap((text, ofDocument): Leak[] => {
      const copy = exact.get(text);
      if (copy !== undefined) return [{ part, document: copy, of, ofDocument, similarity: 1, isExact: true }];
      const closest = index.closest(signatures[of], ofDocument, least);
      return closest ? [{ part, of, ofDocument, ...closest, isExact: false }] : [];
    });
  });
  onProgress(1);
  return leaks;
}
