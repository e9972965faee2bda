/** How sure a measured share is, given so few items: intervals of one model, and of two that were asked the same. */

export interface Estimate {
  /** Mean of the items' values, from 0 to 1. */
  score: number;
  low: number;
  high: number;
}

export interface Difference {
  difference: number;
  low: number;
  high: number;
}

/** Of 95 %: for what one model can do. */
const Z_SCORE = 1.96;
/** Of 99 %: a release has a dozen differences, and at 95 % every third would show one by chance alone. */
const Z_CHANGE = 2.576;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function standardError(values: readonly number[]): number {
  if (values.length < 2) return Infinity;
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/**
 * The mean of values between 0 and 1 with its 95 % interval (Wilson, 1927): exact enough for right and wrong, and wider than needed for
 * values in between. Null without values.
 */
export function estimateScore(values: readonly number[]): Estimate | null {
  return values.length === 0 ? null : estimateShare(mean(values), values.length);
}

/** The same of a share whose items are known by their number only. */
export function estimateShare(score: number, count: number): Estimate {
  const square = Z_SCORE ** 2;
  const center = (score + square / (2 * count)) / (1 + square / count);
  const spread =
    (Z_SCORE / (1 + square / count)) * Math.sqrt((score * (1 - score)) / count + square / (4 * count ** 2));
  return { score, low: Math.max(0, center - spread), high: Math.min(1, center + spread) };
}

/**
 * How much higher the values of `after` are than those of `before`, item by item, with a 99 % interval of paired differences. Throws a
 * RangeError when the lists differ in length.
 */
export function estimateChange(before: readonly number[], after: readonly number[]): Difference {
  if (before.length !== after.length)
    throw new RangeError(`estimateChange: ${before.length} values before, ${after.length} after`);
  const changes = after.map((value, index) => value - (before[index] ?? 0));
  const difference = mean(changes);
  const reach = Z_CHANGE * standardError(changes);
  return { difference, low: Math.max(-1, difference - reach), high: Math.min(1, difference + reach) };
}

/** How much higher one list's mean is than that of another, which has other items, with a 99 % interval. */
export function estimateGap(one: readonly number[], other: readonly number[]): Difference {
  const difference = mean(one) - mean(other);
  const reach = Z_CHANGE * Math.hypot(standardError(one), standardError(other));
  return { difference, low: Math.max(-1, difference - reach), high: Math.min(1, difference + reach) };
}
