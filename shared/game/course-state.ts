/** What a match remembers of its course, beside its stage and the clock. */

export interface Ready {
  /** Null where there was no clock. */
  clockLeftMs: number | null;
  /** Players who were still talking, in order; each of them got some seconds for everybody. */
  moreIds: string[];
}
