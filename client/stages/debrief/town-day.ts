/** A lab's day in town as the debrief tells it: what came of it, in a few sentences. */

import { t } from '../../i18n/t.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import type { LabDay } from '../../../shared/game/stages/deploy/view.ts';
import { dayOf } from '../../../shared/game/stages/deploy/shown.ts';
import { coinsWords } from '../product-words.ts';

/** Null where it served none. */
export function townDayOf(match: MatchView, { id }: Pick<TeamView, 'id'>): LabDay | null {
  return dayOf(match)?.labs.find(({ teamId, requests }) => teamId === id && requests > 0) ?? null;
}

export const profitOf = ({ incomeCents, costCents }: LabDay): number => incomeCents - costCents;

/** What training would have cost in this simulation's money, and how many such days would pay for it. */
function trainingWords(day: LabDay): string[] {
  const { trainingCents } = day;
  const profit = profitOf(day);
  if (trainingCents <= 0) return [];
  const coins = coinsWords(trainingCents);
  if (profit <= 0) return [t('debrief.townTrainingLost', { coins })];
  return [t('debrief.townTraining', { coins, days: Math.ceil(trainingCents / profit) })];
}

const THOUSAND = 1000;

/** Where it ran, what its answers cost, and the power of its machines. */
function servingWords({ plan, costCents, served, kilowattHours }: LabDay): string {
  const coins = coinsWords((THOUSAND * costCents) / served);
  if (plan.place === 'phones') return t('debrief.townPhones', { coins });
  return t('debrief.townMachines', { coins, energy: Math.round(10 * kilowattHours) / 10 });
}

export function townStrings(match: MatchView, team: TeamView): string[] {
  const day = townDayOf(match, team);
  if (!day) return [];
  const { requests, served, good, incidents, stale, customers, fines } = day;
  const fined = Object.values(fines).reduce((sum, cents) => sum + cents, 0);
  return [
    t('debrief.townAsked', { requests, good, lost: requests - served }),
    ...(customers.came > 0 ? [t('debrief.townLeft', { ...customers })] : []),
    ...(incidents > 0 ? [t('debrief.townHarm', { count: incidents })] : []),
    ...(stale > 0 ? [t('debrief.townStale', { count: stale })] : []),
    ...(fined > 0 ? [t('debrief.townFines', { coins: coinsWords(fined) })] : []),
    t('debrief.townMoney', {
      income: coinsWords(day.incomeCents),
      cost: coinsWords(day.costCents),
      trust: Math.round(100 * day.trust),
    }),
    ...(day.served > 0 ? [servingWords(day)] : []),
    ...trainingWords(day),
  ];
}
