/** A painter's forward pass: from noisy patches and conditions to what it says of them. */

import type { Kernels } from '../nn/kernels.ts';
import { linear, linearWithResidual, product } from '../nn/products.ts';
import { PATCHES, type PainterConfig } from './config.ts';
import type { Activations, PainterLayout } from './layout.ts';
import { EXPANSION, MIXED } from './tensors.ts';

export function forward(
  kernels: Kernels,
  { width }: PainterConfig,
  layout: PainterLayout,
  activations: Activations,
): void {
  const { pictures, patches, conditions, told, blocks } = activations;
  const rows = PATCHES * pictures;
  /** All values of one patch's place, side by side. */
  const across = pictures * width;
  linear(kernels, layout.condition, conditions, told, pictures);
  kernels.squaredRelu(told, across);

  let stream = blocks[0].input;
  linear(kernels, layout.embed, patches, stream, rows);
  for (let place = 0; place < PATCHES; place++) {
    const at = stream + place * across;
    kernels.addRowAndResidual(layout.position + place * width, at, at, pictures, width);
  }
  blocks.forEach((a, layer) => {
    const { shift, norm1, mix, unmix, norm2, expand, contract } = layout.blocks[layer];
    linear(kernels, shift, told, a.shift, pictures);
    kernels.addRowAndResidual(a.shift, a.input, a.input, PATCHES, across);
    kernels.layerNorm(a.input, norm1.gain, norm1.bias, a.norm1, a.statistics1, rows, width);
    product(kernels, [mix, PATCHES, 1], [a.norm1, across], [a.mixed, across], [MIXED, PATCHES, across]);
    kernels.squaredRelu(a.mixed, MIXED * across);
    /* The stream goes on past the mixing: middle = input + unmixed. */
    product(kernels, [unmix, MIXED, 1], [a.mixed, across], [a.middle, across], [PATCHES, MIXED, across]);
    kernels.addRowAndResidual(a.input, a.middle, a.middle, 1, rows * width);
    kernels.layerNorm(a.middle, norm2.gain, norm2.bias, a.norm2, a.statistics2, rows, width);
    linear(kernels, expand, a.norm2, a.hidden, rows);
    kernels.squaredRelu(a.hidden, rows * EXPANSION * width);
    stream = blocks[layer + 1]?.input ?? activations.stream;
    linearWithResidual(kernels, contract, a.hidden, a.middle, stream, rows);
  });
  const { gain, bias } = layout.finalNorm;
  kernels.layerNorm(stream, gain, bias, activations.finalNorm, activations.finalStatistics, rows, width);
  linear(kernels, layout.output, activations.finalNorm, activations.output, rows);
}
