/** Examples of linear equations whose solution is known. */

import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { solveInPlace } from './cholesky.ts';

it('solves two equations by hand', () => {
  const right = Float64Array.of(10, 8);
  solveInPlace(Float64Array.of(4, Number.NaN, 2, 3), right);
  expect(right[0]).toBeCloseTo(1.75, 12);
  expect(right[1]).toBeCloseTo(1.5, 12);
});

it('finds what a matrix was multiplied with', () => {
  const n = 31;
  const random = createRandom(1);
  const factor = Array.from({ length: n }, () => Array.from({ length: n }, () => random.next() - 0.5));
  const sumOver = (each: (k: number) => number): number =>
    Array.from({ length: n }, (_, k) => each(k)).reduce((sum, value) => sum + value, 0);
  const matrix = factor.flatMap((row, i) =>
    factor.map((column, j) => sumOver((k) => row[k] * column[k]) + (i === j ? 1 : 0)),
  );
  const truth = Array.from({ length: n }, () => random.next());
  const right = Float64Array.from(truth, (_, i) => sumOver((k) => matrix[i * n + k] * truth[k]));
  solveInPlace(Float64Array.from(matrix), right);
  truth.forEach((value, index) => expect(right[index]).toBeCloseTo(value, 9));
});
