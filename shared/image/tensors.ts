/** The tensors of a painter: an MLP-mixer (Tolstikhin et al., 2021) over patches, shifted by the noise level and the caption's words. */

import { listTensors, type AddTensor, type ParameterSpec } from '../nn/tensors.ts';
import { PATCHES, PATCH_PIXELS, PATCH_VALUES, validatePainterConfig, type PainterConfig } from './config.ts';
import { TIME_FEATURES } from './noise.ts';

/** Hidden values for each patch in a mixing of patches, and for each value in a mixing of channels. */
export const MIXED = 4 * PATCHES;
export const EXPANSION = 4;

/** Numbers that tell the network of a picture's noise and words, padded to a multiple of 4. */
export function conditionSize({ words }: PainterConfig): number {
  return (TIME_FEATURES + words + 3) & ~3;
}

/** Throws a RangeError on an invalid configuration. */
export function painterSpec(config: PainterConfig): ParameterSpec {
  validatePainterConfig(config);
  const { width, layers, colors } = config;
  return listTensors((add) => {
    linear(add, 'embed', PATCH_VALUES, width);
    add('position', [PATCHES, width], { normal: 0.1 });
    linear(add, 'condition', conditionSize(config), width);
    for (let layer = 0; layer < layers; layer++) {
      const block = `block${layer}`;
      linear(add, `${block}.shift`, width, width);
      norm(add, `${block}.norm1`, width);
      /* [outputs, inputs], because patches are the rows of what they mix. */
      add(`${block}.mix`, [MIXED, PATCHES], { normal: 1 / Math.sqrt(PATCHES) });
      add(`${block}.unmix`, [PATCHES, MIXED], { normal: 0.25 / Math.sqrt(MIXED) });
      norm(add, `${block}.norm2`, width);
      linear(add, `${block}.expand`, width, EXPANSION * width);
      linear(add, `${block}.contract`, EXPANSION * width, width, 0.25);
    }
    norm(add, 'finalNorm', width);
    linear(add, 'output', width, PATCH_PIXELS * colors, 0);
  });
}

function linear(add: AddTensor, name: string, inputs: number, outputs: number, gain = 1): void {
  add(`${name}.weight`, [inputs, outputs], { normal: gain / Math.sqrt(inputs) });
  add(`${name}.bias`, [outputs], { constant: 0 });
}

function norm(add: AddTensor, name: string, width: number): void {
  add(`${name}.gain`, [width], { constant: 1 });
  add(`${name}.bias`, [width], { constant: 0 });
}
