/** Which tools of the data stage lie open: by the host's level, and all of them for whoever could decide and has spent the better part. */

import { useEffect } from 'preact/hooks';
import { isOpen, type Extra } from '../../../shared/game/level.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';

/** Once open, a tool stays open, whatever is sold back. */
const isReady = seatSignal(false);

/** Opens everything as soon as the lab could decide on a plan and at most half of its coins are left. */
export function useReadiness(mayDecide: boolean, coinsLeft: number, coins: number): void {
  useEffect(() => {
    if (mayDecide && coinsLeft <= coins / 2) isReady.value = true;
  });
}

export function opens({ match, team }: Standpoint, extra: Extra): boolean {
  const isSettled = team.committed.includes('data');
  return isOpen(match.settings?.level ?? 'first', extra, isReady.value || isSettled);
}
