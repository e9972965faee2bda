/** The recurrent language model (Cho et al., 2014) as a network over the heap. */

import type { GruConfig } from '../config.ts';
import { initialWeights } from '../init.ts';
import type { Network } from '../network.ts';
import { copyPast, decode } from './decode.ts';
import { planGruActivations, planGru, planGruDecoding } from './layout.ts';
import { backward, forward } from './passes.ts';

/** Throws a RangeError on an invalid configuration. */
export function createGru(config: GruConfig): Network {
  const heapLayout = planGru(config);
  return {
    heapLayout,
    prepare: () => undefined,
    initial: () => initialWeights(config, 1),
    planBatch(place, rows, length, start) {
      const activations = planGruActivations(config, rows, length, start);
      const whole = { ...heapLayout, ...place };
      return {
        ...activations,
        equalRows: true,
        forward: (kernels) => forward(kernels, config, whole, activations),
        backward: (kernels) => backward(kernels, config, whole, activations),
      };
    },
    planDecoding(slots) {
      const buffers = planGruDecoding(config, slots, heapLayout.end);
      return {
        ...buffers,
        decode: (host, ...rest) => decode(host, config, heapLayout, buffers, ...rest),
        copyPast: (host, from, to) => copyPast(host, config, buffers, from, to),
      };
    },
  };
}
