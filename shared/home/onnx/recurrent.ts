/** The recurrent model as ONNX operators: one GRU for each layer, with the gates in the order that ONNX has them. */

import type { GruConfig } from '../../lm/config.ts';
import { namedTensors } from '../../lm/named-tensors.ts';
import { Graph } from './graph.ts';

/** Ours stand as reset, update, candidate; ONNX wants update, reset, candidate. */
const GATES = [1, 0, 2] as const;

/** The model file: `input_ids` [batch, sequence] in, `logits` [batch, sequence, vocabSize] out. */
export function recurrentToOnnx(config: GruConfig, weights: Float32Array): Uint8Array<ArrayBuffer> {
  const { vocabSize, width, layers } = config;
  const graph = new Graph();
  const tensor = namedTensors(config, weights);
  /** [inputs, 3 * width] by gates as [3 * width, inputs] in the order of ONNX; a bias is a matrix of one row. */
  const byGates = (values: Float32Array, inputs: number): Float32Array => {
    const turned = new Float32Array(values.length);
    GATES.forEach((gate, place) => {
      for (let unit = 0; unit < width; unit++) {
        for (let input = 0; input < inputs; input++) {
          turned[(place * width + unit) * inputs + input] = values[(input * 3 + gate) * width + unit];
        }
      }
    });
    return turned;
  };
  graph.floats('tokenEmbedding', [vocabSize, width], tensor('tokenEmbedding'));
  graph.floats('head', [width, vocabSize], tensor('head'));
  /* Sequence first, as the operator reads. */
  const turn = { perm: { integers: [1, 0, 2] } };
  let stream = graph.apply('Transpose', [graph.apply('Gather', ['tokenEmbedding', 'input_ids'])], turn);
  const onlyDirection = graph.integers([1]);
  for (let layer = 0; layer < layers; layer++) {
    const [input, recurrent] = [`layer${layer}.input`, `layer${layer}.recurrent`];
    const matrix = (name: string): string =>
      graph.floats(`${name}.weight`, [1, 3 * width, width], byGates(tensor(`${name}.weight`), width));
    const biases = new Float32Array(6 * width);
    biases.set(byGates(tensor(`${input}.bias`), 1));
    biases.set(byGates(tensor(`${recurrent}.bias`), 1), 3 * width);
    const bias = graph.floats(`layer${layer}.bias`, [1, 6 * width], biases);
    const [states] = graph.split('GRU', [stream, matrix(input), matrix(recurrent), bias], 1, {
      hidden_size: { integer: width },
      linear_before_reset: { integer: 1 },
    });
    stream = graph.apply('Squeeze', [states, onlyDirection]);
  }
  graph.output(graph.apply('MatMul', [graph.apply('Transpose', [stream], turn), 'head']), 'logits');
  return graph.toBytes(
    [{ name: 'input_ids', type: 'int64', shape: ['batch', 'sequence'] }],
    [{ name: 'logits', type: 'float', shape: ['batch', 'sequence', vocabSize] }],
  );
}
