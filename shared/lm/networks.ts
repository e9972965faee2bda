/** Makes the network that a configuration asks for. */

import { planActivations, planArena, planDecoding } from './arena.ts';
import { backward } from './backward.ts';
import type { ModelConfig, TransformerConfig } from './config.ts';
import { copyPast, decode } from './decode.ts';
import { forward } from './forward.ts';
import { createGru } from './gru/network.ts';
import type { Network } from './network.ts';
import { rotationTable } from './rotary.ts';

/** Throws a RangeError on an invalid configuration. */
export function createNetwork(config: ModelConfig): Network {
  return config.architecture === 'gru' ? createGru(config) : createTransformer(config);
}

function createTransformer(config: TransformerConfig): Network {
  const arena = planArena(config);
  return {
    arena,
    prepare: (host) => host.floats().set(rotationTable(config), arena.rotations),
    planBatch(place, rows, length, start) {
      const activations = planActivations(config, rows, length, start);
      const whole = { ...arena, ...place };
      return {
        ...activations,
        equalRows: false,
        forward: (kernels) => forward(kernels, config, whole, activations),
        backward: (kernels) => backward(kernels, config, whole, activations),
      };
    },
    planDecoding(slots) {
      const buffers = planDecoding(config, slots, arena.end);
      return {
        ...buffers,
        decode: (host, rows, onLayer) => decode(host, config, arena, buffers, rows, onLayer),
        copyPast: (host, from, to, length) => copyPast(host, config, buffers, from, to, length),
      };
    },
  };
}
