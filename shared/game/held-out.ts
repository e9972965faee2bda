/** How surprised a lab's model is at text that the lab itself held out. */

/** Bits per byte after so many tokens: on the team's own held-out text, and on that which is common to all. */
export interface OwnHeldOut {
  tokens: number;
  own: number;
  common: number;
}
