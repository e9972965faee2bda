/** The backward pass past frozen weights: gradients of the adapter alone, and no further down than its lowest matrix. */

import type { Kernels } from '../../nn/kernels.ts';
import { addProduct, inputGradient, product } from '../../nn/products.ts';
import type { TransformerConfig } from '../config.ts';
import type { Activations } from '../transformer/layout.ts';
import type { AdapterLayout, AdaptedMatrix } from './layout.ts';

/** Adds to the gradient of every number of the adapter; the logits must hold the gradient of the loss. */
export function backward(
  kernels: Kernels,
  { width, vocabSize }: TransformerConfig,
  adapter: AdapterLayout,
  activations: Activations,
): void {
  const { parameters, head, expand, contract, scratch: own } = adapter;
  const { scratch, logits, dStream, dWide, finalNorm, finalStatistics, output } = activations;
  const m = activations.layout.positionCount;
  const { norm2, hidden } = activations.blocks[activations.blocks.length - 1];
  const { gain } = parameters.finalNorm;
  const last = parameters.blocks[parameters.blocks.length - 1];

  adapterGradient(kernels, adapter, head, finalNorm, logits, m);
  kernels.transpose(parameters.head, vocabSize, width, vocabSize, scratch);
  product(kernels, [logits, vocabSize, 1], [scratch, width], [dWide, width], [m, vocabSize, width]);
  const dGain = own.norm;
  kernels.layerNormGradient(dWide, output, gain, finalStatistics, dGain, dGain + width, dStream, m, width, 0);
  adapterGradient(kernels, adapter, contract, hidden, dStream, m);
  inputGradient(kernels, last.contract, dStream, dWide, m, scratch);
  kernels.squaredReluGradient(hidden, dWide, m * 4 * width);
  adapterGradient(kernels, adapter, expand, norm2, dWide, m);
}

/** Adds to the gradients of a matrix' adapter, from what it multiplies, x [m, inputs], and the gradient of what comes out, dy [m, outputs]. */
function adapterGradient(
  kernels: Kernels,
  { rank, gradientOffset, scratch: { narrow, transposed } }: AdapterLayout,
  { down, up, inputs, outputs }: AdaptedMatrix,
  x: number,
  dy: number,
  m: number,
): void {
  product(kernels, [x, inputs, 1], [down, rank], [narrow, rank], [m, inputs, rank]);
  const dUp = up + gradientOffset;
  addProduct(kernels, [narrow, 1, rank], [dy, outputs], [dUp, outputs], [rank, m, outputs]);
  kernels.transpose(up, outputs, rank, outputs, transposed);
  product(kernels, [dy, outputs, 1], [transposed, rank], [narrow, rank], [m, outputs, rank]);
  const dDown = down + gradientOffset;
  addProduct(kernels, [x, 1, inputs], [narrow, rank], [dDown, rank], [inputs, m, rank]);
}
