/** How a changed decision is tried out, and what the trials come to. */

import { pairedDifference, type PairedDifference } from '../../../evals/paired.ts';
import { isOfShape, type Change } from '../../changes.ts';

/** Share of the match's compute that each trial has. */
const SHORT_SHARE = 1 / 8;
/** Trials of each side: the fewest with an interval that says anything, and one more where they are short. */
const [WHOLE_RUNS, SHORT_RUNS] = [2, 3];

/** How much is trained to answer: on each side so many runs, each with this share of the match's compute. */
export function trialsOf(change: Change): { share: number; runs: number } {
  return isOfShape(change) ? { share: 1, runs: WHOLE_RUNS } : { share: SHORT_SHARE, runs: SHORT_RUNS };
}

/** Differences below this are of no account, in bits per byte: a tenth of what players see on the chart. */
const LEAST_DIFFERENCE = 0.02;

/** Whether the changed model guesses worse or better than the one as it was, or about as well. */
export const OUTCOMES = ['worse', 'better', 'even'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What trials come to, by the surprise of each run on both sides. */
export function outcomeOf(
  asWas: readonly number[],
  changed: readonly number[],
): PairedDifference & { outcome: Outcome } {
  const found = pairedDifference(asWas, changed);
  const { difference, low, high } = found;
  const isClear = Math.abs(difference) >= LEAST_DIFFERENCE && low * high > 0;
  return { ...found, outcome: !isClear ? 'even' : difference > 0 ? 'worse' : 'better' };
}
