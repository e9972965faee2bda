/** The GRU in TF.js operations, whose gradients are automatic: the oracle of our own kernels. */

import * as tf from '@tensorflow/tfjs';
import type { GruConfig } from '../../config.ts';
import { find, lookUp, type Parameters } from './model.ts';

/** Logits [rows * length, vocabSize] of tokens [rows * length]. */
export function gruLogits(
  { width, layers }: GruConfig,
  parameters: Parameters,
  tokens: Int32Array,
  rows: number,
  length: number,
): tf.Tensor2D {
  const m = rows * length;
  let stream: tf.Tensor = lookUp(find(parameters, 'tokenEmbedding'), tokens);
  for (let layer = 0; layer < layers; layer++) {
    const p = (name: string): tf.Tensor => find(parameters, `layer${layer}.${name}`);
    const inputs = tf.add(tf.matMul(stream, p('input.weight')), p('input.bias'));
    const steps = tf.reshape(inputs, [rows, length, 3 * width]);
    let state: tf.Tensor = tf.zeros([rows, width]);
    // Slices instead of unstack, whose gradient fails where there is one step only.
    const states = Array.from({ length }, (_, t) => {
      const gates = tf.reshape(tf.slice(steps, [0, t, 0], [rows, 1, 3 * width]), [rows, 3 * width]);
      const recurrent = tf.add(tf.matMul(state, p('recurrent.weight')), p('recurrent.bias'));
      const [inputReset, inputUpdate, inputCandidate] = tf.split(gates, 3, 1);
      const [ownReset, ownUpdate, ownCandidate] = tf.split(recurrent, 3, 1);
      const reset = tf.sigmoid(tf.add(inputReset, ownReset));
      const update = tf.sigmoid(tf.add(inputUpdate, ownUpdate));
      const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, ownCandidate)));
      state = tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, state));
      return state;
    });
    stream = tf.reshape(tf.stack(states, 1), [m, width]);
  }
  return tf.matMul(stream, find(parameters, 'head'));
}
