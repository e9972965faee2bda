/** A lab's bet on its big run. */

/** How a bet came out: measured minus bet, in bits per byte and as a share of what was measured. */
export function betMiss(bet: number, measured: number): { bits: number; share: number } {
  return { bits: measured - bet, share: (measured - bet) / measured };
}
