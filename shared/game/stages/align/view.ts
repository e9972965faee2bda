/** What all may know of the align stage: how much there is to rate, and how much was. */

import type { Match } from '../../match.ts';
import { sliceOf } from '../../slices.ts';
import { votesByTeam } from './preferences.ts';

/** Pairs of answers to rate, and votes on them, of all teams. */
export interface AlignView {
  pairs: number;
  votes: number;
}

export function viewRatings(match: Match): AlignView {
  const votes = [...votesByTeam(match).values()].reduce((sum, ofTeam) => sum + ofTeam, 0);
  return { pairs: Object.keys(sliceOf(match, 'align').pairs).length, votes };
}
