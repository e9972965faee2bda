/** Bigram embeddings: beside each token's own vector, one for the pair of it and the token before. */

import type { TransformerConfig } from '../config.ts';

/**
 * Rows of the table for each token of the vocabulary; pairs share rows by chance. More gain more (see LOG.md), but all are
 * weights that workers send to each other every round.
 */
const ROWS_PER_TOKEN = 2;

/** Rows of a model's bigram table. */
export function bigramCount({ vocabSize }: TransformerConfig): number {
  return ROWS_PER_TOKEN * vocabSize;
}
