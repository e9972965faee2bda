/** The player's own sliders in the fine-tune stage. */

import { signal } from '@preact/signals';
import { DEFAULT_FINE_TUNE_PLAN, type FineTunePlan } from '../../../shared/rules/fine-tune.ts';

export const fineTuneDraft = signal<FineTunePlan>({
  ...DEFAULT_FINE_TUNE_PLAN,
  cards: { facts: 320, recipes: 120, 'small-talk': 140, exercises: 120 },
});
