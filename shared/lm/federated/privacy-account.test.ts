/** The account agrees with what can be worked out by hand, and never promises more than the exact curve allows. */

import { describe, expect, it } from 'vitest';
import { DELTA, epsilonOf, rhoOfUpdate } from './privacy-account.ts';

/** The chance that a standard normal number is below x (Abramowitz and Stegun 7.1.26, to 1.5e-7). */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(x) / Math.SQRT2));
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (poly * Math.exp((-x * x) / 2)) / 2;
  return x < 0 ? tail : 1 - tail;
}

/** The exact delta of one Gaussian mechanism of sensitivity 1 (Balle and Wang, 2018, theorem 8). */
function exactDelta(epsilon: number, sigma: number): number {
  const half = 1 / (2 * sigma);
  return normalBelow(half - epsilon * sigma) - Math.exp(epsilon) * normalBelow(-half - epsilon * sigma);
}

describe('the privacy account', () => {
  it('counts one Gaussian update at any Rényi order alpha as alpha / (2 sigma^2)', () => {
    /* The divergence of N(0, s^2) from N(1, s^2), by its definition: ln of the integral of p^a q^(1-a), over a - 1. */
    const [alpha, sigma] = [3, 2];
    let integral = 0;
    for (let x = -60; x < 60; x += 0.001) {
      const logDensity = (mean: number): number => -((x - mean) ** 2) / (2 * sigma ** 2);
      integral += Math.exp(alpha * logDensity(1) + (1 - alpha) * logDensity(0)) * 0.001;
    }
    const divergence = Math.log(integral / (sigma * Math.sqrt(2 * Math.PI))) / (alpha - 1);
    expect(alpha * rhoOfUpdate(sigma)).toBeCloseTo(divergence, 6);
    expect(rhoOfUpdate(sigma)).toBe(1 / 8);
  });

  it('adds up: k updates are like one with noise smaller by the root of k', () => {
    expect(20 * rhoOfUpdate(2)).toBeCloseTo(rhoOfUpdate(2 / Math.sqrt(20)), 12);
  });

  it('takes the best Rényi order', () => {
    const rho = 30 * rhoOfUpdate(4);
    let best = Infinity;
    for (let alpha = 1.001; alpha < 200; alpha += 0.001)
      best = Math.min(best, rho * alpha + Math.log(1 / DELTA) / (alpha - 1));
    expect(epsilonOf(rho, DELTA)).toBeCloseTo(best, 4);
    /* By hand: rho = 30 / 32 = 0.9375, and 0.9375 + 2 sqrt(0.9375 x 11.5129) = 7.508. */
    expect(epsilonOf(rho, DELTA)).toBeCloseTo(7.508, 3);
  });

  it.each([0.8, 1, 2, 5])('promises no more than is true at sigma %d', (sigma) => {
    expect(exactDelta(epsilonOf(rhoOfUpdate(sigma), 1e-3), sigma)).toBeLessThanOrEqual(1e-3);
  });

  it('promises nothing without noise', () => {
    expect(epsilonOf(rhoOfUpdate(0), DELTA)).toBe(Infinity);
    expect(epsilonOf(0, DELTA)).toBe(0);
  });
});
