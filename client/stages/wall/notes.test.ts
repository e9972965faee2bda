/** Notes on the projector say as much as they have room for. */

import { expect, it } from 'vitest';
import { noteWords } from './Notes.tsx';

const prompt = 'In the morning';
const text = 'the goat went to the mill and had tea '.repeat(9);

it('are cut where several hang side by side, and the more the shorter', () => {
  const lengths = [1, 2, 3, 4].map((notes) => prompt.length + noteWords({ prompt, text }, notes).length);
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  expect(noteWords({ prompt, text }, 3)).toMatch(/ …$/);
  expect(noteWords({ prompt, text: ' tea. ' }, 3)).toBe('tea.');
});

it('say that nothing was said, and nothing rude', () => {
  expect(noteWords({ prompt, text: ' ' }, 1)).toBe('…');
  expect(noteWords({ prompt, text: 'you are shit' }, 1)).toBe('…');
});
