import { describe, expect, it } from 'vitest';
import { codeOf } from '../testing.ts';
import { decodePainted, encodePainted } from './painted.ts';

const WEIGHTS = Float32Array.from([0.5, -2, 0]);

describe('a painter on the wire', () => {
  it('comes back as it was sent', () => {
    const read = decodePainted(encodePainted({ weights: WEIGHTS, loss: 1.5 }), 3);
    expect(read).toEqual({ ok: true, value: { weights: WEIGHTS, loss: 1.5 } });
  });

  it.each([
    ['of another shape', encodePainted({ weights: WEIGHTS, loss: 1 }).slice(4), 'train/wrong_shape'],
    ['that is empty', new Uint8Array(), 'train/wrong_shape'],
    [
      'with a weight that is no number',
      encodePainted({ weights: Float32Array.of(1, NaN, 2), loss: 1 }),
      'train/not_finite',
    ],
    [
      'with a loss that is no number',
      encodePainted({ weights: WEIGHTS, loss: Infinity }),
      'train/not_finite',
    ],
    [
      'with a weight like no other',
      encodePainted({ weights: Float32Array.of(1, 1e9, 2), loss: 1 }),
      'train/absurd_norm',
    ],
    ['with a loss below nothing', encodePainted({ weights: WEIGHTS, loss: -1 }), 'train/absurd_norm'],
  ])('%s is refused', (_, bytes, code) => {
    expect(codeOf(decodePainted(bytes, 3))).toBe(code);
  });
});
