/** Whether a match is over, as a page knows it. */

import type { MatchView } from '../../shared/game/sync/view.ts';

/** The last debrief stays; from the others another generation follows. */
export function isMatchOver({ stage, generation, settings }: MatchView): boolean {
  return stage === 'debrief' && generation >= (settings?.generations ?? 1);
}
