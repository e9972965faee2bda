/** Counts training compute, the currency in which every team gets the same, and what a model carries along while it speaks. */

import type { ModelConfig } from './config.ts';
import { validateConfig } from './spec.ts';

/** Operations for every matrix weight and token: 2 forward, 4 backward. */
export const FLOPS_PER_WEIGHT = 6;

/** Weights that take part in a matrix product for every token: the layers and the head, not embeddings, norms or biases. */
export function matmulParameters(config: ModelConfig): number {
  validateConfig(config);
  const { architecture, layers, width, vocabSize } = config;
  const squares = architecture === 'gru' ? 6 : 12;
  return layers * squares * width * width + width * vocabSize;
}

/**
 * Floating-point operations to train on one token: 6 per matrix weight (2 forward, 4 backward) plus 12 x layers x
 * contextLength x width for attention scores and mixing (Kaplan et al. 2020; Chowdhery et al. 2022, appendix B).
 * Causal attention is counted in full, as is the custom; a GRU has none.
 */
export function flopsPerToken(config: ModelConfig): number {
  const { architecture, layers, contextLength, width } = config;
  const attention = architecture === 'gru' ? 0 : 12 * layers * contextLength * width;
  return FLOPS_PER_WEIGHT * matmulParameters(config) + attention;
}

/** How many whole tokens a budget pays for. */
export function tokensForBudget(config: ModelConfig, budgetFlops: number): number {
  return Math.max(0, Math.floor(budgetFlops / flopsPerToken(config)));
}

/**
 * Numbers that are kept of a text that fills the context: keys and values of every token in every layer, or one state a
 * layer, however long the text is.
 */
export function numbersCarried(config: ModelConfig): number {
  const { architecture, layers, width, contextLength } = config;
  return architecture === 'gru' ? layers * width : 2 * layers * width * contextLength;
}
