/** How many votes each lab's members have cast, where everybody votes: for the host, and for the lab itself. */

import { lookUp } from '../look-up.ts';
import { membersOf } from '../members.ts';
import type { Match } from '../match.ts';
import { ratingCounts } from '../stages/align/preferences.ts';
import { ballotOf, hasVoted, votesGiven } from '../stages/arena/votes.ts';
import type { CastVotes } from './view.ts';

/** Looks at all ratings once, and then tells of each team; null where nobody votes now. */
export function castVotes(match: Match): (teamId: string) => CastVotes | null {
  if (match.stage !== 'align' && match.stage !== 'arena') return () => null;
  const ids = (teamId: string): string[] => membersOf(match, teamId).map(({ id }) => id);
  const sum = (teamId: string, of: (id: string) => number): number =>
    ids(teamId).reduce((total, id) => total + of(id), 0);
  if (match.stage === 'align') {
    const counts = ratingCounts(match);
    return (teamId) => ({
      given: sum(teamId, (id) => lookUp(counts, id) ?? 0),
      wanted: null,
      leftIds: [],
    });
  }
  return (teamId) => ({
    given: sum(teamId, (id) => votesGiven(match, id)),
    wanted: sum(teamId, (id) => ballotOf(match, id).length),
    leftIds: ids(teamId).filter((id) => !hasVoted(match, id)),
  });
}
