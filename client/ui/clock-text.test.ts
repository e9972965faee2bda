/** The clock as people read it. */

import { describe, expect, it } from 'vitest';
import { clockText, secondsLeft } from './clock-text.ts';

describe('the clock', () => {
  it('counts a second that has begun', () => {
    expect(clockText(107.2)).toBe('1:48');
    expect(clockText(0)).toBe('0:00');
    expect(clockText(59.01)).toBe('1:00');
  });

  it('stands still while the match is paused, and never goes below zero', () => {
    expect(secondsLeft(90_000, 30_000, 80_000)).toBe(60);
    expect(secondsLeft(90_000, null, 95_000)).toBe(0);
    expect(secondsLeft(null, null, 5)).toBeNull();
  });
});
