/** Checkpoints: what is written is read back, and anything else is refused with its reason. */

import { describe, expect, it } from 'vitest';
import { CheckpointError, decodeCheckpoint, encodeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { initialWeights } from './init.ts';
import { TINY } from './testing.ts';

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
    ['a newer version', withHeader('"version":1', '"version":2'), 'checkpoint/unknown_version'],
    ['another number format', withHeader('fp32', 'int8'), 'checkpoint/unknown_dtype'],
    ['an impossible model', withHeader('"width":16', '"width":17'), 'checkpoint/bad_config'],
    ['another model', withHeader('"layers":2', '"layers":3'), 'checkpoint/wrong_size'],
    ['a number in words', withHeader('"layers":2', '"layers":"2"'), 'checkpoint/bad_config'],
    ['a negative count', withHeader('"step":12', '"step":-1'), 'checkpoint/bad_header'],
    ['a missing field', withHeader('"step":12,', ''), 'checkpoint/bad_header'],
    ['an unknown field', withHeader('"step"', '"extra":1,"step"'), 'checkpoint/bad_header'],
    ['a broken header', withHeader('{', '['), 'checkpoint/bad_header'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it('refuses weights that are not finite', () => {
    const weights = CHECKPOINT.weights.slice();
    weights[7] = Number.NaN;
    expect(reasonOf(encodeCheckpoint({ ...CHECKPOINT, weights }))).toBe('checkpoint/not_finite');
  });
});
