/** What a painter's training step costs, for comparing sizes at equal compute. */

import { PATCH_PIXELS, PATCH_VALUES, PATCHES, type PainterConfig } from './config.ts';
import { EXPANSION, MIXED } from './tensors.ts';

/** Forward, and backward to weights and to values: two operations for each product. */
const OPERATIONS = 6;

/** Floating-point operations of a training step on one picture; words and noise levels cost next to nothing. */
export function flopsPerPicture({ width, layers, colors }: Omit<PainterConfig, 'words'>): number {
  const patch = PATCH_VALUES * width + layers * 2 * EXPANSION * width ** 2 + width * PATCH_PIXELS * colors;
  const picture = layers * (2 * MIXED * PATCHES * width + width ** 2);
  return OPERATIONS * (PATCHES * patch + picture);
}
