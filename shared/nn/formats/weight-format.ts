/** How weights are stored: whole or half floats, or small integers with one scale for each row of a matrix. */

import type { ParameterSpec, TensorSpec } from '../tensors.ts';
import { fromHalf, toHalf } from './half.ts';
import { littleEndianBytes } from './little-endian.ts';

export const WEIGHT_FORMATS = ['fp32', 'fp16', 'int8', 'int4', 'int2'] as const;

export type WeightFormat = (typeof WEIGHT_FORMATS)[number];

/** Bits of an integer weight; absent for floats. */
const BITS: Partial<Record<WeightFormat, 8 | 4 | 2>> = { int8: 8, int4: 4, int2: 2 };

/** No trained weight comes near; above it, activations could overflow. */
const MAX_WEIGHT = 1e6;
/** Smaller numbers are subnormal, which some processors compute many times slower: they are read as 0. */
const MIN_NORMAL = 2 ** -126;

/** What is wrong with stored weights. */
export interface WeightFault {
  kind: 'not_finite' | 'out_of_range' | 'bad_integer';
  detail: string;
}

export class WeightFaultError extends Error {
  override readonly name = 'WeightFaultError';
  readonly fault: WeightFault;
  constructor(fault: WeightFault) {
    super(fault.detail);
    this.fault = fault;
  }
}

/**
 * Integers are for matrices, embeddings among them: they hold nearly all weights. Vectors (gains and biases) are a
 * percent of a model and every activation passes through them, so they stay fp32.
 */
function integerBits(format: WeightFormat, { shape }: TensorSpec): 8 | 4 | 2 | undefined {
  return shape.length === 2 ? BITS[format] : undefined;
}

/** The largest integer; the most negative one is never used, so that the range is symmetric. */
const largestInteger = (bits: number): number => 2 ** (bits - 1) - 1;

/** Bytes of the weights of a model. */
export function storedBytes({ tensors }: ParameterSpec, format: WeightFormat): number {
  return tensors.reduce((sum, tensor) => {
    const bits = integerBits(format, tensor);
    if (bits) return sum + 4 * tensor.shape[0] + (tensor.size * bits) / 8;
    return sum + (format === 'fp16' ? 2 : 4) * tensor.size;
  }, 0);
}

/**
 * Writes weights [parameterCount] from byte `at` on, little-endian, tensor by tensor. A matrix of integers is its row
 * scales (fp32), then its rows, low bits first; a weight is integer x scale, rounded to nearest, and a row's scale maps
 * its largest magnitude to the largest integer (absmax quantization, as in Dettmers et al., 2022).
 */
export function writeWeights(
  view: DataView,
  at: number,
  { tensors }: ParameterSpec,
  format: WeightFormat,
  weights: Float32Array,
): void {
  for (const tensor of tensors) {
    const values = weights.subarray(tensor.offset, tensor.offset + tensor.size);
    const bits = integerBits(format, tensor);
    if (bits) {
      at = writeIntegers(view, at, values, tensor.shape, bits);
      continue;
    }
    if (format !== 'fp16') {
      const to = new Uint8Array(view.buffer, view.byteOffset + at, 4 * values.length);
      to.set(littleEndianBytes(values));
      at += to.length;
      continue;
    }
    for (const value of values) {
      view.setUint16(at, toHalf(value), true);
      at += 2;
    }
  }
}

function writeIntegers(
  view: DataView,
  at: number,
  values: Float32Array,
  [rows, columns]: readonly number[],
  bits: 8 | 4 | 2,
): number {
  const most = largestInteger(bits);
  let to = at + 4 * rows;
  for (let row = 0; row < rows; row++) {
    const line = values.subarray(row * columns, (row + 1) * columns);
    const scale = Math.fround(line.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / most);
    view.setFloat32(at + 4 * row, scale, true);
    const perByte = 8 / bits;
    for (let column = 0; column < columns; column += perByte) {
      let byte = 0;
      for (let i = 0; i < perByte; i++) {
        const integer = scale > 0 ? Math.round(line[column + i] / scale) : 0;
        byte |= (Math.max(-most, Math.min(most, integer)) & (2 ** bits - 1)) << (i * bits);
      }
      view.setUint8(to++, byte);
    }
  }
  return to;
}

/**
 * Reads weights [parameterCount] from byte `at` on, where `storedBytes` bytes must be; all are finite and small enough
 * to compute with. Throws a WeightFaultError that names the tensor.
 */
export function readWeights(
  view: DataView,
  at: number,
  { tensors, parameterCount }: ParameterSpec,
  format: WeightFormat,
): Float32Array {
  const weights = new Float32Array(parameterCount);
  for (const tensor of tensors) {
    const values = weights.subarray(tensor.offset, tensor.offset + tensor.size);
    const bits = integerBits(format, tensor);
    if (bits) at = readIntegers(view, at, values, tensor, bits);
    else if (format === 'fp16') {
      for (let i = 0; i < values.length; i++, at += 2) values[i] = fromHalf(view.getUint16(at, true));
    } else for (let i = 0; i < values.length; i++, at += 4) values[i] = view.getFloat32(at, true);
    for (let i = 0; i < values.length; i++) {
      const magnitude = Math.abs(values[i]);
      if (!(magnitude <= MAX_WEIGHT)) throw unusable(values[i], `${tensor.name}[${i}]`);
      if (magnitude < MIN_NORMAL && magnitude > 0) values[i] = 0;
    }
  }
  return weights;
}

function readIntegers(
  view: DataView,
  at: number,
  values: Float32Array,
  { name, shape: [rows, columns] }: TensorSpec,
  bits: 8 | 4 | 2,
): number {
  let from = at + 4 * rows;
  const perByte = 8 / bits;
  const least = -largestInteger(bits);
  for (let row = 0; row < rows; row++) {
    const scale = view.getFloat32(at + 4 * row, true);
    if (!(scale >= 0 && scale <= MAX_WEIGHT)) throw unusable(scale, `the scale of row ${row} of ${name}`);
    for (let column = 0; column < columns; column += perByte) {
      const byte = view.getUint8(from++);
      for (let i = 0; i < perByte; i++) {
        // Shifted to the top and back, so that the sign comes along.
        const integer = (byte << (32 - bits * (i + 1))) >> (32 - bits);
        if (integer < least) {
          const detail = `${name} holds ${integer}, outside the symmetric range`;
          throw new WeightFaultError({ kind: 'bad_integer', detail });
        }
        values[row * columns + column + i] = integer * scale;
      }
    }
  }
  return from;
}

function unusable(value: number, where: string): WeightFaultError {
  const kind = !Number.isFinite(value) ? 'not_finite' : 'out_of_range';
  return new WeightFaultError({ kind, detail: `${where} is ${value}` });
}
