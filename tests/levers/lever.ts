/** What an experiment on a lever declares before it runs, and what comes of its seeds. */

import { contrastOf, isAsExpected, type Contrast, type Expected } from './contrast.ts';

/** What one seed gave: a value for each arm and metric. */
export type Measures = Record<string, Record<string, number>>;

/** One comparison of two arms by one metric, with the direction that was fixed before tuning. */
export interface Claim {
  /** A key of `metrics`. */
  metric: string;
  off: string;
  on: string;
  expected: Expected;
}

export interface Lever {
  /** As in the table of levers: `mix-skill`. */
  name: string;
  /** What a player wants to know. */
  question: string;
  /** The settings that are compared, by the names that claims and measures use, each in words. */
  arms: Readonly<Record<string, string>>;
  /** What is measured on each arm, by the names that claims and measures use, each in words with its unit. */
  metrics: Readonly<Record<string, string>>;
  claims: readonly Claim[];
  /** Trains and measures every arm on one seed; the same seed gives the same values. */
  measure(seed: number): Promise<Measures>;
}

/** A seed that is done. */
export interface Measured {
  seed: number;
  measures: Measures;
  /** Of the processor, all arms together. */
  seconds: number;
}

export interface LeverResult {
  lever: string;
  metric: string;
  contrasts: (Contrast & Pick<Claim, 'metric' | 'expected'>)[];
  seeds: number[];
  secondsPerSeed: number;
  /** Every claim's interval is on the expected side. */
  holds: boolean;
}

/** Pairs the arms seed by seed. Throws an Error where an arm or metric of a claim was not measured, which is a bug in the lever. */
export function resultOf({ name, metrics, claims }: Lever, measured: readonly Measured[]): LeverResult {
  const valuesOf = (arm: string, metric: string): number[] =>
    measured.map(({ seed, measures }) => {
      const value = measures[arm]?.[metric];
      if (!Number.isFinite(value)) throw new Error(`${name}: no ${metric} of "${arm}" on seed ${seed}`);
      return value;
    });
  const contrasts = claims.map(({ metric, off, on, expected }) => ({
    metric,
    ...contrastOf([off, on], valuesOf(off, metric), valuesOf(on, metric)),
    expected,
  }));
  const seconds = measured.reduce((sum, one) => sum + one.seconds, 0);
  return {
    lever: name,
    metric: Object.values(metrics).join('; '),
    contrasts,
    seeds: measured.map(({ seed }) => seed),
    secondsPerSeed: Number((seconds / measured.length).toFixed(1)),
    holds: contrasts.every((contrast) => isAsExpected(contrast, contrast.expected)),
  };
}
