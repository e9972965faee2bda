/** What all may know of the align stage: how much there is to rate, and how much was. */

import type { Match } from '../../match.ts';
import { sliceOf } from '../../slices.ts';
import { votesByTeam } from './preferences.ts';
import type { RewardFit } from './state.ts';

/** Pairs of answers to rate, and votes on them, of all teams. */
export interface AlignView {
  pairs: number;
  votes: number;
  /** What reward models learnt from them, the newest last. */
  fits: RewardFit[];
}

export function viewRatings(match: Match): AlignView {
  const votes = [...votesByTeam(match).values()].reduce((sum, ofTeam) => sum + ofTeam, 0);
  const { pairs, fits } = sliceOf(match, 'align');
  return { pairs: Object.keys(pairs).length, votes, fits };
}
