import { describe, expect, it } from 'vitest';
import { contrastOf, isAsExpected } from './contrast.ts';

describe('a contrast', () => {
  it('has the interval of the paired t test', () => {
    /* Differences -1, -2, -3: mean -2, standard error 1 / sqrt(3), t with 2 degrees of freedom 4.303. */
    const contrast = contrastOf(['a', 'b'], [5, 7, 9], [4, 5, 6]);
    expect(contrast).toMatchObject({ off: 'a', on: 'b', meanOff: 7, meanOn: 5, difference: -2 });
    expect(contrast.high).toBeCloseTo(-2 + 4.303 / Math.sqrt(3), 3);
    expect(contrast.low).toBeCloseTo(-2 - 4.303 / Math.sqrt(3), 3);
  });

  it('has no interval with one seed, only a direction', () => {
    expect(contrastOf(['a', 'b'], [5], [4])).toMatchObject({ difference: -1, low: -1, high: -1 });
  });

  it('holds only where the whole interval is on the expected side', () => {
    const clear = contrastOf(['a', 'b'], [5, 7, 9], [4, 5.9, 8]);
    expect(isAsExpected(clear, 'falls')).toBe(true);
    expect(isAsExpected(clear, 'rises')).toBe(false);
    expect(isAsExpected(contrastOf(['a', 'b'], [5, 7, 9], [4, 8, 7]), 'falls')).toBe(false);
    expect(isAsExpected(clear, 'same')).toBe(false);
    expect(isAsExpected(contrastOf(['a', 'b'], [5, 7, 9], [5.001, 6.999, 9.002]), 'same')).toBe(true);
  });
});
