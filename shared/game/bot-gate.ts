/** What a bot lets through its lab's gate. */

import { regressionsOf, type Examined, type GateDecision } from './stages/test/state.ts';

/** The newest model in any case, only where nothing got worse, or never. */
export const GATE_HABITS = ['ship', 'careful', 'back'] as const;
export type GateHabit = (typeof GATE_HABITS)[number];

export function botGate(examined: Examined, habit: GateHabit): GateDecision {
  const isWorse = regressionsOf(examined).length > 0;
  const isHeld = habit === 'back' || (habit === 'careful' && isWorse);
  if (examined.current && isHeld) return 'back';
  return isWorse ? 'known' : 'ship';
}
