/** The painter of shared/image in TensorFlow.js: the same network in its public operations, with its own gradients and Adam. */

import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';

/* The package's entry for imports lacks extensions that Node asks for; its entry for require is a bundle. */
const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');

const LAYER_NORM_EPSILON = 1e-5;

async function useBackend(backend) {
  if (backend === 'wasm') {
    const { setWasmPaths, setThreadsCount } = require('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
    setThreadsCount(1);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`TF.js has no ${backend} here`);
  await tf.ready();
}

const squaredRelu = (x) => tf.relu(x).square();

/** `tensors` and `weights` are the painter's; sizes are those of its configuration. */
export async function create({ tensors, weights, backend, layers, width, patches, learningRate }) {
  await useBackend(backend);
  const variables = new Map(
    tensors.map(({ name, shape, offset, size }) => [
      name,
      tf.variable(tf.tensor(weights.slice(offset, offset + size), shape), true),
    ]),
  );
  const get = (name) => variables.get(name);
  const dense = (x, name) => tf.fused.matMul({ a: x, b: get(`${name}.weight`), bias: get(`${name}.bias`) });
  const adam = tf.train.adam(learningRate, 0.9, 0.99, 1e-8);

  function norm(x, name) {
    const centered = x.sub(x.mean(-1, true));
    const scale = centered.square().mean(-1, true).add(LAYER_NORM_EPSILON).rsqrt();
    return centered
      .mul(scale)
      .mul(get(`${name}.gain`))
      .add(get(`${name}.bias`));
  }

  /** Logits [patches * pictures, pixels * colors] from patches [patches * pictures, values] and conditions. */
  function logits(values, conditions) {
    const pictures = conditions.shape[0];
    const rows = patches * pictures;
    const told = squaredRelu(dense(conditions, 'condition'));
    let stream = dense(values, 'embed')
      .reshape([patches, pictures, width])
      .add(get('position').reshape([patches, 1, width]));
    for (let layer = 0; layer < layers; layer++) {
      const block = `block${layer}`;
      stream = stream.add(dense(told, `${block}.shift`));
      const normed = norm(stream, `${block}.norm1`).reshape([patches, pictures * width]);
      const mixed = squaredRelu(tf.matMul(get(`${block}.mix`), normed));
      stream = stream.add(tf.matMul(get(`${block}.unmix`), mixed).reshape(stream.shape));
      const hidden = squaredRelu(
        dense(norm(stream, `${block}.norm2`).reshape([rows, width]), `${block}.expand`),
      );
      stream = stream.add(dense(hidden, `${block}.contract`).reshape(stream.shape));
    }
    return dense(norm(stream, 'finalNorm').reshape([rows, width]), 'output');
  }

  return {
    backend: `TF.js ${tf.version_core} ${tf.getBackend()}`,
    /** One step; resolves to the loss before it. */
    async step({ values, conditions, conditionSize, targets, colors }) {
      const pictures = conditions.length / conditionSize;
      const loss = tf.tidy(() => {
        const x = tf.tensor2d(values, [patches * pictures, values.length / patches / pictures]);
        const told = tf.tensor2d(conditions, [pictures, conditionSize]);
        const wanted = tf.oneHot(tf.tensor1d(targets, 'int32'), colors).toFloat();
        const value = () =>
          tf
            .logSoftmax(logits(x, told).reshape([targets.length, colors]))
            .mul(wanted)
            .sum(-1)
            .mean()
            .neg();
        const gradients = tf.variableGrads(value, [...variables.values()]);
        adam.applyGradients(gradients.grads);
        return gradients.value;
      });
      const [nats] = await loss.data();
      loss.dispose();
      return nats;
    },
  };
}
