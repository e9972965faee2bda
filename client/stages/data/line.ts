/** What the console says of a lab in the data stage: what it has bought or holds in its basket, its bid, and what it has sorted. */

import { t } from '../../i18n/t.ts';
import { costOf } from '../../../shared/game/stages/data/plan.ts';
import type { LabLine } from '../entry.ts';
import { proposalFacts } from '../lab-facts.ts';
import { dataPlanWords, mixtureWords } from '../plan-words.ts';

export const labLine: LabLine = (match, team) => {
  const { own } = team;
  if (!own) return [];
  if (own.plans.data) return [t('line.bought', { plan: dataPlanWords(own.plans.data) })];
  const { plan, by } = own.basket;
  const sorted = Object.keys(own.labels).length;
  return [
    Object.keys(by).length === 0
      ? t('line.basketEmpty')
      : t('line.basket', { cost: costOf(plan.purchases), coins: own.coins, mixture: mixtureWords(plan) }),
    ...(own.bid && !match.auction?.outcome
      ? [own.bid.coins === null ? t('line.passes') : t('line.bids', { coins: own.bid.coins })]
      : []),
    ...(sorted > 0 ? [t('line.sorted', { count: sorted })] : []),
    ...proposalFacts(match, team),
  ];
};
