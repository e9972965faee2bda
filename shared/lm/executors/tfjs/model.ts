/** The transformer in TF.js operations, whose gradients are automatic: the oracle that our own kernels are tested against. */

import * as tf from '@tensorflow/tfjs';
import { rotationTable } from '../../../nn/rotary.ts';
import type { ParameterSpec } from '../../../nn/tensors.ts';
import type { TransformerConfig } from '../../config.ts';

/** Named views of a flat weight vector, by the names of `parameterSpec`. */
export type Parameters = ReadonlyMap<string, tf.Tensor>;

const LAYER_NORM_EPSILON = 1e-5;
/** Added to the scores of positions that a query must not see. */
const HIDDEN = -1e9;

/** Slices a flat vector into the tensors of the specification, in its order. */
export function sliceParameters(flat: tf.Tensor1D, spec: ParameterSpec): tf.Tensor[] {
  return spec.tensors.map(({ offset, size, shape }) =>
    tf.reshape(tf.slice(flat, [offset], [size]), [...shape]),
  );
}

/** Logits [rows * length, vocabSize] of tokens [rows * length]. */
export function transformerLogits(
  config: TransformerConfig,
  parameters: Parameters,
  tokens: Int32Array,
  rows: number,
  length: number,
): tf.Tensor2D {
  const { layers } = config;
  let stream: tf.Tensor = tf.add(
    lookUp(find(parameters, 'tokenEmbedding'), tokens),
    lookUp(find(parameters, 'previousEmbedding'), previousTokens(tokens, length)),
  );
  const ownValues = lookUp(find(parameters, 'valueEmbedding'), tokens);
  for (let layer = 0; layer < layers; layer++) {
    const p = (name: string): tf.Tensor => find(parameters, `block${layer}.${name}`);
    const norm1 = layerNorm(stream, p('norm1.gain'), p('norm1.bias'));
    const qkv = tf.add(tf.matMul(norm1, p('qkv.weight')), p('qkv.bias'));
    const mixed = attention(config, qkv, ownValues, rows, length);
    stream = tf.add(stream, tf.add(tf.matMul(mixed, p('projection.weight')), p('projection.bias')));
    const norm2 = layerNorm(stream, p('norm2.gain'), p('norm2.bias'));
    const hidden = tf.square(tf.relu(tf.add(tf.matMul(norm2, p('expand.weight')), p('expand.bias'))));
    stream = tf.add(stream, tf.add(tf.matMul(hidden, p('contract.weight')), p('contract.bias')));
  }
  const last = layerNorm(stream, find(parameters, 'finalNorm.gain'), find(parameters, 'finalNorm.bias'));
  return tf.matMul(last, find(parameters, 'head'));
}

/** The token before each, [rows * length]; a row follows token 0. */
function previousTokens(tokens: Int32Array, length: number): Int32Array {
  return tokens.map((_, i) => (i % length === 0 ? 0 : tokens[i - 1]));
}

/** Rows of a table, [ids, width]; the gradient of gather is a segment sum, which all backends used here have. */
export function lookUp(table: tf.Tensor, ids: Int32Array): tf.Tensor {
  return tf.gather(table, tf.tensor1d(ids, 'int32'));
}

/** Tokens as distributions that are sure of one, [tokens, vocabSize]. */
export function oneHotRows(tokens: Int32Array, vocabSize: number): tf.Tensor2D {
  // Cast, because oneHot's own float type returns integer bits on one backend.
  return tf.cast(tf.oneHot(tf.tensor1d(tokens, 'int32'), vocabSize), 'float32') as tf.Tensor2D;
}

/**
 * [rows]: each row's sum of weight x cross-entropy, in nats, of logits against wanted distributions, both [rows *
 * length, vocabSize]; weights are [rows, length].
 */
export function rowNats(values: tf.Tensor2D, wanted: tf.Tensor2D, weights: tf.Tensor2D): tf.Tensor1D {
  const logLikelihood = tf.reshape(tf.sum(tf.mul(tf.logSoftmax(values), wanted), -1), weights.shape);
  return tf.neg(tf.sum(tf.mul(logLikelihood, weights), 1));
}

/** Causal multi-head attention from queries, keys and values [rows * length, 3 * width], and what each token adds to its values. */
function attention(
  config: TransformerConfig,
  qkv: tf.Tensor,
  ownValues: tf.Tensor,
  rows: number,
  length: number,
): tf.Tensor2D {
  const { width, heads } = config;
  const headWidth = width / heads;
  const [queries, keys, values] = tf.split(qkv, 3, 1);
  const [query, key, value] = [queries, keys, tf.add(values, ownValues)].map((part) =>
    tf.transpose(tf.reshape(part, [rows, length, heads, headWidth]), [0, 2, 1, 3]),
  );
  const turn = (part: tf.Tensor): tf.Tensor => rotate(config, part, length);
  const scores = tf.mul(tf.matMul(turn(query), turn(key), false, true), 1 / Math.sqrt(headWidth));
  const probabilities = tf.softmax(tf.add(scores, causalMask(length)));
  const mixed = tf.transpose(tf.matMul(probabilities, value), [0, 2, 1, 3]);
  return tf.reshape(mixed, [rows * length, width]);
}

/** Rotary positions of queries or keys [rows, heads, length, headWidth]. */
function rotate(config: TransformerConfig, part: tf.Tensor, length: number): tf.Tensor {
  const pairs = config.width / config.heads / 2;
  const table = rotationTable(length, 2 * pairs);
  const [cosine, sine] = tf.split(tf.tensor(table, [length, pairs, 2]), 2, -1);
  const [x, y] = tf.split(tf.reshape(part, [...part.shape.slice(0, 3), pairs, 2]), 2, -1);
  const turnedX = tf.sub(tf.mul(x, cosine), tf.mul(y, sine));
  const turnedY = tf.add(tf.mul(x, sine), tf.mul(y, cosine));
  return tf.reshape(tf.concat([turnedX, turnedY], -1), part.shape);
}

/** 0 where position j is seen from i (j <= i), else a very negative number; [1, 1, length, length]. */
function causalMask(length: number): tf.Tensor4D {
  const mask = new Float32Array(length * length);
  for (let i = 0; i < length; i++) mask.fill(HIDDEN, i * length + i + 1, (i + 1) * length);
  return tf.tensor4d(mask, [1, 1, length, length]);
}

function layerNorm(x: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor): tf.Tensor2D {
  const centered = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centered), -1, true);
  const normalized = tf.mul(centered, tf.rsqrt(tf.add(variance, LAYER_NORM_EPSILON)));
  return tf.add(tf.mul(normalized, gain), bias);
}

/** Throws an Error on a name that the model does not have. */
export function find(parameters: Parameters, name: string): tf.Tensor {
  const tensor = parameters.get(name);
  if (!tensor) throw new Error(`tfjs model: no tensor ${name}`);
  return tensor;
}
