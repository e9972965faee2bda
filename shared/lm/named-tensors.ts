/** A model's tensors by name, as views of its flat vector of weights. */

import type { ModelConfig } from './config.ts';
import { parameterSpec } from './spec.ts';

/** Finds a tensor by its name, row by row as the spec has its shape. What it returns throws an Error on a name that the model does not have. */
export function namedTensors(config: ModelConfig, weights: Float32Array): (name: string) => Float32Array {
  const tensors = new Map(
    parameterSpec(config).tensors.map(({ name, offset, size }) => [
      name,
      weights.subarray(offset, offset + size),
    ]),
  );
  return (name) => {
    const found = tensors.get(name);
    if (!found) throw new Error(`a ${config.architecture} has no tensor ${name}`);
    return found;
  };
}
