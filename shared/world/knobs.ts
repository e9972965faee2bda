/** The quality knobs of a corpus, with the defaults that give each kind of text its character. */

import type { CorpusKind } from './document.ts';

export interface Knobs {
  /** Share of documents that repeat an earlier one, half of them with small changes. */
  duplicateRate: number;
  /** Share of documents that are nothing but boilerplate and spam. */
  junkRate: number;
  /** Share of encyclopedia facts, answers and exercises that are wrong; in other kinds, of words with a typo. */
  errorRate: number;
}

export const DEFAULT_KNOBS: Readonly<Record<CorpusKind, Knobs>> = {
  stories: { duplicateRate: 0, junkRate: 0, errorRate: 0 },
  encyclopedia: { duplicateRate: 0, junkRate: 0, errorRate: 0 },
  questions: { duplicateRate: 0, junkRate: 0, errorRate: 0 },
  exercises: { duplicateRate: 0, junkRate: 0, errorRate: 0 },
  web: { duplicateRate: 0.3, junkRate: 0.3, errorRate: 0.01 },
  posts: { duplicateRate: 0.05, junkRate: 0.05, errorRate: 0.02 },
};
