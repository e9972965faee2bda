/** Who sees what of the data stage when. */

import { expect, it } from 'vitest';
import { isOpen } from './level.ts';

it('keeps all extras from newcomers until they are ready', () => {
  expect(isOpen('first', 'bid', false)).toBe(false);
  expect(isOpen('first', 'bid', true)).toBe(true);
});

it('opens more to those who play again, and everything to experts', () => {
  expect(isOpen('again', 'clean', false)).toBe(true);
  expect(isOpen('again', 'ownText', false)).toBe(false);
  expect(isOpen('expert', 'ownText', false)).toBe(true);
});
