/** Shares in words. */

/** A share as whole percents; the sign stays on the line of its number. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/**
 * Whole percents of parts of one whole, which sum to 100 as the parts sum to 1: each is rounded down, and what is missing goes to
 * the largest remainders, the first of equals.
 */
/** A share as whole percents; the sign stays on the line of its number. */
export function percents(shares: readonly number[]): number[] {
  const exact = shares.map((share) => 100 * share);
  const whole = exact.map(Math.floor);
  const missing =
    Math.round(exact.reduce((sum, one) => sum + one, 0)) - whole.reduce((sum, one) => sum + one, 0);
  const byRemainder = exact
    .map((one, index) => ({ index, remainder: one - Math.floor(one) }))
    .toSorted((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, missing)) whole[index]++;
  return whole;
}
