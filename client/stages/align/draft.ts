/** The player's own sliders in the align stage, and how good the signal of so many votes is. */

import { GOOD_VOTES, WEAK_VOTES } from '../../../shared/game/stages/align/preferences.ts';
import { DEFAULT_ALIGN_TRAINING, type AlignTraining } from '../../../shared/game/stages/align/state.ts';
import { seatSignal } from '../../session/per-seat.ts';

export const alignDraft = seatSignal<AlignTraining>(DEFAULT_ALIGN_TRAINING);

export type SignalStrength = 'weak' | 'fair' | 'good';

export function signalStrength(votes: number): SignalStrength {
  return votes >= GOOD_VOTES ? 'good' : votes >= WEAK_VOTES ? 'fair' : 'weak';
}

/** How full the meter is, 0..1; full at a good signal. */
export function signalShare(votes: number): number {
  return Math.min(1, votes / GOOD_VOTES);
}
