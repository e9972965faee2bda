/** A document: the unit in which text is generated, sold, sampled, filtered and split. */

/** The kinds of text that every model is examined on: the columns of the held-out scores. */
export const SCORED_KINDS = ['stories', 'encyclopedia', 'questions', 'exercises', 'web', 'posts'] as const;

export type ScoredKind = (typeof SCORED_KINDS)[number];

/** The kinds of text that a world writes by itself. */
export const WORLD_KINDS = [
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

export type WorldKind = (typeof WORLD_KINDS)[number];

/** The kinds of text there are; each is a dataset on the market, that of a class only where its host has brought one. */
export const CORPUS_KINDS = [...WORLD_KINDS, 'class'] as const;

/** A class's text is at most as large as the largest clean dataset, in UTF-8 bytes; what a longer one has beyond is left out. */
export const MAX_CLASS_BYTES = 400_000;

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
