/** The people who ask a lab, and what they remember of it. */

/** What somebody in town remembers of a lab: answers whose truth came out, and the true ones among them. */
export type Remembered = readonly [judged: number, right: number];

/** The people who got an answer of a lab so far whose truth came out, and those among them who ask it no more. */
export interface Customers {
  came: number;
  left: number;
}
