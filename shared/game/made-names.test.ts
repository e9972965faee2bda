/** Suggested names fit the rules. */

import { describe, expect, it } from 'vitest';
import { cleanName } from './players.ts';
import { isMadeName, suggestName } from './made-names.ts';

describe('suggestName', () => {
  it.each(['en', 'es'] as const)(
    'is at most 20 characters and known as made in %s, whatever chance says',
    (language) => {
      for (let a = 0; a < 1; a += 0.05) {
        for (let b = 0; b < 1; b += 0.05) {
          const name = suggestName(language, a, b);
          expect(name.length).toBeLessThanOrEqual(20);
          expect(isMadeName(cleanName(name))).toBe(true);
        }
      }
    },
  );

  it('is all that is known as made', () => {
    for (const name of ['Captain', 'captain biscuit', 'Captain  Biscuit', '__proto__', ''])
      expect(isMadeName(name)).toBe(false);
  });
});
