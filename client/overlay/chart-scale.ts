/** Where things lie on a chart: scales, ticks as a person would set them, and labels that don't overlap. */

/** Ticks that shrink from the greatest value down by the smallest power of two that is at least `ratio`. */
export function doublingTicks(least: number, most: number, count: number, ratio = 2): number[] {
  const step = 2 ** Math.max(1, Math.ceil(Math.log2(ratio) - 1e-9));
  const ticks: number[] = [];
  for (let tick = most; tick >= least && ticks.length < count; tick /= step) ticks.unshift(tick);
  return ticks;
}

/** Levels that a person would draw on a log axis of small numbers. */
const LEVELS = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 4, 6, 8] as const;

/** The levels within [low, high]. */
export function levelTicks(low: number, high: number): number[] {
  return LEVELS.filter((level) => level >= low && level <= high);
}

/** A position in 0..1 on a log axis, bounded to it. */
export function logPosition(value: number, low: number, high: number): number {
  if (high <= low) return 1;
  const bounded = Math.min(high, Math.max(low, value));
  return Math.log(bounded / low) / Math.log(high / low);
}

/** Moves label heights apart to at least `gap`, as little as possible, within [low, high]; keeps their order. */
export function spreadLabels(heights: readonly number[], gap: number, low: number, high: number): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  let floor = low;
  for (const index of order) {
    placed[index] = Math.max(floor, placed[index]);
    floor = placed[index] + gap;
  }
  let ceiling = high;
  for (const index of order.reverse()) {
    placed[index] = Math.min(ceiling, placed[index]);
    ceiling = placed[index] - gap;
  }
  return placed;
}
