/**
 * The privacy that noised updates spend. One update with Gaussian noise of `noiseMultiplier` times its largest norm is
 * (1 / (2 x noiseMultiplier^2))-zero-concentrated private, which is Rényi privacy of alpha times that at every order
 * alpha (Mironov, 2017, corollary 3; Bun and Steinke, 2016, proposition 1.6). Such costs add up from round to round.
 */

/**
 * How much noise a player may choose for updates that hold own text, as multiples of the largest norm of an update. `some`
 * is what a small team can bear; `much` keeps epsilon near 10 for a match, and drowns the update (LOG.md). Nothing between
 * gives both: noise on every one of P weights is sqrt(P) times as long as the multiplier says.
 */
export const NOISE_MULTIPLIERS = { off: 0, some: 0.002, much: 3 } as const;
export type NoiseLevel = keyof typeof NOISE_MULTIPLIERS;
export const NOISE_LEVELS = ['off', 'some', 'much'] as const satisfies readonly NoiseLevel[];

/** The chance with which the promise may fail. */
export const DELTA = 1e-5;

/** What one update spends, in zero-concentrated privacy (rho); Infinity without noise. */
export function rhoOfUpdate(noiseMultiplier: number): number {
  return noiseMultiplier > 0 ? 1 / (2 * noiseMultiplier ** 2) : Infinity;
}

/**
 * The epsilon of (epsilon, delta) privacy after updates that spent `rho` in all: rho + 2 sqrt(rho ln(1/delta)), which is
 * the best that the Rényi orders give by epsilon = rho alpha + ln(1/delta) / (alpha - 1) (Mironov, 2017, proposition 3).
 */
export function epsilonOf(rho: number, delta: number): number {
  return rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
}
