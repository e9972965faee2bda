/** A stage that begins again is told to who looked on, and no longer than it lasts. */

import { expect, it } from 'vitest';
import { lookAgain } from './begun-again.ts';

const at = (stage: 'data' | 'scale', repeats: number) => ({ generation: 1, stage, repeats });

it('remembers how often any stage had begun again when this one came up', () => {
  const first = lookAgain(null, at('data', 2));
  expect(first.repeats).toBe(2);
  expect(lookAgain(first, at('data', 3))).toBe(first);
});

it('forgets it with the stage', () => {
  const first = lookAgain(null, at('data', 2));
  expect(lookAgain(first, at('scale', 3))).toEqual({ step: '1.scale', repeats: 3 });
});
