/** The model's forward pass: a fixed sequence of kernel calls over the heap. */

import { LOWER_LEFT, LOWER_OUTPUT, type Kernels } from '../../nn/kernels.ts';
import { linear, linearWithResidual, product } from '../../nn/products.ts';
import type { TransformerConfig } from '../config.ts';
import type { Activations, TransformerWeights, BlockActivations } from './layout.ts';

/** Fills every activation up to the logits; tokens and positions must be in place. */
export function forward(
  kernels: Kernels,
  config: TransformerConfig,
  { parameters, rotations }: TransformerWeights,
  activations: Activations,
): void {
  const { width, heads, vocabSize } = config;
  const { tokens, previous, positions, stream, finalNorm, finalStatistics, logits } = activations;
  const m = activations.layout.positionCount;
  const { blocks } = parameters;
  kernels.lookUp(tokens, parameters.tokenEmbedding, stream, m, width);
  kernels.previousTokens(tokens, positions, previous, m);
  kernels.addLookedUp(previous, parameters.previousEmbedding, stream, m, width, width);
  blocks.forEach(({ norm1, qkv, projection, norm2, expand, contract }, layer) => {
    const a = activations.blocks[layer];
    kernels.layerNorm(a.input, norm1.gain, norm1.bias, a.norm1, a.statistics1, m, width);
    linear(kernels, qkv, a.norm1, a.qkv, m);
    kernels.addLookedUp(tokens, parameters.valueEmbedding, a.qkv + 2 * width, m, width, 3 * width);
    kernels.rotate(a.qkv, positions, rotations, m, width, width / heads, 1);
    attention(kernels, config, activations, a);
    linearWithResidual(kernels, projection, a.mixed, a.input, a.middle, m);
    kernels.layerNorm(a.middle, norm2.gain, norm2.bias, a.norm2, a.statistics2, m, width);
    linear(kernels, expand, a.norm2, a.hidden, m);
    kernels.squaredRelu(a.hidden, m * 4 * width);
    linearWithResidual(kernels, contract, a.hidden, a.middle, a.output, m);
  });
  const { gain, bias } = parameters.finalNorm;
  kernels.layerNorm(activations.output, gain, bias, finalNorm, finalStatistics, m, width);
  product(
    kernels,
    [finalNorm, width, 1],
    [parameters.head, vocabSize],
    [logits, vocabSize],
    [m, width, vocabSize],
  );
}

/** Mixed values of every row and head: softmax(Q K^T / sqrt(headWidth)) V, without what lies in the future. */
function attention(
  kernels: Kernels,
  { width, heads }: TransformerConfig,
  { length: longest, layout, scratch }: Activations,
  a: BlockActivations,
): void {
  const headWidth = width / heads;
  const step = 3 * width;
  for (const [row, length] of layout.lengths.entries()) {
    for (let head = 0; head < heads; head++) {
      const query = a.qkv + layout.starts[row] * step + head * headWidth;
      const key = query + width;
      const value = key + width;
      const scores = a.probabilities + (row * heads + head) * longest * longest;
      const mixed = a.mixed + layout.starts[row] * width + head * headWidth;
      kernels.transpose(key, step, length, headWidth, scratch);
      const scoreSize = [length, headWidth, length] as const;
      product(kernels, [query, step, 1], [scratch, length], [scores, length], scoreSize, LOWER_OUTPUT);
      kernels.causalSoftmax(scores, length, 1 / Math.sqrt(headWidth));
      const mixedSize = [length, length, headWidth] as const;
      product(kernels, [scores, length, 1], [value, step], [mixed, width], mixedSize, LOWER_LEFT);
    }
  }
}
