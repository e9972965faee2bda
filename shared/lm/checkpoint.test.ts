/** Checkpoints: what is written is read back, and anything else is refused with its reason. */

import { describe, expect, it } from 'vitest';
import type { WEIGHT_FORMATS } from '../nn/formats/weight-format.ts';
import { CheckpointError, decodeCheckpoint, encodeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { initialWeights } from './init.ts';
import { parameterSpec } from './spec.ts';
import { TINY, TINY_GRU } from './testing.ts';

const CHECKPOINT: Checkpoint = {
  config: TINY,
  tokenizerHash: 'bpe-é',
  step: 12,
  tokens: 34_567,
  weights: initialWeights(TINY, 1),
};

/** The bytes with a header in which `find` was replaced by text of any length. */
function withHeader(find: string, replace: string): Uint8Array {
  const bytes = encodeCheckpoint(CHECKPOINT);
  const headerBytes = new DataView(bytes.buffer).getUint32(4, true);
  const header = new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes)).trimEnd();
  expect(header).toContain(find);
  let changed = header.replace(find, replace);
  while (new TextEncoder().encode(changed).length % 4 !== 0) changed += ' ';
  const json = new TextEncoder().encode(changed);
  const result = new Uint8Array(8 + json.length + bytes.length - 8 - headerBytes);
  result.set(bytes.subarray(0, 8));
  new DataView(result.buffer).setUint32(4, json.length, true);
  result.set(json, 8);
  result.set(bytes.subarray(8 + headerBytes), 8 + json.length);
  return result;
}

function reasonOf(bytes: Uint8Array): string {
  try {
    decodeCheckpoint(bytes);
  } catch (error) {
    if (error instanceof CheckpointError) return error.reason;
    throw error;
  }
  return 'accepted';
}

