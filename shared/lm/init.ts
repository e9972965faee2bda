/** Initial weights of a model, reproducible from a seed. */

import type { ParameterSpec } from '../nn/tensors.ts';
import { createRandom } from '../random.ts';
import type { ModelConfig } from './config.ts';
import { parameterSpec } from './spec.ts';

/** Flat weights [parameterCount]. Throws a RangeError on an invalid config. */
export function initialWeights(config: ModelConfig, seed: number): Float32Array {
  return initialValues(parameterSpec(config), seed);
}

/** What each tensor starts with, in one flat vector; normal values by the Box-Muller transform. */
export function initialValues({ tensors, parameterCount }: ParameterSpec, seed: number): Float32Array {
  const values = new Float32Array(parameterCount);
  const random = createRandom(seed);
  for (const { offset, size, init } of tensors) {
    if ('constant' in init) {
      values.fill(init.constant, offset, offset + size);
      continue;
    }
    for (let i = offset; i < offset + size; i++) {
      const radius = Math.sqrt(-2 * Math.log(Math.max(random.next(), 1e-9)));
      values[i] = init.normal * radius * Math.cos(2 * Math.PI * random.next());
    }
  }
  return values;
}
