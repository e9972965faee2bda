/** Few votes are a weak signal, and the meter says so. */

import { expect, it } from 'vitest';
import { signalShare, signalStrength } from './draft.ts';

it('tells weak, fair and good signals apart', () => {
  expect([0, 19, 20, 49, 50].map(signalStrength)).toEqual(['weak', 'weak', 'fair', 'fair', 'good']);
  expect([0, 25, 50, 900].map(signalShare)).toEqual([0, 0.5, 1, 1]);
});
