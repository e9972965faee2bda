/** The race line says what it is made of. */

import { expect, it } from 'vitest';
import { raceWords } from './race-words.ts';

const run = (share: number | null) => ({
  curve: [{ tokens: 10, trainLoss: 1, bitsPerByte: 2.31 }],
  hardest: share === null ? null : { kind: 'exercises' as const, share },
});

it('names the kind that is most of the surprise, or else the hardest one', () => {
  expect(raceWords(run(0.7))).toBe('1\u00a0in\u00a05.0, mostly exercises');
  expect(raceWords(run(0.3))).toBe('1\u00a0in\u00a05.0, exercises hardest');
  expect(raceWords(run(null))).toBe('1\u00a0in\u00a05.0');
});

it('says nothing before the first measure', () => {
  expect(raceWords(null)).toBeNull();
  expect(raceWords({ curve: [], hardest: null })).toBeNull();
});
