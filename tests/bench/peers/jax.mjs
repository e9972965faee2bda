/** jax-js: the model in its NumPy, gradient and Adam compiled by jit as one function. */

import { defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';

const LAYER_NORM_EPSILON = 1e-5;

// In jax-js an array is used up by an operation unless the operation is given `.ref`.
function layerNorm(x, gain, bias) {
  const mean = x.ref.mean(-1, { keepdims: true });
  const centered = x.sub(mean);
  const variance = np.square(centered.ref).mean(-1, { keepdims: true });
  const inverse = np.reciprocal(np.sqrt(variance.add(LAYER_NORM_EPSILON)));
  return centered.mul(inverse).mul(gain).add(bias);
}

/** Logits [rows * contextLength, vocabSize] from parameters by name and one-hot tokens; uses up both. */
function logits(config, p, oneHot, rows) {
  const { contextLength, width, layers, heads } = config;
  const positions = rows * contextLength;
  const headWidth = width / heads;
  const mask = np
    .tril(np.ones([contextLength, contextLength]))
    .sub(1)
    .mul(1e9);
  let stream = np
    .matmul(oneHot, p.tokenEmbedding)
    .reshape([rows, contextLength, width])
    .add(p.positionEmbedding)
    .reshape([positions, width]);
  for (let layer = 0; layer < layers; layer++) {
    const get = (name) => p[`block${layer}.${name}`];
    const dense = (x, name) => np.matmul(x, get(`${name}.weight`)).add(get(`${name}.bias`));
    const norm = (x, name) => layerNorm(x, get(`${name}.gain`), get(`${name}.bias`));
    const qkv = dense(norm(stream.ref, 'norm1'), 'qkv')
      .reshape([rows, contextLength, 3, heads, headWidth])
      .transpose([2, 0, 3, 1, 4]);
    const query = qkv.ref.slice(0);
    const key = qkv.ref.slice(1);
    const value = qkv.slice(2);
    const scores = np.matmul(query, key.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(headWidth));
    const mixed = np
      .matmul(nn.softmax(scores.add(mask.ref), -1), value)
      .transpose([0, 2, 1, 3])
      .reshape([positions, width]);
    stream = stream.add(dense(mixed, 'projection'));
    const hidden = nn.relu(dense(norm(stream.ref, 'norm2'), 'expand'));
    stream = stream.add(dense(hidden, 'contract'));
  }
  mask.dispose();
  return np.matmul(layerNorm(stream, p['finalNorm.gain'], p['finalNorm.bias']), p.head);
}

/** Adam on all parameters; uses up its arguments. `correction` are 1 / (1 - beta^t) for both moments. */
function adam(state, gradients, correction, learningRate) {
  const next = { parameters: {}, first: {}, second: {} };
  const [first, second] = correction;
  for (const name of Object.keys(state.parameters)) {
    const gradient = gradients[name];
    next.first[name] = state.first[name].mul(0.9).add(gradient.ref.mul(0.1));
    next.second[name] = state.second[name].mul(0.99).add(np.square(gradient).mul(0.01));
    const deviation = np.sqrt(next.second[name].ref.mul(second.ref)).add(1e-8);
    const change = next.first[name].ref.mul(first.ref).div(deviation).mul(learningRate);
    next.parameters[name] = state.parameters[name].sub(change);
  }
  first.dispose();
  second.dispose();
  return next;
}

export async function create({ config, tensors, weights, executor, learningRate }) {
  const devices = await init(executor);
  if (!devices.includes(executor)) throw new Error(`jax-js has no ${executor} here`);
  defaultDevice(executor);
  const { contextLength, vocabSize } = config;
  const all = (make) => Object.fromEntries(tensors.map((tensor) => [tensor.name, make(tensor)]));
  let state = {
    parameters: all(({ offset, size, shape }) =>
      np.array(weights.slice(offset, offset + size)).reshape([...shape]),
    ),
    first: all(({ shape }) => np.zeros([...shape])),
    second: all(({ shape }) => np.zeros([...shape])),
  };

  function oneHot(tokens) {
    const values = new Float32Array(tokens.length * vocabSize);
    tokens.forEach((token, i) => (values[i * vocabSize + token] = 1));
    return np.array(values).reshape([tokens.length, vocabSize]);
  }

  const rowsOf = (tokens) => tokens.shape[0] / contextLength;
  const lossOf = (parameters, tokens, targets) => {
    const rows = rowsOf(tokens);
    const likelihood = nn.logSoftmax(logits(config, parameters, tokens, rows), -1).mul(targets);
    return likelihood.sum().mul(-1 / (rows * contextLength));
  };
  const train = jit((parameters, first, second, tokens, targets, correction1, correction2) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(parameters), tokens, targets);
    const next = adam({ parameters, first, second }, gradients, [correction1, correction2], learningRate);
    return [loss, next.parameters, next.first, next.second];
  });
  const infer = jit((parameters, tokens) => logits(config, parameters, tokens, rowsOf(tokens)).sum());
  let steps = 0;

  return {
    backend: `jax-js ${executor}`,
    async step({ tokens, targets }) {
      steps++;
      const [loss, parameters, first, second] = train(
        state.parameters,
        state.first,
        state.second,
        oneHot(tokens),
        oneHot(targets),
        np.array([1 / (1 - 0.9 ** steps)]),
        np.array([1 / (1 - 0.99 ** steps)]),
      );
      state = { parameters, first, second };
      return (await loss.data())[0];
    },
    async forward(tokens) {
      await infer(tree.ref(state.parameters), oneHot(tokens)).data();
    },
  };
}
