/** What can be found of a mark in a model's words. */

/** What whoever has the key of a mark finds in all answers together. */
export interface FoundMark {
  /** Different pairs of tokens in a row, and those of them whose second is green. */
  pairs: number;
  green: number;
  /** How many standard deviations that is above one half, as it would be without a mark. */
  score: number;
}
