/** A transformer read position by position, written as its formulas are: what stands in its stream after each layer, and what becomes of it when something else is put there. */

import { rotationTable } from '../../nn/rotary.ts';
import type { TransformerConfig } from '../config.ts';
import { namedTensors } from '../named-tensors.ts';

/** What is put in the place of what the model itself had come to (activation patching; Vig and others, 2020). */
export interface Patch {
  /** After so many layers; 0 is before the first. */
  layer: number;
  position: number;
  /** [width] */
  vector: Float32Array;
}

export interface Stream {
  /** [layers + 1]: [length, width], before the first layer and after each. */
  after: Float32Array[];
  /** [vocabSize]: of what comes after the last position. */
  logits: Float32Array;
}

const EPSILON = 1e-5;

/** Reads tokens that fit into the model's context; float64 sums, so within rounding of what its executor computes. */
export function readStream(
  config: TransformerConfig,
  weights: Float32Array,
  tokens: readonly number[],
  patch: Patch | null = null,
): Stream {
  const { width, heads, layers, vocabSize, contextLength } = config;
  const { length } = tokens;
  const headWidth = width / heads;
  const tensor = namedTensors(config, weights);
  const rotations = rotationTable(contextLength, headWidth);
  const vectorOf = (name: string, token: number): Float32Array =>
    tensor(name).subarray(token * width, (token + 1) * width);

  const norm = (x: Float32Array, name: string): Float32Array => {
    const mean = x.reduce((sum, value) => sum + value, 0) / width;
    const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    const scale = 1 / Math.sqrt(variance + EPSILON);
    const [gain, bias] = [tensor(`${name}.gain`), tensor(`${name}.bias`)];
    return x.map((value, c) => (value - mean) * scale * gain[c] + bias[c]);
  };
  /** x times [x.length, outputs], and a bias where there is one. */
  const times = (x: Float32Array, matrix: Float32Array, bias?: Float32Array): Float32Array => {
    const outputs = matrix.length / x.length;
    const y = new Float64Array(outputs);
    if (bias) y.set(bias);
    for (let i = 0; i < x.length; i++) {
      const row = i * outputs;
      for (let o = 0; o < outputs; o++) y[o] += x[i] * matrix[row + o];
    }
    return Float32Array.from(y);
  };
  const linear = (x: Float32Array, name: string): Float32Array =>
    times(x, tensor(`${name}.weight`), tensor(`${name}.bias`));
  const turn = (x: Float32Array, position: number): Float32Array =>
    x.map((value, c) => {
      const even = c - (c % 2);
      const [cosine, sine] = [0, 1].map(
        (part) => rotations[position * headWidth + (even % headWidth) + part],
      );
      return c % 2 === 0 ? value * cosine - x[c + 1] * sine : x[c - 1] * sine + value * cosine;
    });

  /** What each position takes from those before it, by all heads. */
  const mix = (q: Float32Array[], k: Float32Array[], v: Float32Array[]): Float32Array[] =>
    q.map((query, i) => {
      const mixed = new Float32Array(width);
      for (let head = 0; head < heads; head++) {
        const from = head * headWidth;
        const scores = k.slice(0, i + 1).map((key) => {
          let dot = 0;
          for (let c = from; c < from + headWidth; c++) dot += query[c] * key[c];
          return dot / Math.sqrt(headWidth);
        });
        const most = Math.max(...scores);
        const shares = scores.map((score) => Math.exp(score - most));
        const all = shares.reduce((sum, share) => sum + share, 0);
        for (let j = 0; j <= i; j++)
          for (let c = from; c < from + headWidth; c++) mixed[c] += (shares[j] / all) * v[j][c];
      }
      return mixed;
    });

  let stream = tokens.map((token, position) => {
    const before = vectorOf('previousEmbedding', position === 0 ? 0 : tokens[position - 1]);
    return vectorOf('tokenEmbedding', token).map((value, c) => value + before[c]);
  });
  const after: Float32Array[] = [];
  const keep = (layer: number): void => {
    if (patch?.layer === layer) stream[patch.position] = patch.vector.slice();
    const all = new Float32Array(length * width);
    stream.forEach((vector, position) => all.set(vector, position * width));
    after.push(all);
  };
  keep(0);
  for (let layer = 0; layer < layers; layer++) {
    const block = `block${layer}`;
    const qkv = stream.map((x) => linear(norm(x, `${block}.norm1`), `${block}.qkv`));
    const part = (index: number): Float32Array[] =>
      qkv.map((x) => x.subarray(index * width, (index + 1) * width));
    const values = part(2).map((x, i) => {
      const own = vectorOf('valueEmbedding', tokens[i]);
      return x.map((value, c) => value + own[c]);
    });
    const mixed = mix(part(0).map(turn), part(1).map(turn), values);
    stream = stream.map((x, i) => {
      const taken = linear(mixed[i], `${block}.projection`);
      const middle = x.map((value, c) => value + taken[c]);
      const hidden = linear(norm(middle, `${block}.norm2`), `${block}.expand`);
      const thought = linear(
        hidden.map((value) => Math.max(0, value) ** 2),
        `${block}.contract`,
      );
      return middle.map((value, c) => value + thought[c]);
    });
    keep(layer + 1);
  }
  const last = norm(stream[length - 1], 'finalNorm');
  return { after, logits: times(last, tensor('head').subarray(0, width * vocabSize)) };
}
