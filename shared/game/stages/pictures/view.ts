/** What may be known of the pictures that are bought: the market is for all, a lab's choice its own until all paint. */

import type { Match, Team } from '../../match.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import type { Pictures, PicturesTeam } from './state.ts';

export type PicturesView = Pictures;

export function viewPictures(match: Match): PicturesView | null {
  return match.stage === 'pictures' ? ownSlice<Pictures>(match, 'pictures') : null;
}

export type PicturesOwnView = PicturesTeam;

export function viewOwnPictures(_match: Match, team: Team): PicturesOwnView | null {
  const own = ownTeamSlice<PicturesTeam>(team, 'pictures');
  return own.plan ? own : null;
}
