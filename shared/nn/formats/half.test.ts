/** Half floats: every one survives the way to a number and back, and numbers become the nearest one. */

import { describe, expect, it } from 'vitest';
import { fromHalf, toHalf } from './half.ts';

describe('half floats', () => {
  it('survive the way to a number and back, all 63,488 finite ones', () => {
    const broken: number[] = [];
    for (let bits = 0; bits < 0x10000; bits++) {
      if ((bits & 0x7c00) !== 0x7c00 && toHalf(fromHalf(bits)) !== bits) broken.push(bits);
    }
    expect(broken).toEqual([]);
  });

  it.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [65519, 0x7bff],
    [65520, 0x7c00],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [1.5 * 2 ** -25, 0x0001],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    [Number.NaN, 0x7e00],
  ])('round %f to the nearest, ties to even', (value, bits) => {
    expect(toHalf(value)).toBe(bits);
  });
});
