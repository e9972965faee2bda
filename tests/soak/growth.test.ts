/** Flat memory is told from growing memory, by example. */

import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';

describe('growth', () => {
  it('is nothing while readings only jump', () => {
    expect(growthOf([9, 5, 6, 5, 6, 5, 6, 5, 6, 5])).toBeLessThanOrEqual(0);
  });
  it('is found under jumps', () => {
    expect(growthOf([0, 10, 9, 12, 11, 14, 13, 16, 15, 18])).toBeGreaterThan(3);
  });
  it('ignores the warm-up', () => {
    expect(growthOf([0, 50, 100, 100, 100, 100, 100, 100, 100, 100])).toBe(0);
  });
  it('wants enough readings', () => {
    expect(() => growthOf([1, 2, 3])).toThrow('at least 5');
  });
});