describe('a checkpoint', () => {
  it('survives the way to bytes and back', () => {
    const bytes = encodeCheckpoint(CHECKPOINT);
    expect(decodeCheckpoint(bytes)).toEqual(CHECKPOINT);
    expect(decodeCheckpoint(bytes.buffer)).toEqual(CHECKPOINT);
  });

  it('keeps any kind of model', () => {
    const gru: Checkpoint = { ...CHECKPOINT, config: TINY_GRU, weights: initialWeights(TINY_GRU, 1) };
    expect(decodeCheckpoint(encodeCheckpoint(gru))).toEqual(gru);
  });

  it('is read wherever it lies in a larger buffer', () => {
    const bytes = encodeCheckpoint(CHECKPOINT);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeCheckpoint(larger.subarray(3)).weights).toEqual(CHECKPOINT.weights);
  });

  it('is not written when the weights do not fit', () => {
    expect(() => encodeCheckpoint({ ...CHECKPOINT, weights: new Float32Array(5) })).toThrow(/5 weights/);
  });

  it.each([
    ['nothing', new Uint8Array(0), 'checkpoint/too_short'],
    ['another file', new TextEncoder().encode('GIF89a..'), 'checkpoint/not_a_checkpoint'],
    ['a file cut within the header', encodeCheckpoint(CHECKPOINT).subarray(0, 40), 'checkpoint/too_short'],
    ['a file cut within the weights', encodeCheckpoint(CHECKPOINT).subarray(0, -4), 'checkpoint/wrong_size'],
    ['a newer version', withHeader('"version":3', '"version":4'), 'checkpoint/unknown_version'],
    ['an older version', withHeader('"version":3', '"version":2'), 'checkpoint/unknown_version'],
    ['an unknown number format', withHeader('fp32', 'int3'), 'checkpoint/unknown_dtype'],
    ['another number format', withHeader('fp32', 'int8'), 'checkpoint/wrong_size'],
    ['a field given twice', withHeader('"step":12', '"step":9,"step":12'), 'checkpoint/bad_header'],
    ['a number written oddly', withHeader('"step":12', '"step":1.2e1'), 'checkpoint/bad_header'],
    ['a prototype', withHeader('"step"', '"__proto__":{},"step"'), 'checkpoint/bad_header'],
    [
      'a model of too much attention',
      withHeader('"contextLength":12,"width":16,"layers":2', '"contextLength":4096,"width":16,"layers":64'),
      'checkpoint/bad_config',
    ],
    ['an impossible model', withHeader('"width":16', '"width":17'), 'checkpoint/bad_config'],
    ['an unknown kind of model', withHeader('"transformer"', '"oracle"'), 'checkpoint/bad_config'],
    ['a GRU with heads', withHeader('"transformer"', '"gru"'), 'checkpoint/bad_header'],
    ['another model', withHeader('"layers":2', '"layers":3'), 'checkpoint/wrong_size'],
    ['a number in words', withHeader('"layers":2', '"layers":"2"'), 'checkpoint/bad_config'],
    ['a negative count', withHeader('"step":12', '"step":-1'), 'checkpoint/bad_header'],
    ['a missing field', withHeader('"step":12,', ''), 'checkpoint/bad_header'],
    ['an unknown field', withHeader('"step"', '"extra":1,"step"'), 'checkpoint/bad_header'],
    ['a broken header', withHeader('{', '['), 'checkpoint/bad_header'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it.each([
    ['fp16', 2e-3],
    ['int8', 1 / 127],
    ['int4', 1 / 7],
    ['int2', 1],
  ] as const)('as %s is smaller and close to what it was', (format, precision) => {
    const bytes = encodeCheckpoint(CHECKPOINT, format);
    const { weights, ...header } = decodeCheckpoint(bytes);
    expect({ ...header, weights: CHECKPOINT.weights }).toEqual(CHECKPOINT);
    for (const { name, shape, offset, size } of parameterSpec(TINY).tensors) {
      const columns = shape[shape.length - 1];
      for (let row = offset; row < offset + size; row += columns) {
        const before = CHECKPOINT.weights.subarray(row, row + columns);
        const largest = before.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        before.forEach((value, i) => {
          expect(Math.abs(weights[row + i] - value), name).toBeLessThanOrEqual(0.5001 * precision * largest);
        });
      }
    }
    const vectors = parameterSpec(TINY).tensors.filter(({ shape }) => shape.length === 1);
    for (const { offset, size } of format === 'fp16' ? [] : vectors) {
      expect(weights.subarray(offset, offset + size)).toEqual(
        CHECKPOINT.weights.subarray(offset, offset + size),
      );
    }
    expect(encodeCheckpoint({ ...CHECKPOINT, weights }, format)).toEqual(bytes);
  });

  it('takes fewer bytes the fewer bits a weight has', () => {
    const size = (format: (typeof WEIGHT_FORMATS)[number]): number =>
      encodeCheckpoint(CHECKPOINT, format).length;
    const { tensors, parameterCount } = parameterSpec(TINY);
    const matrices = tensors.filter(({ shape }) => shape.length === 2);
    const inMatrices = matrices.reduce((sum, tensor) => sum + tensor.size, 0);
    const rows = matrices.reduce((sum, { shape }) => sum + shape[0], 0);
    expect(size('fp32') - size('fp16')).toBe(2 * parameterCount);
    expect(size('fp32') - size('int8')).toBe(3 * inMatrices - 4 * rows);
    expect(size('int8') - size('int4')).toBe(inMatrices / 2);
    expect(size('int4') - size('int2')).toBe(inMatrices / 4);
  });

  it('reads numbers too small to compute with as 0, and refuses those too large', () => {
    const weights = CHECKPOINT.weights.slice();
    weights[7] = -1e-40;
    expect(decodeCheckpoint(encodeCheckpoint({ ...CHECKPOINT, weights })).weights[7]).toBe(0);
    weights[7] = 1e30;
    expect(reasonOf(encodeCheckpoint({ ...CHECKPOINT, weights }))).toBe('checkpoint/out_of_range');
    expect(reasonOf(encodeCheckpoint({ ...CHECKPOINT, weights }, 'int4'))).toBe('checkpoint/out_of_range');
    expect(reasonOf(encodeCheckpoint({ ...CHECKPOINT, weights }, 'fp16'))).toBe('checkpoint/not_finite');
  });

  it('refuses a scale below 0 and an integer outside the symmetric range', () => {
    const bytes = encodeCheckpoint(CHECKPOINT, 'int8');
    const start = 8 + new DataView(bytes.buffer).getUint32(4, true);
    const negative = bytes.slice();
    new DataView(negative.buffer).setFloat32(start, -1, true);
    expect(reasonOf(negative)).toBe('checkpoint/out_of_range');
    const lopsided = bytes.slice();
    lopsided[start + 4 * TINY.vocabSize] = 0x80;
    expect(reasonOf(lopsided)).toBe('checkpoint/bad_integer');
  });

  it('refuses weights that are not finite', () => {
    const weights = CHECKPOINT.weights.slice();
    weights[7] = Number.NaN;
    expect(reasonOf(encodeCheckpoint({ ...CHECKPOINT, weights }))).toBe('checkpoint/not_finite');
  });
});
