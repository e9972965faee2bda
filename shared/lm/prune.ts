/** Magnitude pruning: sets the smallest weights of every matrix to zero. */

import { InputError } from './input-error.ts';
import type { ModelConfig } from './config.ts';
import { parameterSpec } from './spec.ts';

/**
 * A copy of weights [parameterCount] in which this share (0 to 1) of each matrix, the smallest magnitudes, is zero (Han
 * et al., 2015, without retraining). Gains and biases stay. Throws a RangeError on weights or a share that do not fit.
 */
export function prune(config: ModelConfig, weights: Float32Array, share: number): Float32Array {
  const { tensors, parameterCount } = parameterSpec(config);
  if (weights.length !== parameterCount) {
    throw new InputError(`prune: ${weights.length} weights for a model of ${parameterCount} parameters`);
  }
  if (!(share >= 0 && share <= 1)) throw new InputError(`prune: share must be from 0 to 1, not ${share}`);
  const pruned = weights.slice();
  for (const { shape, offset, size } of tensors) {
    if (shape.length !== 2) continue;
    const matrix = pruned.subarray(offset, offset + size);
    const magnitudes = matrix.map(Math.abs).sort();
    const count = Math.round(share * size);
    const limit = count > 0 ? magnitudes[count - 1] : -1;
    /** Of weights at just the limit, the first ones go, so that the share is exact. */
    let atLimit = count - magnitudes.findIndex((magnitude) => magnitude === limit);
    for (let i = 0; i < size; i++) {
      const magnitude = Math.abs(matrix[i]);
      if (magnitude < limit || (magnitude === limit && atLimit-- > 0)) matrix[i] = 0;
    }
  }
  return pruned;
}
