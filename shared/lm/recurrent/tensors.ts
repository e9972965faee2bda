/** The tensors of a GRU language model: embeddings, layers of gated recurrent units, and a head. */

import type { AddTensor, Initializer } from '../../nn/tensors.ts';
import type { GruConfig } from '../config.ts';

/** Of the embeddings: small beside 1, so that the gates begin in their linear range. */
const EMBEDDING_DEVIATION = 0.1;

/**
 * Each layer has the three gates' weights side by side, in the order reset, update, candidate: `input` for what comes in and
 * `recurrent` for the state before. Deviation 1 / sqrt(width) keeps sums at the scale of what is summed.
 */
export function gruTensors({ vocabSize, width, layers }: GruConfig, add: AddTensor): void {
  const matrix: Initializer = { normal: 1 / Math.sqrt(width) };
  const zero: Initializer = { constant: 0 };
  add('tokenEmbedding', [vocabSize, width], { normal: EMBEDDING_DEVIATION });
  for (let layer = 0; layer < layers; layer++) {
    const name = `layer${layer}`;
    add(`${name}.input.weight`, [width, 3 * width], matrix);
    add(`${name}.input.bias`, [3 * width], zero);
    add(`${name}.recurrent.weight`, [width, 3 * width], matrix);
    add(`${name}.recurrent.bias`, [3 * width], zero);
  }
  add('head', [width, vocabSize], matrix);
}
