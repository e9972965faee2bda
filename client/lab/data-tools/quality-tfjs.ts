/** Trains the quality classifier with TF.js: the same features, start and steps as the pure one, so that both agree. */

import * as tf from '@tensorflow/tfjs';
import { FEATURE_COUNT, readFeatures } from '../../../shared/data/features.ts';
import { QUALITY_TRAINING, type LabelledText } from '../../../shared/data/quality.ts';

/** [labels.length, FEATURE_COUNT], row after row. */
function denseFeatures(texts: readonly string[]): Float32Array {
  const { starts, places, values } = readFeatures(texts);
  const dense = new Float32Array(texts.length * FEATURE_COUNT);
  texts.forEach((_, row) => {
    for (let k = starts[row]; k < starts[row + 1]; k++) dense[row * FEATURE_COUNT + places[k]] = values[k];
  });
  return dense;
}

/**
 * Weights [FEATURE_COUNT] of a logistic regression on these labels, in single precision. It runs on the processor: 16-bit
 * graphics would round away what makes it agree with the server's.
 */
export async function trainQualityTfjs(labels: readonly LabelledText[]): Promise<Float32Array> {
  if (labels.length === 0) return new Float32Array(FEATURE_COUNT);
  await tf.setBackend('cpu');
  const { steps, learningRate, momentum, weightDecay } = QUALITY_TRAINING;
  return tf.tidy(() => {
    const features = tf.tensor2d(denseFeatures(labels.map(({ text }) => text)), [
      labels.length,
      FEATURE_COUNT,
    ]);
    const keep = tf.tensor2d(
      labels.map((label) => (label.keep ? 1 : 0)),
      [labels.length, 1],
    );
    /* Cross entropy by softplus: its derivative is right at zero too, where training begins. */
    const slope = tf.grad((weights: tf.Tensor) => {
      const logits = tf.matMul(features, weights);
      const surprise = tf.mean(tf.sub(tf.softplus(logits), tf.mul(keep, logits)));
      return tf.add(surprise, tf.mul(weightDecay / 2, tf.sum(tf.square(weights))));
    });
    let weights: tf.Tensor = tf.zeros([FEATURE_COUNT, 1]);
    let velocity: tf.Tensor = tf.zeros([FEATURE_COUNT, 1]);
    for (let step = 0; step < steps; step++) {
      velocity = tf.add(tf.mul(momentum, velocity), slope(weights));
      weights = tf.sub(weights, tf.mul(learningRate, velocity));
    }
    return weights.dataSync<'float32'>();
  });
}
