/** Stock TensorFlow.js: the model in its public operations, with its own gradients and its own Adam. */

import * as tf from '@tensorflow/tfjs';

const LAYER_NORM_EPSILON = 1e-5;

async function useBackend(backend, wasmPath) {
  if (backend === 'wasm') {
    const { setWasmPaths, setThreadsCount } = await import('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(wasmPath);
    setThreadsCount(1);
  }
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  // Otherwise small tensors are computed on the processor, each with a synchronous read that WebGPU does not have.
  if (backend === 'webgpu') tf.env().set('WEBGPU_CPU_FORWARD', false);
  if (!(await tf.setBackend(backend))) throw new Error(`TF.js has no ${backend} here`);
  await tf.ready();
}

function layerNorm(x, gain, bias) {
  const centered = x.sub(x.mean(-1, true));
  const variance = centered.square().mean(-1, true);
  return centered.mul(variance.add(LAYER_NORM_EPSILON).rsqrt()).mul(gain).add(bias);
}

/** [1, 1, length, length]: hides the future. */
function causalMask(length) {
  const mask = new Float32Array(length * length);
  for (let i = 0; i < length; i++) mask.fill(-1e9, i * length + i + 1, (i + 1) * length);
  return tf.tensor4d(mask, [1, 1, length, length]);
}

export async function create({ config, tensors, weights, executor, learningRate, wasmPath }) {
  await useBackend(executor, wasmPath);
  const { contextLength, width, layers, heads, vocabSize } = config;
  const variables = new Map(
    tensors.map(({ name, shape, offset, size }) => [
      name,
      tf.variable(tf.tensor(weights.slice(offset, offset + size), shape), true),
    ]),
  );
  const mask = causalMask(contextLength);
  const adam = tf.train.adam(learningRate, 0.9, 0.99, 1e-8);
  const get = (name) => variables.get(name);
  const dense = (x, name) => tf.fused.matMul({ a: x, b: get(`${name}.weight`), bias: get(`${name}.bias`) });
  const norm = (x, name) => layerNorm(x, get(`${name}.gain`), get(`${name}.bias`));

  function attention(qkv, rows) {
    const [query, key, value] = tf
      .split(qkv, 3, 1)
      .map((part) => part.reshape([rows, contextLength, heads, width / heads]).transpose([0, 2, 1, 3]));
    const scores = tf.matMul(query, key, false, true).mul(1 / Math.sqrt(width / heads));
    const mixed = tf.matMul(tf.softmax(scores.add(mask)), value);
    return mixed.transpose([0, 2, 1, 3]).reshape([rows * contextLength, width]);
  }

  /** Logits [rows * contextLength, vocabSize]. One-hot products, because gather has no gradient in WASM. */
  function logits(tokens, rows) {
    const oneHot = tf.oneHot(tf.tensor1d(tokens, 'int32'), vocabSize).toFloat();
    const embedded = tf.matMul(oneHot, get('tokenEmbedding')).reshape([rows, contextLength, width]);
    let stream = embedded.add(get('positionEmbedding')).reshape([rows * contextLength, width]);
    for (let layer = 0; layer < layers; layer++) {
      const block = `block${layer}`;
      const mixed = attention(dense(norm(stream, `${block}.norm1`), `${block}.qkv`), rows);
      stream = stream.add(dense(mixed, `${block}.projection`));
      const hidden = tf.relu(dense(norm(stream, `${block}.norm2`), `${block}.expand`));
      stream = stream.add(dense(hidden, `${block}.contract`));
    }
    return tf.matMul(norm(stream, 'finalNorm'), get('head'));
  }

  return {
    backend: `TF.js ${tf.version_core} ${tf.getBackend()}`,
    async step({ tokens, targets, rows }) {
      const loss = tf.tidy(() => {
        const oneHot = tf.oneHot(tf.tensor1d(targets, 'int32'), vocabSize).toFloat();
        const value = () => tf.logSoftmax(logits(tokens, rows)).mul(oneHot).sum(-1).mean().neg();
        const gradients = tf.variableGrads(value, [...variables.values()]);
        adam.applyGradients(gradients.grads);
        return gradients.value;
      });
      const [nats] = await loss.data();
      loss.dispose();
      return nats;
    },
    async forward(tokens, rows) {
      const values = tf.tidy(() => logits(tokens, rows).sum());
      await values.data();
      values.dispose();
    },
  };
}
