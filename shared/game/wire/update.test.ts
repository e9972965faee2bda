/** An update survives the wire, and bytes that are no update are refused. */

import { describe, expect, it } from 'vitest';
import { encodeUpdate } from './update.ts';
import { decodeUpdate } from './read-update.ts';

const update = {
  rowsUsed: 32,
  tokens: 2048,
  trainLoss: 3.25,
  millis: 4800,
  delta: Float32Array.from([0.5, -0.25, 1 / 128]),
};

describe('updates', () => {
  it('read back as they were written', () => {
    expect(decodeUpdate(encodeUpdate(update))).toEqual({ ok: true, value: update });
  });

  it('hold nothing but what an update is made of, whatever else the object knows', () => {
    const withMore = { ...update, ownText: 'Dear diary' };
    expect(encodeUpdate(withMore)).toEqual(encodeUpdate(update));
  });

  it('take a quarter of the bytes that their numbers have', () => {
    const delta = Float32Array.from({ length: 32_000 }, (_, i) => Math.sin(i) / 1000);
    expect(encodeUpdate({ ...update, delta }).byteLength / delta.byteLength).toBeLessThan(0.26);
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

  it('are refused when a weight is missing', () => {
    const result = decodeUpdate(encodeUpdate(update).subarray(0, -1));
    expect(result).toEqual({ ok: false, error: { code: 'train/wrong_shape' } });
  });

  it('are refused when they hold something that is no number', () => {
    const notFinite = { ok: false, error: { code: 'train/not_finite' } };
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(decodeUpdate(encodeUpdate({ ...update, delta: Float32Array.of(0, wrong) }))).toEqual(notFinite);
    const bytes = encodeUpdate(update);
    bytes[bytes.length - 1] = 0x80;
    expect(decodeUpdate(bytes)).toEqual(notFinite);
  });

  it('are refused in the form of an older page, whose numbers were four bytes each', () => {
    const old = new TextEncoder().encode('{"version":1,"rowsUsed":1,"tokens":64,"trainLoss":3,"millis":5}');
    const bytes = new Uint8Array(8 + old.length + 12);
    bytes.set(encodeUpdate(update).subarray(0, 4));
    bytes[4] = old.length;
    bytes.set(old, 8);
    expect(decodeUpdate(bytes)).toEqual({ ok: false, error: { code: 'protocol/bad_message' } });
  });
});
