/** The data stage on the projector: the auction beside the scene, where all labs may bid from the start, or one has won. */

import './wall.css';
import { isOpen } from '../../../shared/game/level.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import type { Wall } from '../entry.ts';
import { AuctionWall } from './AuctionWall.tsx';

/** Labs that play for the first time see the auction late or never: a class that hears of it asks where to bid. */
function isTold({ settings, auction }: MatchView): boolean {
  return isOpen(settings?.level ?? 'first', 'bid', false) || (auction?.outcome?.winnerId ?? null) !== null;
}

export const dataWall: Wall = {
  Side: ({ match, unitPx }) =>
    match.auction && isTold(match) && <AuctionWall match={match} auction={match.auction} unitPx={unitPx} />,
};
