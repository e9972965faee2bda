/** Percents of one whole sum to a hundred. */

import { expect, it } from 'vitest';
import { percents } from './percent.ts';

it.each([
  [
    [0.425, 0.285, 0.29],
    [43, 28, 29],
  ],
  [
    [1 / 3, 1 / 3, 1 / 3],
    [34, 33, 33],
  ],
  [
    [0.5, 0.5],
    [50, 50],
  ],
  [
    [0, 1],
    [0, 100],
  ],
  [
    [0, 0],
    [0, 0],
  ],
  [[], []],
])('%j reads %j', (shares, whole) => {
  expect(percents(shares)).toEqual(whole);
});
