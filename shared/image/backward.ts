/** A painter's backward pass: the forward pass in reverse, each kernel call by its gradient. */

import type { NormLayer } from '../nn/heap-layout.ts';
import type { Kernels } from '../nn/kernels.ts';
import { addProduct, addRows, linearGradient, product } from '../nn/products.ts';
import { PATCHES, type PainterConfig } from './config.ts';
import type { Activations, PainterLayout } from './layout.ts';
import { EXPANSION, MIXED } from './tensors.ts';

/** Sets the gradient of every parameter; the output must hold the gradient of the loss. */
export function backward(
  kernels: Kernels,
  { width }: PainterConfig,
  layout: PainterLayout,
  activations: Activations,
): void {
  const { pictures, told, blocks, dStream, dNorm, dHidden, dShift, dTold, scratch } = activations;
  const { gradientOffset } = layout;
  const rows = PATCHES * pictures;
  const across = pictures * width;
  kernels.fillZero(layout.gradients, layout.parameterCount);
  kernels.fillZero(dTold, across);

  /** Sets dStream from dNorm, or adds to it where the stream also went past the norm. */
  const normGradient = ({ gain, bias }: NormLayer, x: number, statistics: number, add: 0 | 1): void =>
    kernels.layerNormGradient(
      dNorm,
      x,
      gain,
      statistics,
      gain + gradientOffset,
      bias + gradientOffset,
      dStream,
      rows,
      width,
      add,
    );

  const { output, finalNorm, stream, finalStatistics } = activations;
  linearGradient(kernels, layout.output, gradientOffset, finalNorm, output, dNorm, rows, scratch);
  normGradient(layout.finalNorm, stream, finalStatistics, 0);

  for (let layer = blocks.length - 1; layer >= 0; layer--) {
    const a = blocks[layer];
    const { shift, norm1, mix, unmix, norm2, expand, contract } = layout.blocks[layer];
    linearGradient(kernels, contract, gradientOffset, a.hidden, dStream, dHidden, rows, scratch);
    kernels.squaredReluGradient(a.hidden, dHidden, rows * EXPANSION * width);
    linearGradient(kernels, expand, gradientOffset, a.norm2, dHidden, dNorm, rows, scratch);
    normGradient(norm2, a.middle, a.statistics2, 1);

    addMixingGradient(kernels, dStream, a.mixed, unmix + gradientOffset, [PATCHES, MIXED], across, scratch);
    product(kernels, [unmix, 1, MIXED], [dStream, across], [dHidden, across], [MIXED, PATCHES, across]);
    kernels.squaredReluGradient(a.mixed, dHidden, MIXED * across);
    addMixingGradient(kernels, dHidden, a.norm1, mix + gradientOffset, [MIXED, PATCHES], across, scratch);
    product(kernels, [mix, 1, PATCHES], [dHidden, across], [dNorm, across], [PATCHES, MIXED, across]);
    normGradient(norm1, a.input, a.statistics1, 1);

    kernels.fillZero(dShift, across);
    kernels.addColumnSums(dStream, dShift, PATCHES, across);
    linearGradient(kernels, shift, gradientOffset, told, dShift, dNorm, pictures, scratch);
    addRows(kernels, dNorm, dTold, across);
  }

  for (let place = 0; place < PATCHES; place++) {
    const dPosition = layout.position + place * width + gradientOffset;
    kernels.addColumnSums(dStream + place * across, dPosition, pictures, width);
  }
  linearGradient(kernels, layout.embed, gradientOffset, activations.patches, dStream, dNorm, rows, scratch);
  kernels.squaredReluGradient(told, dTold, across);
  const { conditions } = activations;
  linearGradient(kernels, layout.condition, gradientOffset, conditions, dTold, dHidden, pictures, scratch);
}

/** dWeight[outputs, inputs] += dy[outputs, across] x[inputs, across]^T. */
function addMixingGradient(
  kernels: Kernels,
  dy: number,
  x: number,
  dWeight: number,
  [outputs, inputs]: readonly [number, number],
  across: number,
  scratch: number,
): void {
  kernels.transpose(x, across, inputs, across, scratch);
  addProduct(kernels, [dy, across, 1], [scratch, inputs], [dWeight, inputs], [outputs, across, inputs]);
}
