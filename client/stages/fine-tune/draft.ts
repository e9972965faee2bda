/** The player's own sliders in the fine-tune stage: at first some hours are left, to be spent on what the team finds important. */

import { DEFAULT_FINE_TUNE_PLAN, type FineTunePlan } from '../../../shared/game/stages/fine-tune/plan.ts';
import { seatSignal } from '../../session/per-seat.ts';

/** Where the sliders stand first. */
export const FIRST_CARDS: FineTunePlan = {
  ...DEFAULT_FINE_TUNE_PLAN,
  cards: { facts: 400, recipes: 140, 'small-talk': 180, exercises: 180 },
};

export const fineTuneDraft = seatSignal<FineTunePlan>(FIRST_CARDS);
