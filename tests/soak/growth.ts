/** Tells memory that stays flat from memory that grows, in readings that jump up and down. */

/** Readings at the start in which caches fill and code is compiled. */
const WARM_UP_SHARE = 0.2;

/**
 * How much higher the last third of the readings lies than the first third after a warm-up, by their medians, in the
 * readings' unit; below 0 when it fell. Throws an Error on fewer than 5 readings.
 */
export function growthOf(readings: readonly number[]): number {
  if (readings.length < 5) throw new Error(`growth needs at least 5 readings, not ${readings.length}`);
  const warm = readings.slice(Math.ceil(readings.length * WARM_UP_SHARE));
  const third = Math.ceil(warm.length / 3);
  return middle(warm.slice(-third)) - middle(warm.slice(0, third));
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
