/** Makes the network that a configuration asks for. */

import type { ModelConfig } from './config.ts';
import type { Network } from './network.ts';
import { createGru } from './recurrent/network.ts';
import { createTransformer } from './transformer/network.ts';

/** Throws a RangeError on an invalid configuration. */
export function createNetwork(config: ModelConfig): Network {
  return config.architecture === 'gru' ? createGru(config) : createTransformer(config);
}
