/** Builds a graph of ONNX operators and writes it as a model file. */

import { littleEndianBytes } from '../../nn/formats/little-endian.ts';
import { Message } from './protobuf.ts';

/** Of the operators: 17 brought LayerNormalization, 18 BitwiseXor. */
const OPERATOR_VERSION = 18;
const FORMAT_VERSION = 8;
const FLOAT = 1;
const INT64 = 7;
/** Kinds of attributes. */
const FLOAT_ATTRIBUTE = 1;
const INTEGER_ATTRIBUTE = 2;
const INTEGERS_ATTRIBUTE = 7;

type Attribute = { float: number } | { integer: number } | { integers: readonly number[] };

/** The name of a value that flows through the graph. */
export type Value = string;

export interface Port {
  name: string;
  type: 'float' | 'int64';
  /** A number, or the name of a size that is free. */
  shape: readonly (number | string)[];
}

function portMessage({ name, type, shape }: Port): Message {
  const sizes = new Message();
  for (const size of shape) {
    sizes.message(1, typeof size === 'number' ? new Message().integer(1, size) : new Message().text(2, size));
  }
  const tensor = new Message().integer(1, type === 'float' ? FLOAT : INT64).message(2, sizes);
  return new Message().text(1, name).message(2, new Message().message(1, tensor));
}

function attributeMessage(name: string, attribute: Attribute): Message {
  const message = new Message().text(1, name);
  if ('float' in attribute) return message.float(2, attribute.float).integer(20, FLOAT_ATTRIBUTE);
  if ('integer' in attribute) {
    /* The two's complement of 64 bits that a negative number would need is never asked for. */
    return message.integer(3, attribute.integer).integer(20, INTEGER_ATTRIBUTE);
  }
  for (const value of attribute.integers) message.integer(8, value);
  return message.integer(20, INTEGERS_ATTRIBUTE);
}

export class Graph {
  readonly #nodes: Message[] = [];
  readonly #constants: Message[] = [];
  #made = 0;

  /** An operator with one output. */
  apply(operator: string, inputs: readonly Value[], attributes: Record<string, Attribute> = {}): Value {
    return this.split(operator, inputs, 1, attributes)[0];
  }

  /** An operator with so many outputs. */
  split(
    operator: string,
    inputs: readonly Value[],
    outputs: number,
    attributes: Record<string, Attribute> = {},
    names = Array.from({ length: outputs }, () => `v${this.#made++}`),
  ): Value[] {
    const node = new Message();
    for (const input of inputs) node.text(1, input);
    for (const name of names) node.text(2, name);
    node.text(3, `${operator} ${this.#nodes.length}`).text(4, operator);
    for (const [name, attribute] of Object.entries(attributes)) {
      node.message(5, attributeMessage(name, attribute));
    }
    this.#nodes.push(node);
    return names;
  }

  /** Gives a value the name of an output. */
  output(value: Value, name: string): void {
    this.split('Identity', [value], 1, {}, [name]);
  }

  floats(name: string, shape: readonly number[], values: Float32Array): Value {
    return this.#constant(name, shape, FLOAT, littleEndianBytes(values));
  }

  integers(values: readonly number[]): Value {
    const bytes = new Uint8Array(values.length * 8);
    const view = new DataView(bytes.buffer);
    values.forEach((value, index) => view.setBigInt64(index * 8, BigInt(value), true));
    return this.#constant(`c${this.#made++}`, [values.length], INT64, bytes);
  }

  /** The model file. */
  toBytes(inputs: readonly Port[], outputs: readonly Port[]): Uint8Array<ArrayBuffer> {
    const graph = new Message();
    for (const node of this.#nodes) graph.message(1, node);
    graph.text(2, 'loss-leaders');
    for (const constant of this.#constants) graph.message(5, constant);
    for (const input of inputs) graph.message(11, portMessage(input));
    for (const output of outputs) graph.message(12, portMessage(output));
    return new Message()
      .integer(1, FORMAT_VERSION)
      .text(2, 'Loss Leaders')
      .message(7, graph)
      .message(8, new Message().text(1, '').integer(2, OPERATOR_VERSION))
      .toBytes();
  }

  #constant(name: string, shape: readonly number[], type: number, bytes: Uint8Array): Value {
    const tensor = new Message();
    for (const size of shape) tensor.integer(1, size);
    this.#constants.push(tensor.integer(2, type).text(8, name).bytes(9, bytes));
    return name;
  }
}
