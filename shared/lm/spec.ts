/** Turns a model configuration into the list of its tensors: names, shapes and offsets in one flat vector. */

import { InputError } from './input-error.ts';
import { listTensors, type ParameterSpec } from '../nn/tensors.ts';
import type { ModelConfig } from './config.ts';
import { gruTensors } from './recurrent/tensors.ts';
import { transformerTensors } from './transformer/tensors.ts';

/** Far above anything a browser trains in a match; refuses absurd sizes before memory is asked for. */
const LIMITS = { vocabSize: 65_532, contextLength: 4096, width: 4096, layers: 64, heads: 64 };
const MAX_PARAMETERS = 200_000_000;
/** Attention weights of one row of full length in all layers: few parameters can ask for much memory here. */
const MAX_ATTENTION_WEIGHTS = 2 ** 26;

/** Throws a RangeError that says which number is wrong. */
export function validateConfig(config: ModelConfig): void {
  const { vocabSize, contextLength, width, layers } = config;
  if (config.architecture !== 'transformer' && config.architecture !== 'gru') {
    throw new InputError(
      `model config: architecture must be transformer or gru, not ${String((config as ModelConfig).architecture)}`,
    );
  }
  const heads = config.architecture === 'transformer' ? config.heads : 1;
  const numbers = { vocabSize, contextLength, width, layers, heads };
  for (const [name, limit] of Object.entries(LIMITS)) {
    const value = numbers[name as keyof typeof LIMITS];
    if (!Number.isInteger(value) || value < 1 || value > limit) {
      throw new InputError(`model config: ${name} must be an integer from 1 to ${limit}, not ${value}`);
    }
  }
  if (vocabSize % 4 !== 0) {
    throw new InputError(`model config: vocabSize must be a multiple of 4, not ${vocabSize}`);
  }
  if (contextLength % 4 !== 0) {
    throw new InputError(`model config: contextLength must be a multiple of 4, not ${contextLength}`);
  }
  if (width % (4 * heads) !== 0) {
    throw new InputError(`model config: width must be a multiple of 4 x heads (${4 * heads}), not ${width}`);
  }
  const attentionWeights = layers * heads * contextLength ** 2;
  if (attentionWeights > MAX_ATTENTION_WEIGHTS) {
    throw new InputError(
      `model config: layers x heads x contextLength^2 must be at most ${MAX_ATTENTION_WEIGHTS}, not ${attentionWeights}`,
    );
  }
}

/** The tensors of a model, in order. Throws a RangeError on an invalid configuration. */
export function parameterSpec(config: ModelConfig): ParameterSpec {
  validateConfig(config);
  const spec = listTensors((add) => {
    if (config.architecture === 'gru') gruTensors(config, add);
    else transformerTensors(config, add);
  });
  if (spec.parameterCount > MAX_PARAMETERS) {
    throw new InputError(`model config: ${spec.parameterCount} parameters are more than ${MAX_PARAMETERS}`);
  }
  return spec;
}
