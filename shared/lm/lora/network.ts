/** A transformer whose weights stand still while an adapter beside them learns: a network over the heap whose parameters are the adapter's. */

import { findIn, Planner, planHeap } from '../../nn/heap-layout.ts';
import { addProduct } from '../../nn/products.ts';
import { rotationTable } from '../../nn/rotary.ts';
import type { TransformerConfig } from '../config.ts';
import type { Network } from '../network.ts';
import { parameterSpec } from '../spec.ts';
import { copyPast, decode } from '../transformer/decode.ts';
import { forward } from '../transformer/forward.ts';
import { findParameters, planActivations, planDecoding } from '../transformer/layout.ts';
import { adaptedMatrices, adapterSpec, initialAdapter } from './adapter.ts';
import { backward } from './backward.ts';
import type { AdaptedMatrix } from './layout.ts';

/** The passes read weights with the adapter merged in, so that they cost what they cost without it. Throws a RangeError on an invalid configuration or rank. */
export function createAdapterNetwork(
  config: TransformerConfig,
  weights: Float32Array,
  rank: number,
): Network {
  const { contextLength, width, heads, vocabSize } = config;
  const spec = parameterSpec(config);
  const { heapLayout: adapter, find: findMatrix } = planHeap(adapterSpec(config, rank));
  const planner = new Planner(adapter.end);
  const merged = planner.take(spec.parameterCount);
  const find = findIn(spec, merged);
  const matrices = adaptedMatrices(config).map(({ name, shape: [inputs, outputs] }): AdaptedMatrix => {
    const [down, up] = [findMatrix.at(`${name}.down`), findMatrix.at(`${name}.up`)];
    return { weight: find.at(name), inputs, outputs, frozen: planner.take(inputs * outputs), down, up };
  });
  const [expand, contract, head] = matrices;
  const rotations = planner.take((contextLength * width) / heads);
  const heapLayout = { ...adapter, end: planner.end };
  const frozen = { parameters: findParameters(config, find), rotations };
  return {
    heapLayout,
    prepare(host) {
      const floats = host.floats();
      floats.set(rotationTable(contextLength, width / heads), rotations);
      floats.set(weights, merged);
      for (const { weight, frozen: copy, inputs, outputs } of matrices)
        floats.copyWithin(copy, weight, weight + inputs * outputs);
    },
    initial: () => initialAdapter(config, rank, 1).values,
    refresh(host) {
      for (const { weight, frozen: copy, down, up, inputs, outputs } of matrices) {
        host.floats().copyWithin(weight, copy, copy + inputs * outputs);
        const size = [inputs, rank, outputs] as const;
        addProduct(host.kernels, [down, rank, 1], [up, outputs], [weight, outputs], size);
      }
    },
    planBatch(place, rows, length, start) {
      const activations = planActivations(config, rows, length, start);
      const behind = new Planner(activations.end);
      const scratch = {
        narrow: behind.take(rows * length * rank),
        transposed: behind.take(Math.max(4 * width, vocabSize) * rank),
        norm: behind.take(2 * width),
      };
      const { gradientOffset } = { ...adapter, ...place };
      return {
        ...activations,
        end: behind.end,
        equalRows: false,
        forward: (kernels) => forward(kernels, config, frozen, activations),
        backward: (kernels) =>
          backward(
            kernels,
            config,
            { ...frozen, expand, contract, head, rank, gradientOffset, scratch },
            activations,
          ),
      };
    },
    planDecoding(slots) {
      const buffers = planDecoding(config, slots, heapLayout.end);
      return {
        ...buffers,
        decode: (host, ...rest) => decode(host, config, frozen, buffers, ...rest),
        copyPast: (host, from, to, length) => copyPast(host, config, buffers, from, to, length),
      };
    },
  };
}
