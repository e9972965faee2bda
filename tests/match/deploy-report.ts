/** What came of a lab's day in town, for the report of a match. */

import { dayOf, shopOf } from '../../shared/game/stages/deploy/shown.ts';
import type { DeployPlan, Tried } from '../../shared/game/stages/deploy/state.ts';
import type { Burst } from '../../shared/serving/replica.ts';
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
  /** What the products gave that it tried out before. */
  tried: readonly Tried[];
}

/** What labs tried out, by team: only they themselves see it, and only until the town's day is over. */
export type TriedProducts = Map<string, readonly Tried[]>;

export function noteTried(tried: TriedProducts, { teams }: MatchView): void {
  for (const team of teams) {
    const shop = shopOf(team);
    if (shop) tried.set(team.id, shop.tried);
  }
}

const byLoad = (bursts: readonly Burst[], value: (burst: Burst) => number): Record<string, number> =>
  Object.fromEntries(bursts.map((burst) => [burst.load, value(burst)]));

export function reportDeploy(view: MatchView, { id }: TeamView, tried: TriedProducts): DeployReport | null {
  const lab = dayOf(view)?.labs.find(({ teamId }) => teamId === id);
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
    tried: tried.get(id) ?? [],
  };
}
