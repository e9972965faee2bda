/** An update survives the wire, and bytes that are no update are refused. */

import { describe, expect, it } from 'vitest';
import { decodeUpdate, encodeUpdate } from './update.ts';

const update = {
  rowsUsed: 32,
  tokens: 2048,
  trainLoss: 3.25,
  millis: 4800,
  delta: Float32Array.from([0.5, -0.25, 1e-6]),
};

describe('updates', () => {
  it('read back as they were written', () => {
    expect(decodeUpdate(encodeUpdate(update))).toEqual({ ok: true, value: update });
  });

  it('read back from a body that is a window on a bigger buffer, as a server receives it', () => {
    const body = Buffer.concat([Buffer.from('before'), encodeUpdate(update), Buffer.from('after')]);
    expect(decodeUpdate(body.subarray(6, -5))).toEqual({ ok: true, value: update });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('hello, I am no update')],
    ['a header cut short', encodeUpdate(update).subarray(0, 40)],
    ['a loss that would drown all others', encodeUpdate({ ...update, trainLoss: 1e300 })],
    ['a loss that is no number', encodeUpdate({ ...update, trainLoss: Number.NaN })],
    ['a round that never ends', encodeUpdate({ ...update, millis: 1e300 })],
    ['a fraction of a row', encodeUpdate({ ...update, rowsUsed: 0.5 })],
  ])('are refused when they are %s', (_what, bytes) => {
    expect(decodeUpdate(bytes)).toEqual({ ok: false, error: { code: 'protocol/bad_message' } });
  });

  it('are refused when the weights are cut within a number', () => {
    const result = decodeUpdate(encodeUpdate(update).subarray(0, -1));
    expect(result).toEqual({ ok: false, error: { code: 'train/wrong_shape' } });
  });
});
