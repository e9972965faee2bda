/** A document: the unit in which text is generated, sold, sampled, filtered and split. */

/** The kinds of text there are; each is a dataset on the market and a column of the held-out scores. */
export const CORPUS_KINDS = ['stories', 'encyclopedia', 'questions', 'exercises', 'web', 'posts'] as const;

export type CorpusKind = (typeof CORPUS_KINDS)[number];

export interface TextDocument {
  kind: CorpusKind;
  text: string;
  /** True for exercises: they start at position 0 of a row of their own instead of being packed into running text. */
  ownRow: boolean;
}
