/** @genai-fi/nanogpt with its own trainer, optimizer and fused kernels. Its model differs: RMSNorm, GELU, tied embeddings alone. */

import { selectBackend } from './node_modules/@genai-fi/nanogpt/dist/backend.js';
import NanoGPT from './node_modules/@genai-fi/nanogpt/dist/models/NanoGPTV1.js';
import Trainer from './node_modules/@genai-fi/nanogpt/dist/training/BasicTrainer.js';
import '@genai-fi/nanogpt';
import * as tf from '@tensorflow/tfjs-core';

export async function create({ config, executor, learningRate }) {
  await selectBackend(executor);
  if (tf.getBackend() !== executor) throw new Error(`nanogpt has no ${executor} here`);
  const { vocabSize, contextLength, width, layers, heads } = config;
  const model = new NanoGPT({
    vocabSize,
    blockSize: contextLength,
    nLayer: layers,
    nHead: heads,
    nEmbed: width,
    mlpFactor: 4,
    useRope: true,
  });
  const trainer = new Trainer(model, null, {
    learningRate,
    beta1: 0.9,
    beta2: 0.99,
    epsilon: 1e-8,
    weightDecay: 0,
    warmupSteps: 0,
    lossScaling: 1,
  });
  const matrix = (values, rows) => tf.tensor2d(values, [rows, contextLength], 'int32');

  return {
    backend: `nanogpt ${executor}`,
    async step({ tokens, targets, rows }) {
      const xs = matrix(tokens, rows);
      const ys = matrix(targets, rows);
      const loss = trainer.trainStep({}, { xs, ys });
      const [nats] = await loss.data();
      for (const tensor of [xs, ys, loss]) tensor.dispose();
      return nats;
    },
    async sampleCached(rows, count) {
      const cache = Array.from({ length: layers }, () => ({ length: 0, cumulativeLength: 0 }));
      let token = tf.zeros([rows, 1], 'int32');
      for (let i = 0; i < count; i++) {
        const next = tf.tidy(() => {
          const logits = model.forward({ training: false, cache }, token);
          return tf.multinomial(tf.reshape(logits, [rows, vocabSize]), 1);
        });
        token.dispose();
        token = next;
        await token.data();
      }
      token.dispose();
      for (const { k, v } of cache) tf.dispose([k, v]);
    },
    async forward({ tokens, rows }) {
      const values = tf.tidy(() => tf.sum(model.forward({ training: false }, matrix(tokens, rows))));
      await values.data();
      values.dispose();
    },
  };
}
