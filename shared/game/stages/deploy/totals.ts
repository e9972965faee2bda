/** What a day in town came to for a lab: requests, money, incidents, what the town thinks of it, and what that is worth. */

import type { Match, Team } from '../../match.ts';
import { dayOf, servingTeams, shopOf } from './day.ts';
import type { TownScore } from '../../team-score.ts';
import { CHARGES, type Charge } from '../../../serving/fines.ts';
import { hourMillis, trainingCents } from './plant.ts';
import type { Customers } from '../../../serving/customers.ts';
import type { LabHour } from './state.ts';

export interface DayTotals {
  /** Requests that came to the lab, and those of them that got an answer. */
  requests: number;
  served: number;
  /** Share of all the town's requests that the lab answered, 0 to 1. */
  share: number;
  /** Of the answers whose truth is known, those that were true. */
  judged: number;
  right: number;
  /** Answers that did what they should. */
  good: number;
  /** Harmful answers that citizens got. */
  incidents: number;
  /** Answers of yesterday's news from the cache. */
  stale: number;
  tokens: number;
  incomeCents: number;
  /** People who ever checked an answer of it, and those who ask it no more. */
  customers: Customers;
  /** In cents, by what for. */
  fines: Record<Charge, number>;
  /** What its training would have cost on the town's machines, in cents. */
  trainingCents: number;
  /** Machines, look-ups, fines and apologies. */
  costCents: number;
  /** Of its machines. */
  kilowattHours: number;
  /** The slowest hour's. */
  p50Ms: number | null;
  p99Ms: number | null;
  /** 0 to 1. */
  trust: number;
}

const most = (values: readonly (number | null)[]): number | null => {
  const known = values.flatMap((value) => value ?? []);
  return known.length > 0 ? Math.max(...known) : null;
};

/** All tokens that went into the lab's models this year, on machines as fast as those that serve them. */
function trainingOf(match: Match, team: Team): number {
  const speeds = servingTeams(match).flatMap((one) => shopOf(one).replica?.speed ?? []);
  const speed = shopOf(team).replica?.speed;
  const runs = (['pretrain', 'fine-tune', 'align', 'test'] as const).flatMap(
    (stage) => team.now[stage].run ?? [],
  );
  const tokens = runs.reduce((sum, { tokensUsed }) => sum + tokensUsed, 0);
  return speed ? trainingCents(tokens, speed, hourMillis(speeds)) : 0;
}

export function dayTotals(match: Match, team: Team): DayTotals {
  const { hours } = dayOf(match);
  const own = hours.flatMap(({ labs }) => labs.filter(({ teamId }) => teamId === team.id));
  const sum = (value: (hour: LabHour) => number): number =>
    own.reduce((total, hour) => total + value(hour), 0);
  const { standing, apologyCents } = shopOf(team);
  const all = hours.reduce((total, { requests }) => total + requests, 0);
  const served = sum(({ outcomes }) => outcomes.answered + outcomes.cached);
  return {
    requests: sum(({ requests }) => Object.values(requests).reduce((total, count) => total + count, 0)),
    served,
    share: all > 0 ? served / all : 0,
    judged: sum(({ judged }) => judged),
    right: sum(({ right }) => right),
    good: sum(({ good }) => good),
    incidents: sum(({ incidents }) => incidents.reduce((total, { times }) => total + times, 0)),
    stale: sum(({ stale }) => stale),
    tokens: sum(({ tokens }) => tokens),
    incomeCents: sum(({ incomeCents }) => incomeCents),
    customers: own.at(-1)?.customers ?? { came: 0, left: 0 },
    fines: Object.fromEntries(CHARGES.map((charge) => [charge, sum(({ fines }) => fines[charge])])) as Record<
      Charge,
      number
    >,
    trainingCents: trainingOf(match, team),
    costCents: sum(({ costCents, fineCents }) => costCents + fineCents) + apologyCents,
    kilowattHours: sum(({ bill }) => bill.kilowattHours),
    p50Ms: most(own.map(({ p50Ms }) => p50Ms)),
    p99Ms: most(own.map(({ p99Ms }) => p99Ms)),
    trust: standing.trust,
  };
}

const percent = (share: number): number => 100 * Math.min(1, Math.max(0, share));

/** What the day says of a lab, 0 to 100 each; null where it served none. */
export function townScore(match: Match, team: Team): Omit<TownScore, 'arena'> | null {
  const { hours } = dayOf(match);
  const labs = hours[0]?.labs ?? [];
  if (!labs.some(({ teamId }) => teamId === team.id)) return null;
  const { good, incomeCents, costCents, trust } = dayTotals(match, team);
  const requests = hours.reduce((sum, hour) => sum + hour.requests, 0);
  return {
    served: percent((good * labs.length) / Math.max(1, requests)),
    paid: percent(incomeCents / Math.max(1, costCents)),
    believed: percent(trust),
  };
}
