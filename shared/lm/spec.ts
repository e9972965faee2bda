/** Turns a model configuration into the list of its tensors: names, shapes and offsets in one flat vector. */

import { bigramCount } from './bigram.ts';
import type { ModelConfig, TransformerConfig } from './config.ts';
import { gruTensors } from './gru/tensors.ts';
import { listTensors, type AddTensor, type Initializer, type ParameterSpec } from '../nn/tensors.ts';

/** GPT-2's initial standard deviation; residual projections are divided by sqrt(2 x layers) (Radford et al., 2019). */
const WEIGHT_DEVIATION = 0.02;

/** Far above anything a browser trains in a match; refuses absurd sizes before memory is asked for. */
const LIMITS = { vocabSize: 65_532, contextLength: 4096, width: 4096, layers: 64, heads: 64 };
const MAX_PARAMETERS = 200_000_000;
/** Attention weights of one row of full length in all layers: few parameters can ask for much memory here. */
const MAX_ATTENTION_WEIGHTS = 2 ** 26;

/** Throws a RangeError that says which number is wrong. */
export function validateConfig(config: ModelConfig): void {
  const { vocabSize, contextLength, width, layers } = config;
  if (config.architecture !== 'transformer' && config.architecture !== 'gru') {
    throw new RangeError(
      `model config: architecture must be transformer or gru, not ${String((config as ModelConfig).architecture)}`,
    );
  }
  const heads = config.architecture === 'transformer' ? config.heads : 1;
  const numbers = { vocabSize, contextLength, width, layers, heads };
  for (const [name, limit] of Object.entries(LIMITS)) {
    const value = numbers[name as keyof typeof LIMITS];
    if (!Number.isInteger(value) || value < 1 || value > limit) {
      throw new RangeError(`model config: ${name} must be an integer from 1 to ${limit}, not ${value}`);
    }
  }
  if (vocabSize % 4 !== 0) {
    throw new RangeError(`model config: vocabSize must be a multiple of 4, not ${vocabSize}`);
  }
  if (contextLength % 4 !== 0) {
    throw new RangeError(`model config: contextLength must be a multiple of 4, not ${contextLength}`);
  }
  if (width % (4 * heads) !== 0) {
    throw new RangeError(`model config: width must be a multiple of 4 x heads (${4 * heads}), not ${width}`);
  }
  const attentionWeights = layers * heads * contextLength ** 2;
  if (attentionWeights > MAX_ATTENTION_WEIGHTS) {
    throw new RangeError(
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
    throw new RangeError(`model config: ${spec.parameterCount} parameters are more than ${MAX_PARAMETERS}`);
  }
  return spec;
}

/**
 * The tensors of a pre-LayerNorm GPT with bigram embeddings, rotary positions (which have none), causal multi-head
 * attention, squared-ReLU MLP of 4 x width and an untied head without bias: what won at game scale (LOG.md).
 */
function transformerTensors(config: TransformerConfig, add: AddTensor): void {
  const { vocabSize, width, layers } = config;
  const matrix: Initializer = { normal: WEIGHT_DEVIATION };
  const residual: Initializer = { normal: WEIGHT_DEVIATION / Math.sqrt(2 * layers) };
  const zero: Initializer = { constant: 0 };
  const one: Initializer = { constant: 1 };

  add('tokenEmbedding', [vocabSize, width], matrix);
  add('bigramEmbedding', [bigramCount(config), width], zero);
  for (let layer = 0; layer < layers; layer++) {
    const block = `block${layer}`;
    add(`${block}.norm1.gain`, [width], one);
    add(`${block}.norm1.bias`, [width], zero);
    add(`${block}.qkv.weight`, [width, 3 * width], matrix);
    add(`${block}.qkv.bias`, [3 * width], zero);
    add(`${block}.projection.weight`, [width, width], residual);
    add(`${block}.projection.bias`, [width], zero);
    add(`${block}.norm2.gain`, [width], one);
    add(`${block}.norm2.bias`, [width], zero);
    add(`${block}.expand.weight`, [width, 4 * width], matrix);
    add(`${block}.expand.bias`, [4 * width], zero);
    add(`${block}.contract.weight`, [4 * width, width], residual);
    add(`${block}.contract.bias`, [width], zero);
  }
  add('finalNorm.gain', [width], one);
  add('finalNorm.bias', [width], zero);
  add('head', [width, vocabSize], matrix);
}
