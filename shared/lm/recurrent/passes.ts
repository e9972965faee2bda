/** The GRU's passes: forward through all rows a time step at a time, and back. */

import type { Kernels } from '../../nn/kernels.ts';
import { addProduct, linear, linearGradient, product } from '../../nn/products.ts';
import type { GruConfig } from '../config.ts';
import type { GruActivations, GruLayout } from './layout.ts';

/**
 * Fills every activation up to the logits; all rows must be laid out with the same length. What the inputs contribute to
 * the gates is one product over all positions; only what the states contribute has to wait for the step before.
 */
export function forward(
  kernels: Kernels,
  { width, vocabSize }: GruConfig,
  { tokenEmbedding, layers, head }: GruLayout,
  activations: GruActivations,
): void {
  const { layout, tokens, embedded, output, logits } = activations;
  const rows = layout.lengths.length;
  const m = layout.positionCount;
  const length = m / rows;
  const wide = 3 * width;
  kernels.lookUp(tokens, tokenEmbedding, embedded, m, width);
  layers.forEach(({ input, recurrent }, layer) => {
    const a = activations.layers[layer];
    linear(kernels, input, a.input, a.gates, m);
    kernels.broadcastRow(recurrent.bias, a.recurrent, m, wide);
    for (let t = 0; t < length; t++) {
      const before = t > 0 ? a.state + (t - 1) * width : 0;
      const contribution = a.recurrent + t * wide;
      if (before !== 0) {
        const left = [before, length * width, 1] as const;
        const right = [recurrent.weight, wide] as const;
        addProduct(kernels, left, right, [contribution, length * wide], [rows, width, wide]);
      }
      const state = a.state + t * width;
      const gates = a.gates + t * wide;
      kernels.gruGates(gates, contribution, before, state, rows, width, length * wide, length * width);
    }
  });
  const size = [m, width, vocabSize] as const;
  product(kernels, [output, width, 1], [head, vocabSize], [logits, vocabSize], size);
}

/** Adds to the gradient of every parameter; the logits must hold the gradient of the loss. */
export function backward(
  kernels: Kernels,
  { width, vocabSize }: GruConfig,
  heapLayout: GruLayout,
  activations: GruActivations,
): void {
  const { gradientOffset, head, layers } = heapLayout;
  const { layout, tokens, output, logits, scratch } = activations;
  const rows = layout.lengths.length;
  const m = layout.positionCount;
  const length = m / rows;
  const wide = 3 * width;
  const headSize = [width, m, vocabSize] as const;
  const dHead = head + gradientOffset;
  addProduct(kernels, [output, 1, width], [logits, vocabSize], [dHead, vocabSize], headSize);
  kernels.transpose(head, vocabSize, width, vocabSize, scratch);
  let { dState, dInput } = activations;
  product(kernels, [logits, vocabSize, 1], [scratch, width], [dState, width], [m, vocabSize, width]);

  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const { input, recurrent } = layers[layer];
    const a = activations.layers[layer];
    kernels.transpose(recurrent.weight, wide, width, wide, scratch);
    for (let t = length - 1; t >= 0; t--) {
      const before = t > 0 ? a.state + (t - 1) * width : 0;
      const dBefore = t > 0 ? dState + (t - 1) * width : 0;
      const contribution = a.recurrent + t * wide;
      kernels.gruGatesGradient(
        a.gates + t * wide,
        contribution,
        before,
        dState + t * width,
        dBefore,
        rows,
        width,
        length * wide,
        length * width,
      );
      if (before === 0) continue;
      const left = [contribution, length * wide, 1] as const;
      addProduct(kernels, left, [scratch, width], [dBefore, length * width], [rows, wide, width]);
    }
    kernels.addColumnSums(a.recurrent, recurrent.bias + gradientOffset, m, wide);
    const dRecurrent = recurrent.weight + gradientOffset;
    for (let row = 0; row < rows; row++) {
      const states = [a.state + row * length * width, 1, width] as const;
      const gradients = [a.recurrent + (row * length + 1) * wide, wide] as const;
      addProduct(kernels, states, gradients, [dRecurrent, wide], [width, length - 1, wide]);
    }
    linearGradient(kernels, input, gradientOffset, a.input, a.gates, dInput, m, scratch);
    [dState, dInput] = [dInput, dState];
  }
  kernels.lookUpGradient(tokens, dState, heapLayout.tokenEmbedding + gradientOffset, m, width, width);
}
