/** The four sizes of model that everything is timed at, and the batches that everything is trained on. */

import type { ModelConfig, TransformerConfig } from '../../shared/lm/config.ts';
import { flopsPerToken } from '../../shared/lm/flops.ts';
import { createRandom } from '../../shared/random.ts';
import type { BenchBatch } from './contestant.ts';

export const CONFIGURATIONS = {
  A: { architecture: 'transformer', vocabSize: 256, contextLength: 64, width: 64, layers: 2, heads: 4 },
  B: { architecture: 'transformer', vocabSize: 512, contextLength: 128, width: 128, layers: 4, heads: 4 },
  C: { architecture: 'transformer', vocabSize: 1024, contextLength: 128, width: 192, layers: 6, heads: 6 },
  D: { architecture: 'transformer', vocabSize: 1024, contextLength: 128, width: 288, layers: 7, heads: 9 },
} as const satisfies Record<string, TransformerConfig>;

export type ConfigurationName = keyof typeof CONFIGURATIONS;

export const BATCH_ROWS = 16;
/** Steps after which the loss is compared. */
export const COMPARED_STEP = 64;

/** Plain Adam, so that every library has it: betas 0.9 and 0.99, epsilon 1e-8, no decay and no clipping. */
export const LEARNING_RATE = 1e-3;

/** Batches come again in this many steps, so that a loss falls. */
const BATCH_COUNT = 4;

/** Batches of so many rows: random tokens whose targets can be learned, the next id after seven times this one. */
export function benchBatches(config: TransformerConfig, rows: number): BenchBatch[] {
  const { contextLength: length, vocabSize } = config;
  const random = createRandom(7);
  return Array.from({ length: BATCH_COUNT }, () => {
    const tokens = Int32Array.from({ length: rows * length }, () => random.int(vocabSize));
    return {
      rows,
      length,
      tokens,
      previous: previousTokens(config, tokens),
      targets: tokens.map((token) => (7 * token + 3) % vocabSize),
      weights: new Float32Array(tokens.length).fill(1),
    };
  });
}

/** The token before each of tokens [rows, contextLength], and 0 before a row's first. */
export function previousTokens({ contextLength }: TransformerConfig, tokens: Int32Array): Int32Array {
  return tokens.map((_, i) => (i % contextLength === 0 ? 0 : tokens[i - 1]));
}

/** Matrix arithmetic of one step in FLOP, causal attention counted in full. */
export function stepFlops(config: ModelConfig): number {
  return flopsPerToken(config) * BATCH_ROWS * config.contextLength;
}
