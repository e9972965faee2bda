/** How long to wait before trying again: longer each time, never in step with thirty other devices. */

const FIRST_MS = 400;
const LONGEST_MS = 8000;

/** Wait before attempt `attempt` (0, 1, ...): doubling up to a bound, plus or minus a quarter by `chance` in 0..1. */
export function backoffMs(attempt: number, chance: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(base * (0.75 + 0.5 * chance));
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
