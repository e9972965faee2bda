/** A model's sureness beside how often it is right. */

import { describe, expect, it } from 'vitest';
import { calibrationOf, rightWhenSure } from './calibration.ts';

it('answers go into fifths by how sure the model was, and the error is the mean distance to the truth', () => {
  const { bins, error } = calibrationOf([
    { sure: 0.1, isRight: false },
    { sure: 0.1, isRight: true },
    { sure: 0.9, isRight: true },
    { sure: 1, isRight: true },
  ]);
  expect(bins.map(({ count }) => count)).toEqual([2, 0, 0, 0, 2]);
  expect(bins[0]).toEqual({ count: 2, says: 0.1, right: 0.5 });
  expect(bins[4]?.says).toBeCloseTo(0.95);
  expect(error).toBeCloseTo((2 * 0.4 + 2 * 0.05) / 4);
});

it('without answers nothing is wrong', () => {
  const { bins, error } = calibrationOf([]);
  expect(error).toBe(0);
  expect(bins.every(({ count, says, right }) => count + says + right === 0)).toBe(true);
});

describe('what a lab says of an answer', () => {
  const answers = Array.from({ length: 8 }, (_, index) => ({ sure: 0.1, isRight: index < 2 }));
  const found = calibrationOf([...answers, { sure: 0.9, isRight: true }]);

  it('is how often it was right where it was about as sure', () => {
    expect(rightWhenSure(found, 0.15)).toBe(0.25);
  });

  it('is how often it was right at all where it was hardly ever so sure', () => {
    expect(rightWhenSure(found, 0.95)).toBeCloseTo(3 / 9);
    expect(rightWhenSure(calibrationOf([]), 0.5)).toBe(0);
  });
});
