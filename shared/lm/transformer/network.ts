/** The transformer language model as a network over the heap. */

import { rotationTable } from '../../nn/rotary.ts';
import type { TransformerConfig } from '../config.ts';
import { initialWeights } from '../init.ts';
import type { Network } from '../network.ts';
import { backward } from './backward.ts';
import { copyPast, decode } from './decode.ts';
import { forward } from './forward.ts';
import { planActivations, planDecoding, planTransformer } from './layout.ts';

/** Throws a RangeError on an invalid configuration. */
export function createTransformer(config: TransformerConfig): Network {
  const { contextLength, width, heads } = config;
  const heapLayout = planTransformer(config);
  return {
    heapLayout,
    prepare: (host) => host.floats().set(rotationTable(contextLength, width / heads), heapLayout.rotations),
    initial: () => initialWeights(config, 1),
    planBatch(place, rows, length, start) {
      const activations = planActivations(config, rows, length, start);
      const whole = { ...heapLayout, ...place };
      return {
        ...activations,
        equalRows: false,
        forward: (kernels) => forward(kernels, config, whole, activations),
        backward: (kernels) => backward(kernels, config, whole, activations),
      };
    },
    planDecoding(slots) {
      const buffers = planDecoding(config, slots, heapLayout.end);
      return {
        ...buffers,
        decode: (host, ...rest) => decode(host, config, heapLayout, buffers, ...rest),
        copyPast: (host, from, to, length) => copyPast(host, config, buffers, from, to, length),
      };
    },
  };
}
