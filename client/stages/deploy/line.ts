/** What the console says of a lab in the deploy stage: what it has tried and decided, and how its day goes. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { proposalFacts } from '../lab-facts.ts';
import { dayOf, shopOf } from '../../../shared/game/stages/deploy/shown.ts';
import { coinsWords, deployPlanWords } from '../product-words.ts';

export const labLine: LabLine = (match, team) => {
  const shop = shopOf(team);
  if (!shop) return [];
  const lab = dayOf(match)?.labs.find(({ teamId }) => teamId === team.id);
  if (lab) {
    const profit = coinsWords(lab.incomeCents - lab.costCents);
    return [t('line.day', { requests: lab.requests, served: lab.served, profit }), deployPlanWords(lab.plan)];
  }
  const tried = t('line.tried', { count: shop.tried.length });
  return shop.plan ? [tried, deployPlanWords(shop.plan)] : [tried, ...proposalFacts(match, team)];
};
