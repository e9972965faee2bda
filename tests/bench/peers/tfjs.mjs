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

/** [values, depth] */
const oneHot = (values, depth) => tf.oneHot(tf.tensor1d(values, 'int32'), depth).toFloat();

/** Rows of a table by their numbers. Its own gradient, a product with one-hot rows, because that of gather is not in WASM. */
function lookUp(table, numbers) {
  return tf.customGrad((values) => ({
    value: tf.gather(values, tf.tensor1d(numbers, 'int32')),
    gradFunc: (dy) => tf.matMul(oneHot(numbers, values.shape[0]), dy, true),
  }))(table);
}

/** [1, 1, length, length]: hides the future. */
function causalMask(length) {
  const mask = new Float32Array(length * length);
  for (let i = 0; i < length; i++) mask.fill(-1e9, i * length + i + 1, (i + 1) * length);
  return tf.tensor4d(mask, [1, 1, length, length]);
}

export async function create({ config, tensors, weights, rotations, executor, learningRate, wasmPath }) {
  await useBackend(executor, wasmPath);
  const { contextLength, width, layers, heads, vocabSize } = config;
  const variables = new Map(
    tensors.map(({ name, shape, offset, size }) => [
      name,
      tf.variable(tf.tensor(weights.slice(offset, offset + size), shape), true),
    ]),
  );
  const mask = causalMask(contextLength);
  const pairs = width / heads / 2;
  const [cosine, sine] = tf.split(tf.tensor(rotations, [contextLength, pairs, 2]), 2, -1);
  const adam = tf.train.adam(learningRate, 0.9, 0.99, 1e-8);
  const get = (name) => variables.get(name);
  const dense = (x, name) => tf.fused.matMul({ a: x, b: get(`${name}.weight`), bias: get(`${name}.bias`) });
  const norm = (x, name) => layerNorm(x, get(`${name}.gain`), get(`${name}.bias`));

  /** Turns queries or keys [rows, heads, contextLength, headWidth] by their positions. */
  function rotate(part, rows) {
    const [x, y] = tf.split(part.reshape([rows, heads, contextLength, pairs, 2]), 2, -1);
    const turned = [x.mul(cosine).sub(y.mul(sine)), x.mul(sine).add(y.mul(cosine))];
    return tf.concat(turned, -1).reshape(part.shape);
  }

  function attention(qkv, ownValues, rows) {
    const [queries, keys, values] = tf.split(qkv, 3, 1);
    const [query, key, value] = [queries, keys, values.add(ownValues)].map((part) =>
      part.reshape([rows, contextLength, heads, width / heads]).transpose([0, 2, 1, 3]),
    );
    const scores = tf
      .matMul(rotate(query, rows), rotate(key, rows), false, true)
      .mul(1 / Math.sqrt(width / heads));
    const mixed = tf.matMul(tf.softmax(scores.add(mask)), value);
    return mixed.transpose([0, 2, 1, 3]).reshape([rows * contextLength, width]);
  }

  /** Logits [rows * contextLength, vocabSize]. */
  function logits({ tokens, previous, rows }) {
    let stream = lookUp(get('tokenEmbedding'), tokens).add(lookUp(get('previousEmbedding'), previous));
    const ownValues = lookUp(get('valueEmbedding'), tokens);
    for (let layer = 0; layer < layers; layer++) {
      const block = `block${layer}`;
      const mixed = attention(dense(norm(stream, `${block}.norm1`), `${block}.qkv`), ownValues, rows);
      stream = stream.add(dense(mixed, `${block}.projection`));
      const hidden = tf.relu(dense(norm(stream, `${block}.norm2`), `${block}.expand`)).square();
      stream = stream.add(dense(hidden, `${block}.contract`));
    }
    return tf.matMul(norm(stream, 'finalNorm'), get('head'));
  }

  return {
    backend: `TF.js ${tf.version_core} ${tf.getBackend()}`,
    async step(batch) {
      const loss = tf.tidy(() => {
        const wanted = oneHot(batch.targets, vocabSize);
        const value = () => tf.logSoftmax(logits(batch)).mul(wanted).sum(-1).mean().neg();
        const gradients = tf.variableGrads(value, [...variables.values()]);
        adam.applyGradients(gradients.grads);
        return gradients.value;
      });
      const [nats] = await loss.data();
      loss.dispose();
      return nats;
    },
    async forward(inputs) {
      const values = tf.tidy(() => logits(inputs).sum());
      await values.data();
      values.dispose();
    },
  };
}
