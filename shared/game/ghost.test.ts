/** Whatever a lab of the hall had chosen, its ghost may choose in another match. */

import { describe, expect, it } from 'vitest';
import { defaultChoices } from './bot-choices.ts';
import { ghostChoices } from './ghost.ts';
import { DATA_BUDGET_COINS } from './stages/data/coins.ts';
import { checkDataPlan } from './stages/data/plan.ts';

const { data, 'fine-tune': lesson } = defaultChoices(2);
const plans = {
  data,
  scale: { size: 'small', contextLength: 64, bet: 2.1 },
  'fine-tune': lesson,
  align: { kind: 'undo' },
} as const;

describe('a ghost', () => {
  it('chooses what the lab chose, but for its bet', () => {
    const chosen = ghostChoices({ plans });
    expect(chosen.data).toEqual(data);
    expect(chosen.scale).toEqual({ size: 'small', contextLength: 64 });
    expect([chosen['fine-tune'], chosen.align.verdict]).toEqual([lesson, 'undo']);
  });

  it('does without an archive, and without what people sorted by hand', () => {
    const won = {
      ...data,
      purchases: { ...data.purchases, posts: 'archive' },
      cleaning: { ...data.cleaning, quality: 0.5 },
    } as const;
    const chosen = ghostChoices({ plans: { ...plans, data: won } }).data;
    expect(checkDataPlan(chosen, null, DATA_BUDGET_COINS).ok).toBe(true);
    expect(chosen.cleaning.quality).toBeNull();
  });

  it('chooses what bots do where the lab chose nothing', () => {
    const none = { data: null, scale: null, 'fine-tune': null, align: null };
    expect(ghostChoices({ plans: none }).data).toEqual(defaultChoices(0).data);
  });
});
