/** What all may know of the data stage: the auction. */

import { peopledTeams } from '../../members.ts';
import type { Match } from '../../match.ts';
import { sliceOf } from '../../slices.ts';
import { hasSpoken } from './auction.ts';
import type { Auction } from './state.ts';

/** The auction as everybody sees it: who bid what only once the bids are opened. */
export interface AuctionView extends Pick<Auction, 'kind' | 'closesAtMs' | 'outcome'> {
  /** Teams that have bid or passed, of all. */
  spoken: number;
  teams: number;
}

/** How many have spoken, and all bids once they are opened; nothing in the lobby. */
export function viewAuction(match: Match): AuctionView | null {
  if (match.stage === 'lobby') return null;
  const { kind, closesAtMs, outcome } = sliceOf(match, 'data').auction;
  const teams = peopledTeams(match);
  const spoken = teams.filter((team) => hasSpoken(match, team)).length;
  return { kind, closesAtMs, outcome, spoken, teams: teams.length };
}
