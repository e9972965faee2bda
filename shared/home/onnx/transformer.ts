/** The transformer as ONNX operators: the same tensors by the same names as lm/transformer, in the order of its forward pass. */

import type { TransformerConfig } from '../../lm/config.ts';
import { parameterSpec } from '../../lm/spec.ts';
import { LAYER_NORM_EPSILON } from '../../nn/js/kernels.ts';
import { rotationTable } from '../../nn/rotary.ts';
import { Graph, type Value } from './graph.ts';

/** What a score gets that looks into the future: its softmax is 0. */
const NEVER = -1e9;

/** The model file: `input_ids` [batch, sequence] in, `logits` [batch, sequence, vocabSize] out. */
export function transformerToOnnx(config: TransformerConfig, weights: Float32Array): Uint8Array<ArrayBuffer> {
  const { vocabSize, contextLength, width, heads, layers } = config;
  const headWidth = width / heads;
  const graph = new Graph();
  for (const { name, shape, offset, size } of parameterSpec(config).tensors) {
    graph.floats(name, shape, weights.subarray(offset, offset + size));
  }
  const places = placesOf(graph, contextLength, headWidth);

  const linear = (name: string, x: Value): Value =>
    graph.apply('Add', [graph.apply('MatMul', [x, `${name}.weight`]), `${name}.bias`]);
  const norm = (name: string, x: Value): Value =>
    graph.apply('LayerNormalization', [x, `${name}.gain`, `${name}.bias`], {
      epsilon: { float: LAYER_NORM_EPSILON },
    });
  /** [batch, sequence, width] as [batch, sequence, heads, headWidth]. */
  const byHead = graph.integers([0, 0, heads, headWidth]);
  const inPairs = graph.integers([0, 0, heads, headWidth / 2, 2]);
  const joined = graph.integers([0, 0, width]);
  /** Each pair of columns turned by the angle of its position. */
  const rotate = (x: Value): Value => {
    const pairs = graph.apply('Reshape', [x, inPairs]);
    const [a, b] = graph.split('Split', [pairs], 2, { axis: { integer: 4 }, num_outputs: { integer: 2 } });
    const multiply = (left: Value, right: Value): Value => graph.apply('Mul', [left, right]);
    const first = graph.apply('Sub', [multiply(a, places.cosines), multiply(b, places.sines)]);
    const second = graph.apply('Add', [multiply(a, places.sines), multiply(b, places.cosines)]);
    return graph.apply('Reshape', [graph.apply('Concat', [first, second], { axis: { integer: 4 } }), byHead]);
  };
  const transpose = (x: Value, order: readonly number[]): Value =>
    graph.apply('Transpose', [x], { perm: { integers: order } });
  const scale = graph.floats('scale', [1], Float32Array.of(1 / Math.sqrt(headWidth)));

  let stream = graph.apply('Add', [
    graph.apply('Gather', ['tokenEmbedding', 'input_ids']),
    graph.apply('Gather', ['previousEmbedding', previousTokens(graph)]),
  ]);
  const ownValues = graph.apply('Gather', ['valueEmbedding', 'input_ids']);
  for (let layer = 0; layer < layers; layer++) {
    const block = `block${layer}`;
    const qkv = linear(`${block}.qkv`, norm(`${block}.norm1`, stream));
    const [query, key, value] = graph.split('Split', [qkv], 3, {
      axis: { integer: 2 },
      num_outputs: { integer: 3 },
    });
    const queries = transpose(rotate(query), [0, 2, 1, 3]);
    const keys = transpose(rotate(key), [0, 2, 3, 1]);
    const allValues = graph.apply('Add', [value, ownValues]);
    const values = transpose(graph.apply('Reshape', [allValues, byHead]), [0, 2, 1, 3]);
    const scores = graph.apply('Mul', [graph.apply('MatMul', [queries, keys]), scale]);
    const attention = graph.apply('Softmax', [graph.apply('Add', [scores, places.mask])]);
    const mixed = transpose(graph.apply('MatMul', [attention, values]), [0, 2, 1, 3]);
    const projected = linear(`${block}.projection`, graph.apply('Reshape', [mixed, joined]));
    const middle = graph.apply('Add', [projected, stream]);
    const hidden = graph.apply('Relu', [linear(`${block}.expand`, norm(`${block}.norm2`, middle))]);
    const squared = graph.apply('Mul', [hidden, hidden]);
    stream = graph.apply('Add', [linear(`${block}.contract`, squared), middle]);
  }
  graph.output(graph.apply('MatMul', [norm('finalNorm', stream), 'head']), 'logits');
  return graph.toBytes(
    [{ name: 'input_ids', type: 'int64', shape: ['batch', 'sequence'] }],
    [{ name: 'logits', type: 'float', shape: ['batch', 'sequence', vocabSize] }],
  );
}

/** The token before each position's; the first follows token 0. */
function previousTokens(graph: Graph): Value {
  const [zero, one, end] = [0, 1, -1].map((value) => graph.integers([value]));
  const axis = one;
  const first = graph.apply('Mul', [graph.apply('Slice', ['input_ids', zero, one, axis]), zero]);
  const others = graph.apply('Slice', ['input_ids', zero, end, axis]);
  return graph.apply('Concat', [first, others], { axis: { integer: 1 } });
}

/** What depends on positions only, cut to the length of the input: the mask of the future, and the angles' cosines and sines. */
function placesOf(
  graph: Graph,
  contextLength: number,
  headWidth: number,
): { mask: Value; cosines: Value; sines: Value } {
  const half = headWidth / 2;
  const table = rotationTable(contextLength, headWidth);
  const angles = Array.from({ length: contextLength * half }, (_, index) => index * 2);
  const length = graph.apply('Slice', [
    graph.apply('Shape', ['input_ids']),
    ...[1, 2].map((value) => graph.integers([value])),
  ]);
  const [none, first, second] = [[0], [0], [1]].map((values) => graph.integers(values));
  const cut = (value: Value, axes: readonly Value[]): Value =>
    axes.reduce((left, axis) => graph.apply('Slice', [left, none, length, axis]), value);
  const turns = (name: string, offset: number): Value => {
    const values = Float32Array.from(angles, (index) => table[index + offset]);
    return cut(graph.floats(name, [contextLength, 1, half, 1], values), [first]);
  };
  const future = Float32Array.from({ length: contextLength ** 2 }, (_, index) =>
    index % contextLength > Math.floor(index / contextLength) ? NEVER : 0,
  );
  return {
    mask: cut(graph.floats('future', [contextLength, contextLength], future), [first, second]),
    cosines: turns('cosines', 0),
    sines: turns('sines', 1),
  };
}
