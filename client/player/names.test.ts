/** Suggested names fit the rules. */

import { describe, expect, it } from 'vitest';
import { suggestName } from './names.ts';

describe('suggestName', () => {
  it('is at most 20 characters, whatever chance says', () => {
    for (let a = 0; a < 1; a += 0.05) {
      for (let b = 0; b < 1; b += 0.05) expect(suggestName(a, b).length).toBeLessThanOrEqual(20);
    }
  });
});
