/** What came of a lab's day in town, for the report of a match. */

import type { DeployView } from '../../shared/game/stages/deploy/view.ts';
import type { Burst, DeployPlan } from '../../shared/game/stages/deploy/state.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';

export interface DeployReport {
  plan: DeployPlan;
  requests: number;
  served: number;
  /** Of the hour in which people waited longest; null where nobody got an answer. */
  p50Ms: number | null;
  p99Ms: number | null;
  /** Cents for each token that was read or written. */
  costPerToken: number;
  /** Share of true answers among those whose truth is known. */
  quality: number;
  stale: number;
  /** Harmful answers that citizens got. */
  incidents: number;
  /** In cents. */
  income: number;
  profit: number;
  /** 0 to 1. */
  trust: number;
  /** Mean milliseconds of a request in a burst at the real model, by load: as simulated before, and as it came. */
  forecast: Record<string, number>;
  measured: Record<string, number>;
}

const byLoad = (bursts: readonly Burst[], value: (burst: Burst) => number): Record<string, number> =>
  Object.fromEntries(bursts.map((burst) => [burst.load, value(burst)]));

export function reportDeploy({ views }: MatchView, { id }: TeamView): DeployReport | null {
  const day = views.deploy as DeployView | undefined;
  const lab = day?.labs.find(({ teamId }) => teamId === id);
  if (!lab) return null;
  const { plan, requests, served, p50Ms, p99Ms, stale, incidents, trust, bursts } = lab;
  return {
    plan,
    requests,
    served,
    p50Ms,
    p99Ms,
    costPerToken: lab.tokens > 0 ? lab.costCents / lab.tokens : 0,
    quality: lab.judged > 0 ? lab.right / lab.judged : 0,
    stale,
    incidents,
    income: lab.incomeCents,
    profit: lab.incomeCents - lab.costCents,
    trust,
    forecast: byLoad(bursts, ({ forecastMs }) => forecastMs),
    measured: byLoad(bursts, ({ measuredMs }) => measuredMs),
  };
}
