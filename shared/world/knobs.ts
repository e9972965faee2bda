/** The quality knobs of a corpus, with the defaults that give each kind of text its character. */

import type { WorldKind } from './document.ts';
import type { Skill } from './skills.ts';

export interface Knobs {
  /** Share of documents that repeat an earlier one, half of them with small changes. */
  duplicateRate: number;
  /** Share of documents that are nothing but boilerplate and spam. */
  junkRate: number;
  /** Share of encyclopedia facts, answers and exercises that are wrong; in other kinds, of words with a typo. */
  errorRate: number;
  /** How much adverts favour one folk: 0 treats both alike, 1 praises one alone. Nothing to other kinds. */
  skew: number;
  /** The skills that exercises train, in equal shares. Nothing to other kinds. */
  skills: readonly Skill[];
}

const CLEAN: Knobs = { duplicateRate: 0, junkRate: 0, errorRate: 0, skew: 0, skills: ['backwards'] };

export const DEFAULT_KNOBS: Readonly<Record<WorldKind, Knobs>> = {
  stories: CLEAN,
  encyclopedia: CLEAN,
  questions: CLEAN,
  exercises: CLEAN,
  web: { ...CLEAN, duplicateRate: 0.3, junkRate: 0.3, errorRate: 0.01 },
  posts: { ...CLEAN, duplicateRate: 0.05, junkRate: 0.05, errorRate: 0.02 },
  letters: { ...CLEAN, errorRate: 0.002 },
  adverts: { ...CLEAN, duplicateRate: 0.1, skew: 0.8 },
  rumours: CLEAN,
  tests: { ...CLEAN, junkRate: 0.02 },
  news: CLEAN,
  rhymes: CLEAN,
  hazards: CLEAN,
  language: CLEAN,
};
