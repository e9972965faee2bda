/** The player's own sliders in the fine-tune stage. */

import { signal } from '@preact/signals';
import { DEFAULT_FINE_TUNE_PLAN, type FineTunePlan } from '../../../shared/rules/fine-tune.ts';

export const fineTuneDraft = signal<FineTunePlan>({
  ...DEFAULT_FINE_TUNE_PLAN,
  cards: { facts: 60, recipes: 40, 'small-talk': 40, exercises: 40 },
});
