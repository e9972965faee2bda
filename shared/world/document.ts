/** A document: the unit in which text is generated, sold, sampled, filtered and split. */

/** The kinds of text that every model is examined on: the columns of the held-out scores. */
export const SCORED_KINDS = ['stories', 'encyclopedia', 'questions', 'exercises', 'web', 'posts'] as const;

export type ScoredKind = (typeof SCORED_KINDS)[number];

/** The kinds of text there are; each is a dataset on the market. */
export const CORPUS_KINDS = [
  ...SCORED_KINDS,
  'letters',
  'adverts',
  'rumours',
  'tests',
  'news',
  'rhymes',
  'hazards',
  'language',
] as const;

export type CorpusKind = (typeof CORPUS_KINDS)[number];

export function isScored(kind: CorpusKind): kind is ScoredKind {
  return SCORED_KINDS.some((scored) => scored === kind);
}

export interface TextDocument {
  kind: CorpusKind;
  text: string;
  /** True for exercises: they start at position 0 of a row of their own instead of being packed into running text. */
  ownRow: boolean;
}
