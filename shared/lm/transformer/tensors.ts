/** The tensors of a transformer language model: embeddings, blocks, and a head. */

import type { AddTensor, Initializer } from '../../nn/tensors.ts';
import type { TransformerConfig } from '../config.ts';

/** GPT-2's initial standard deviation; residual projections are divided by sqrt(2 x layers) (Radford et al., 2019). */
const WEIGHT_DEVIATION = 0.02;

/**
 * The tensors of a pre-LayerNorm GPT with rotary positions (which have none), causal multi-head attention, squared-ReLU MLP of
 * 4 x width and an untied head without bias. Beside its own vector a token has one for when it is the token before, so that one
 * layer can look for what followed a word, and one that attention passes on as it is, in every layer: with these a small model
 * learns to copy (LOG.md).
 */
export function transformerTensors(config: TransformerConfig, add: AddTensor): void {
  const { vocabSize, width, layers } = config;
  const matrix: Initializer = { normal: WEIGHT_DEVIATION };
  const residual: Initializer = { normal: WEIGHT_DEVIATION / Math.sqrt(2 * layers) };
  const zero: Initializer = { constant: 0 };
  const one: Initializer = { constant: 1 };

  add('tokenEmbedding', [vocabSize, width], matrix);
  add('previousEmbedding', [vocabSize, width], matrix);
  add('valueEmbedding', [vocabSize, width], zero);
  for (let layer = 0; layer < layers; layer++) {
    const block = `block${layer}`;
    add(`${block}.norm1.gain`, [width], one);
    add(`${block}.norm1.bias`, [width], zero);
    add(`${block}.qkv.weight`, [width, 3 * width], matrix);
    add(`${block}.qkv.bias`, [3 * width], zero);
    add(`${block}.projection.weight`, [width, width], residual);
    add(`${block}.projection.bias`, [width], zero);
    add(`${block}.norm2.gain`, [width], one);
    add(`${block}.norm2.bias`, [width], zero);
    add(`${block}.expand.weight`, [width, 4 * width], matrix);
    add(`${block}.expand.bias`, [4 * width], zero);
    add(`${block}.contract.weight`, [4 * width, width], residual);
    add(`${block}.contract.bias`, [width], zero);
  }
  add('finalNorm.gain', [width], one);
  add('finalNorm.bias', [width], zero);
  add('head', [width, vocabSize], matrix);
}
