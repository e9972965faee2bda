/** Surprise in plain words. */

import { expect, it } from 'vitest';
import { guessWords } from './guess.ts';

it('says bits per byte as a pick from so many letters', () => {
  expect(guessWords(1)).toBe('1\u00a0in\u00a02.00');
  expect(guessWords(2.4)).toBe('1\u00a0in\u00a05.3');
  expect(guessWords(5)).toBe('1\u00a0in\u00a032');
});
