/** A low-rank adapter (Hu et al., 2021): two narrow matrices beside a wide one, to which their product is added. */

import { listTensors, type ParameterSpec, type TensorSpec } from '../../nn/tensors.ts';
import type { TransformerConfig } from '../config.ts';
import { initialValues } from '../init.ts';
import { InputError } from '../input-error.ts';
import { parameterSpec } from '../spec.ts';

/** An adapter of a model, apart from the weights that it is made for. */
export interface Adapter {
  /** Columns of the first matrix and rows of the second. */
  rank: number;
  /** Of each adapted matrix `down` [inputs, rank] and `up` [rank, outputs], as adapterSpec lists them. */
  values: Float32Array;
}

/** The matrices that are adapted: the last block's MLP and the head. What lies below them is read once forwards and never backwards. */
export function adaptedMatrices(config: TransformerConfig): TensorSpec[] {
  const mlp = `block${config.layers - 1}`;
  const names = [`${mlp}.expand.weight`, `${mlp}.contract.weight`, 'head'];
  return parameterSpec(config).tensors.filter(({ name }) => names.includes(name));
}

/** The tensors of an adapter. Throws a RangeError on an invalid configuration or rank. */
export function adapterSpec(config: TransformerConfig, rank: number): ParameterSpec {
  if (!Number.isInteger(rank) || rank < 4 || rank % 4 !== 0)
    throw new InputError(`adapter: rank must be a multiple of 4, not ${rank}`);
  return listTensors((add) => {
    for (const { name, shape } of adaptedMatrices(config)) {
      const [inputs, outputs] = shape;
      add(`${name}.down`, [inputs, rank], { normal: 1 / Math.sqrt(inputs) });
      add(`${name}.up`, [rank, outputs], { constant: 0 });
    }
  });
}

/** An adapter that changes nothing yet. */
export function initialAdapter(config: TransformerConfig, rank: number, seed: number): Adapter {
  return { rank, values: initialValues(adapterSpec(config, rank), seed) };
}

/** The weights with the adapter's products added: a model like any other. */
export function mergeAdapter(
  config: TransformerConfig,
  weights: Float32Array,
  { rank, values }: Adapter,
): Float32Array<ArrayBuffer> {
  const merged = new Float32Array(weights);
  const places = new Map(adapterSpec(config, rank).tensors.map(({ name, offset }) => [name, offset]));
  for (const { name, shape, offset } of adaptedMatrices(config)) {
    const [inputs, outputs] = shape;
    const [down, up] = [places.get(`${name}.down`) ?? 0, places.get(`${name}.up`) ?? 0];
    for (let i = 0; i < inputs; i++) {
      for (let r = 0; r < rank; r++) {
        const factor = values[down + i * rank + r];
        for (let j = 0; j < outputs; j++)
          merged[offset + i * outputs + j] += factor * values[up + r * outputs + j];
      }
    }
  }
  return merged;
}
