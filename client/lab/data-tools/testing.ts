/** Pages of text for tests of the data tools. */

import type { CleaningSteps } from '../../../shared/data/clean.ts';
import { createRandom } from '../../../shared/random.ts';

export const NO_STEPS: CleaningSteps = { similarity: null, quality: null, scrub: false };

const WORDS = 'hen goat mill baker river stone kettle fox lamp road boat hill pond apple door'.split(' ');

/** So many pages of twenty words, no two alike. */
export function pages(count: number): string[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, page) => {
    const words = Array.from({ length: 18 }, () => random.pick(WORDS));
    return `Page${page} ${words.join(' ')} ${random.pick(WORDS)}.`;
  });
}
