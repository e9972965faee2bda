/** Where things lie on a chart: scales, ticks as a person would set them, and labels that don't overlap. */

/** Series of round numbers on a log axis, the densest first: mantissas, and how many powers of ten apart they repeat. */
const ROUND_SERIES = [
  { mantissas: [1, 2, 5], decades: 1 },
  { mantissas: [1, 3], decades: 1 },
  { mantissas: [1], decades: 1 },
  { mantissas: [1], decades: 2 },
  { mantissas: [1], decades: 3 },
] as const;

/**
 * Round numbers within [least, most], least > 0, for a log axis: the densest series of at most `count` that keeps neighbors
 * at least `ratio` apart.
 */
export function roundTicks(least: number, most: number, count: number, ratio = 2): number[] {
  const first = Math.floor(Math.log10(least));
  const decades = Math.max(0, Math.ceil(Math.log10(most)) - first);
  let ticks: number[] = [];
  for (const series of ROUND_SERIES) {
    ticks = Array.from({ length: decades + 1 }, (_, i) => first + i)
      .filter((decade) => decade % series.decades === 0)
      .flatMap((decade) => series.mantissas.map((mantissa) => mantissa * 10 ** decade))
      .filter((tick) => tick >= least && tick <= most);
    const apart = ticks.every((tick, i) => i === 0 || tick / ticks[i - 1] >= ratio * (1 - 1e-9));
    if (apart && ticks.length <= count) break;
  }
  return ticks;
}

/** Guesses "1 in …" that a person would draw as levels of surprise. */
const GUESSES = [1.1, 1.2, 1.4, 1.6, 2, 3, 5, 10, 20, 50, 100, 200] as const;

/** Levels of surprise, in bits, within [low, high], low first and at least `gap` apart as shares of the axis; each with its guess. */
export function guessTicks(low: number, high: number, gap = 0): { bits: number; guess: number }[] {
  const ticks: { bits: number; guess: number }[] = [];
  for (const guess of GUESSES) {
    const bits = Math.log2(guess);
    if (bits < low || bits > high) continue;
    const last = ticks.at(-1);
    if (!last || logPosition(bits, low, high) - logPosition(last.bits, low, high) >= gap)
      ticks.push({ bits, guess });
  }
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
