/** Figures with their 95 % intervals: shares by Wilson's formula, means by resampling, distances of sets by leaving parts out. */

import type { Random } from '../../random.ts';

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

const NORMAL_95 = 1.96;
const RESAMPLES = 200;
const TAIL = 0.025;

/** Wilson's interval (1927) of a share. Throws a RangeError where nothing was counted. */
export function estimateShare(hits: number, count: number): Estimate {
  if (count < 1) throw new RangeError('a share of nothing has no value');
  const share = hits / count;
  const squared = NORMAL_95 ** 2;
  const middle = (share + squared / (2 * count)) / (1 + squared / count);
  const reach =
    (NORMAL_95 / (1 + squared / count)) *
    Math.sqrt((share * (1 - share)) / count + squared / (4 * count * count));
  return { value: share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** How much larger a share is than another, of other things: Newcombe's interval (1998), which is made of Wilson's. */
export function estimateGap(one: Estimate, other: Estimate): Estimate {
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  };
}

/** A mean or its like, with the percentile interval over resamples with replacement (bootstrap). */
export function estimate<T>(
  items: readonly T[],
  statistic: (items: readonly T[]) => number,
  random: Random,
): Estimate {
  if (items.length === 0) throw new RangeError('a statistic of nothing has no value');
  const resampled = Array.from({ length: RESAMPLES }, () =>
    statistic(items.map(() => items[random.int(items.length)])),
  ).sort((a, b) => a - b);
  return {
    value: statistic(items),
    low: resampled[Math.floor(TAIL * RESAMPLES)],
    high: resampled[Math.ceil((1 - TAIL) * RESAMPLES) - 1],
  };
}

const PARTS = 8;
/** Student's t for PARTS - 1 degrees of freedom. */
const T_95 = 2.365;

/**
 * A statistic of a whole set that repeats would distort, as a distance of distributions is: the interval comes from leaving
 * out each of eight parts in turn (jackknife). Throws a RangeError on fewer than two items a part.
 */
export function estimateByParts<T>(
  items: readonly T[],
  statistic: (items: readonly T[]) => number,
): Estimate {
  if (items.length < 2 * PARTS)
    throw new RangeError(`an interval by parts needs ${2 * PARTS} items, got ${items.length}`);
  const value = statistic(items);
  const without = Array.from({ length: PARTS }, (_, part) =>
    statistic(items.filter((_, i) => i % PARTS !== part)),
  );
  const mean = without.reduce((sum, one) => sum + one, 0) / PARTS;
  const squares = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const reach = T_95 * Math.sqrt(((PARTS - 1) / PARTS) * squares);
  return { value, low: value - reach, high: value + reach };
}
