/** The model's backward pass: the forward pass in reverse, each kernel call by its gradient. */

import type { NormLayer } from '../../nn/heap-layout.ts';
import { LOWER_LEFT, LOWER_OUTPUT, UPPER_LEFT, type Kernels } from '../../nn/kernels.ts';
import { addProduct, linearGradient, product } from '../../nn/products.ts';
import type { TransformerConfig } from '../config.ts';
import type { Activations, TransformerLayout, BlockActivations } from './layout.ts';

/** Adds to the gradient of every parameter; the logits must hold the gradient of the loss (see crossEntropy). */
export function backward(
  kernels: Kernels,
  config: TransformerConfig,
  heapLayout: TransformerLayout,
  activations: Activations,
): void {
  const { width, heads, vocabSize } = config;
  const { parameters, gradientOffset, rotations } = heapLayout;
  const { tokens, positions, scratch, logits, finalNorm, dStream, dWide, dMixed, dQkv } = activations;
  const m = activations.layout.positionCount;
  const { head, blocks } = parameters;
  const dTables = {
    token: parameters.tokenEmbedding + gradientOffset,
    previous: parameters.previousEmbedding + gradientOffset,
    value: parameters.valueEmbedding + gradientOffset,
  };

  /** Adds to the gradients of gain and bias; sets dStream, or adds to it where the input also went past the norm. */
  const normGradient = (norm: NormLayer, dy: number, x: number, statistics: number, add: 0 | 1): void => {
    const { gain, bias } = norm;
    const dGain = gain + gradientOffset;
    const dBias = bias + gradientOffset;
    kernels.layerNormGradient(dy, x, gain, statistics, dGain, dBias, dStream, m, width, add);
  };

  const dHead = head + gradientOffset;
  const headSize = [width, m, vocabSize] as const;
  addProduct(kernels, [finalNorm, 1, width], [logits, vocabSize], [dHead, vocabSize], headSize);
  kernels.transpose(head, vocabSize, width, vocabSize, scratch);
  product(kernels, [logits, vocabSize, 1], [scratch, width], [dWide, width], [m, vocabSize, width]);
  normGradient(parameters.finalNorm, dWide, activations.output, activations.finalStatistics, 0);

  for (let layer = config.layers - 1; layer >= 0; layer--) {
    const { norm1, qkv, projection, norm2, expand, contract } = blocks[layer];
    const a = activations.blocks[layer];
    linearGradient(kernels, contract, gradientOffset, a.hidden, dStream, dWide, m, scratch);
    kernels.squaredReluGradient(a.hidden, dWide, m * 4 * width);
    linearGradient(kernels, expand, gradientOffset, a.norm2, dWide, dMixed, m, scratch);
    normGradient(norm2, dMixed, a.middle, a.statistics2, 1);
    linearGradient(kernels, projection, gradientOffset, a.mixed, dStream, dMixed, m, scratch);
    attentionGradient(kernels, config, activations, a);
    kernels.lookUpGradient(tokens, dQkv + 2 * width, dTables.value, m, width, 3 * width);
    kernels.rotate(dQkv, positions, rotations, m, width, width / heads, -1);
    linearGradient(kernels, qkv, gradientOffset, a.norm1, dQkv, dMixed, m, scratch);
    normGradient(norm1, dMixed, a.input, a.statistics1, 1);
  }

  kernels.lookUpGradient(tokens, dStream, dTables.token, m, width, width);
  kernels.lookUpGradient(activations.previous, dStream, dTables.previous, m, width, width);
}

/** dQkv from dMixed, one row and head at a time. */
function attentionGradient(
  kernels: Kernels,
  { width, heads }: TransformerConfig,
  { length: longest, layout, scratch, dScores, dQkv, dMixed }: Activations,
  a: BlockActivations,
): void {
  const headWidth = width / heads;
  const step = 3 * width;
  for (const [row, length] of layout.lengths.entries()) {
    const wide = [length, headWidth, length] as const;
    const narrow = [length, length, headWidth] as const;
    for (let head = 0; head < heads; head++) {
      const offset = layout.starts[row] * step + head * headWidth;
      const query = a.qkv + offset;
      const key = query + width;
      const value = key + width;
      const dQuery = dQkv + offset;
      const dKey = dQuery + width;
      const dValue = dKey + width;
      const probabilities = a.probabilities + (row * heads + head) * longest * longest;
      const dy = dMixed + layout.starts[row] * width + head * headWidth;
      product(kernels, [probabilities, 1, length], [dy, width], [dValue, step], narrow, UPPER_LEFT);
      kernels.transpose(value, step, length, headWidth, scratch);
      product(kernels, [dy, width, 1], [scratch, length], [dScores, length], wide, LOWER_OUTPUT);
      kernels.causalSoftmaxGradient(probabilities, dScores, length, 1 / Math.sqrt(headWidth));
      product(kernels, [dScores, length, 1], [key, step], [dQuery, step], narrow, LOWER_LEFT);
      product(kernels, [dScores, 1, length], [query, step], [dKey, step], narrow, UPPER_LEFT);
    }
  }
}
