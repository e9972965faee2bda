/** Whether a match is over, as a page knows it. */

import type { MatchView } from '../../shared/game/sync/view.ts';

/** True while the match's clock runs: then a device has work, or will be asked for some. */
export function isRunning(match: MatchView | null): boolean {
  return match !== null && match.stage !== 'lobby' && match.pausedAtMs === null && !isMatchOver(match);
}

/** The last debrief stays, or the exhibition where there is none; from the others another generation follows. */
export function isMatchOver({ stage, generation, settings }: MatchView): boolean {
  const last = settings?.leftOut.includes('debrief') ? 'exhibition' : 'debrief';
  return stage === last && generation >= (settings?.generations ?? 1);
}
