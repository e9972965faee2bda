/** What a simulated time of serving comes to: how long people waited, how many went away, what it cost. */

import type { Outcome, Simulated } from './simulate.ts';

export interface ServingFigures {
  requests: number;
  /** From the question to the whole answer, of those who got one, in milliseconds; null where nobody did. */
  p50Ms: number | null;
  p99Ms: number | null;
  outcomes: Record<Outcome, number>;
  /** Share of the time paid for in which replicas worked. */
  load: number;
  /** Mean number of requests in a batch. */
  meanBatch: number;
}

/** The value that this share of all values does not exceed (nearest rank); null for none. `sorted` ascends. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

export function figuresOf({ served, paidMs, busyMs }: Simulated): ServingFigures {
  const outcomes: Record<Outcome, number> = { answered: 0, cached: 0, 'turned-away': 0, 'gave-up': 0 };
  let batches = 0;
  for (const { outcome, batch } of served) {
    outcomes[outcome]++;
    if (batch > 0) batches += 1 / batch;
  }
  const times = served
    .filter(({ outcome }) => outcome === 'answered' || outcome === 'cached')
    .map(({ waitMs, prefillMs, decodeMs }) => waitMs + prefillMs + decodeMs)
    .toSorted((a, b) => a - b);
  return {
    requests: served.length,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    outcomes,
    load: paidMs > 0 ? busyMs / paidMs : 0,
    meanBatch: batches > 0 ? outcomes.answered / batches : 0,
  };
}
