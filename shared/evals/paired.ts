/** Two ways of training compared by a few runs each that share their chances: the mean difference with its interval. */

export interface PairedDifference {
  /** Mean of the second minus the first. */
  difference: number;
  /** Of the 95 % interval (Student's paired t). */
  low: number;
  high: number;
}

/** Two-sided 95 % quantiles of Student's t by degrees of freedom, from 1 on. */
const T_95 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447];

/** Throws a RangeError for lists of different length, of one run, or of more than there are quantiles for. */
export function pairedDifference(before: readonly number[], after: readonly number[]): PairedDifference {
  const differences = after.map((value, run) => value - (before[run] ?? 0));
  const quantile = T_95[differences.length - 2];
  if (before.length !== after.length || quantile === undefined)
    throw new RangeError(`pairedDifference: ${before.length} and ${after.length} runs`);
  const difference = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const squares = differences.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const reach = quantile * Math.sqrt(squares / (differences.length - 1) / differences.length);
  return { difference, low: difference - reach, high: difference + reach };
}
