/** Seeds of a match's generations, all from those that it was made with. */

import { hashSeed } from '../random.ts';

/** What one of the match's seeds is in a generation: the first has it as it is, so that a match of one is what it always was. */
export function seedIn(generation: number, seed: number): number {
  return generation === 1 ? seed : hashSeed(seed, `generation ${generation}`);
}
