/** The player's own sliders in the fine-tune stage. */

import { signal } from '@preact/signals';
import { DEFAULT_FINE_TUNE_PLAN, type FineTunePlan } from '../../../shared/rules/fine-tune.ts';

export const fineTuneDraft = signal<FineTunePlan>({
  ...DEFAULT_FINE_TUNE_PLAN,
  cards: { facts: 240, recipes: 100, 'small-talk': 100, exercises: 100 },
});
