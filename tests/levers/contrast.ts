/** A lever's experiment in figures: the same seeds without and with it, and a 95 % interval of the paired difference. */

/** One comparison: the metric is better or worse by `difference`, between `low` and `high` at 95 %. */
export interface Contrast {
  off: string;
  on: string;
  meanOff: number;
  meanOn: number;
  /** Mean of on minus off, over seeds. */
  difference: number;
  low: number;
  high: number;
}

/** What the difference must do for the lever to hold; `same` is within `MARGIN` of zero, `kept` falls by less than `KEPT_MARGIN`, `reported` is only told. */
export type Expected = 'falls' | 'rises' | 'same' | 'kept' | 'reported';

/** Differences below this are of no account, in bits per byte: a tenth of what players see on the chart. */
const MARGIN = 0.02;
/** A share that must be kept may fall by less than this: one answer in ten. */
const KEPT_MARGIN = 0.1;

/** Two-sided 95 % quantiles of Student's t by degrees of freedom, from 1 on; after these the normal one is near enough. */
const T_95 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16];
const NORMAL_95 = 1.96;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Compares values that belong together seed by seed (Student's paired t). With one seed there is no interval: it is the
 * difference itself, which tells a direction and no more.
 */
export function contrastOf(
  [off, on]: readonly [string, string],
  valuesOff: readonly number[],
  valuesOn: readonly number[],
): Contrast {
  const differences = valuesOn.map((value, index) => value - valuesOff[index]);
  const difference = mean(differences);
  const freedom = differences.length - 1;
  const squares = differences.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const error = freedom > 0 ? Math.sqrt(squares / freedom / differences.length) : 0;
  const reach = freedom > 0 ? (T_95[freedom - 1] ?? NORMAL_95) * error : 0;
  return {
    off,
    on,
    meanOff: mean(valuesOff),
    meanOn: mean(valuesOn),
    difference,
    low: difference - reach,
    high: difference + reach,
  };
}

/** Whether the interval lies on the expected side of zero. */
export function isAsExpected({ low, high }: Contrast, expected: Expected): boolean {
  if (expected === 'reported') return true;
  if (expected === 'same') return low > -MARGIN && high < MARGIN;
  if (expected === 'kept') return low > -KEPT_MARGIN;
  return expected === 'falls' ? high < 0 : low > 0;
}
