/** Where things lie on a chart: scales, ticks as a person would set them, and labels that don't overlap. */

/** Ticks that halve from the greatest value down: a log axis in words is "each step doubles". */
export function doublingTicks(least: number, most: number, count: number): number[] {
  const ticks: number[] = [];
  for (let tick = most; tick >= least && ticks.length < count; tick /= 2) ticks.unshift(tick);
  return ticks;
}

/** Round numbers (1, 2 or 5 times a power of ten apart) within [low, high], about `count` of them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push(i * step);
  return ticks;
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
