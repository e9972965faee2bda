/** Small models and seeded batches for the tests of the engine. */

import { createRandom } from '../random.ts';
import type { GruConfig, ModelConfig, TransformerConfig } from './config.ts';
import type { Batch } from './language-model.ts';

/** Two layers and heads, and nothing square, so that swapped sizes show. */
export const TINY: TransformerConfig = {
  architecture: 'transformer',
  vocabSize: 20,
  contextLength: 12,
  width: 16,
  layers: 2,
  heads: 2,
};
export const TINY_GRU: GruConfig = {
  architecture: 'gru',
  vocabSize: 20,
  contextLength: 12,
  width: 16,
  layers: 2,
};

/** Random tokens with next-token targets; `masked` gives a third of the targets weight 0 and a third weight 2. */
export function randomBatch(
  config: ModelConfig,
  rows: number,
  length: number,
  { seed = 1, masked = false } = {},
): Batch {
  const random = createRandom(seed);
  const size = rows * length;
  const tokens = Int32Array.from({ length: size }, () => random.int(config.vocabSize));
  const targets = tokens.map((_, i) => tokens[(i + 1) % size]);
  const weights = Float32Array.from({ length: size }, (_, i) => (masked ? i % 3 : 1));
  return { rows, length, tokens, targets, weights };
}
