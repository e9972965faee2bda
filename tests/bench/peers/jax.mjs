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

/** Cosines and sines [contextLength, headWidth / 2] of a table that has them beside each other. */
function splitRotations({ contextLength, width, heads }, rotations) {
  const half = (parity) => rotations.filter((_, i) => i % 2 === parity);
  return [0, 1].map((parity) => np.array(half(parity)).reshape([contextLength, width / heads / 2]));
}

/**
 * Logits [rows * contextLength, vocabSize] from parameters by name and one-hot tokens and those before them; uses up all. In queries
 * and keys, whose columns may stand in any order if it is the same, both halves of the pairs are beside each other.
 */
function logits({ config, rotations }, p, tokens, previous, rows) {
  const { contextLength, width, layers, heads } = config;
  const positions = rows * contextLength;
  const headWidth = width / heads;
  const [cosine, sine] = splitRotations(config, rotations);
  const rotate = (part) => {
    const x = part.ref.slice(0);
    const y = part.slice(1);
    const turnedX = x.ref.mul(cosine.ref).sub(y.ref.mul(sine.ref));
    return np.concatenate([turnedX, x.mul(sine.ref).add(y.mul(cosine.ref))], -1);
  };
  const mask = np
    .tril(np.ones([contextLength, contextLength]))
    .sub(1)
    .mul(1e9);
  let stream = np.matmul(tokens.ref, p.tokenEmbedding).add(np.matmul(previous, p.previousEmbedding));
  const ownValues = np
    .matmul(tokens, p.valueEmbedding)
    .reshape([rows, contextLength, heads, headWidth])
    .transpose([0, 2, 1, 3]);
  for (let layer = 0; layer < layers; layer++) {
    const get = (name) => p[`block${layer}.${name}`];
    const dense = (x, name) => np.matmul(x, get(`${name}.weight`)).add(get(`${name}.bias`));
    const norm = (x, name) => layerNorm(x, get(`${name}.gain`), get(`${name}.bias`));
    const qkv = dense(norm(stream.ref, 'norm1'), 'qkv').reshape([rows, contextLength, 3, width]);
    const pairs = qkv.ref
      .reshape([rows, contextLength, 3, heads, headWidth / 2, 2])
      .transpose([2, 5, 0, 3, 1, 4]);
    const query = rotate(pairs.ref.slice(0));
    const key = rotate(pairs.slice(1));
    const value = qkv
      .reshape([rows, contextLength, 3, heads, headWidth])
      .transpose([2, 0, 3, 1, 4])
      .slice(2)
      .add(ownValues.ref);
    const scores = np.matmul(query, key.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(headWidth));
    const mixed = np
      .matmul(nn.softmax(scores.add(mask.ref), -1), value)
      .transpose([0, 2, 1, 3])
      .reshape([positions, width]);
    stream = stream.add(dense(mixed, 'projection'));
    const hidden = np.square(nn.relu(dense(norm(stream.ref, 'norm2'), 'expand')));
    stream = stream.add(dense(hidden, 'contract'));
  }
  for (const constant of [mask, cosine, sine, ownValues]) constant.dispose();
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

export async function create({ config, tensors, weights, rotations, executor, learningRate }) {
  const device = executor.replace('-threads', '');
  const devices = await init(device);
  if (!devices.includes(device)) throw new Error(`jax-js has no ${device} here`);
  defaultDevice(device);
  const { contextLength, vocabSize } = config;
  const model = { config, rotations };
  const all = (make) => Object.fromEntries(tensors.map((tensor) => [tensor.name, make(tensor)]));
  let state = {
    parameters: all(({ offset, size, shape }) =>
      np.array(weights.slice(offset, offset + size)).reshape([...shape]),
    ),
    first: all(({ shape }) => np.zeros([...shape])),
    second: all(({ shape }) => np.zeros([...shape])),
  };

  function oneHot(numbers, depth) {
    const values = new Float32Array(numbers.length * depth);
    numbers.forEach((number, i) => (values[i * depth + number] = 1));
    return np.array(values).reshape([numbers.length, depth]);
  }

  const rowsOf = (tokens) => tokens.shape[0] / contextLength;
  const lossOf = (parameters, tokens, previous, targets) => {
    const rows = rowsOf(tokens);
    const likelihood = nn.logSoftmax(logits(model, parameters, tokens, previous, rows), -1).mul(targets);
    return likelihood.sum().mul(-1 / (rows * contextLength));
  };
  const train = jit((parameters, first, second, tokens, previous, targets, correction1, correction2) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(parameters), tokens, previous, targets);
    const next = adam({ parameters, first, second }, gradients, [correction1, correction2], learningRate);
    return [loss, next.parameters, next.first, next.second];
  });
  const infer = jit((parameters, tokens, previous) =>
    logits(model, parameters, tokens, previous, rowsOf(tokens)).sum(),
  );
  let steps = 0;

  return {
    backend: `jax-js ${executor}`,
    async step({ tokens, previous, targets }) {
      steps++;
      const [loss, parameters, first, second] = train(
        state.parameters,
        state.first,
        state.second,
        oneHot(tokens, vocabSize),
        oneHot(previous, vocabSize),
        oneHot(targets, vocabSize),
        np.array([1 / (1 - 0.9 ** steps)]),
        np.array([1 / (1 - 0.99 ** steps)]),
      );
      state = { parameters, first, second };
      return (await loss.data())[0];
    },
    async forward({ tokens, previous }) {
      const inputs = [oneHot(tokens, vocabSize), oneHot(previous, vocabSize)];
      await infer(tree.ref(state.parameters), ...inputs).data();
    },
  };
}
