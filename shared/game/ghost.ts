/** A lab of the hall as a rival: a bot with its choices, as far as they can be made in another match. */

import { defaultChoices, type TeamChoices } from './bot-choices.ts';
import type { HallCard } from './hall.ts';
import { DATA_BUDGET_COINS } from './stages/data/coins.ts';
import { checkDataPlan, type DataPlan } from './stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN } from './stages/scale/plan.ts';

/** Without the archive, which it won at an auction, and the sorting that its people taught by hand. */
function dataOf({ data }: HallCard['plans']): DataPlan {
  const usual = defaultChoices(0).data;
  if (!data) return usual;
  const portions = Object.entries(data.purchases).map(([kind, portion]) => [
    kind,
    portion === 'archive' ? 'whole' : portion,
  ]);
  const plan: DataPlan = {
    ...data,
    purchases: Object.fromEntries(portions) as DataPlan['purchases'],
    cleaning: { ...data.cleaning, quality: null },
  };
  return checkDataPlan(plan, null, DATA_BUDGET_COINS).ok ? plan : usual;
}

export function ghostChoices({ plans }: Pick<HallCard, 'plans'>): TeamChoices {
  const usual = defaultChoices(0);
  const { size, contextLength, learningRate } = plans.scale ?? DEFAULT_SCALE_PLAN;
  return {
    ...usual,
    data: dataOf(plans),
    scale: { size, contextLength, ...(learningRate ? { learningRate } : {}) },
    'fine-tune': plans['fine-tune'] ?? usual['fine-tune'],
    align: { ...usual.align, verdict: plans.align?.kind === 'undo' ? 'undo' : 'keep' },
  };
}
