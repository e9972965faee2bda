/** How many votes each lab's members have cast, where everybody votes: for the host, and for the lab itself. */

import { lookUp } from '../look-up.ts';
import { membersOf } from '../members.ts';
import type { Match } from '../match.ts';
import { ratingCounts } from '../stages/align/preferences.ts';
import { votesGiven } from '../stages/arena/votes.ts';
import type { CastVotes } from './view.ts';

/** Looks at all ratings once, and then tells of each team; null where nobody votes now. */
export function castVotes(match: Match): (teamId: string) => CastVotes | null {
  if (match.stage !== 'align' && match.stage !== 'arena') return () => null;
  const ids = (teamId: string): string[] => membersOf(match, teamId).map(({ id }) => id);
  if (match.stage === 'align') {
    const counts = ratingCounts(match);
    return (teamId) => ({
      given: ids(teamId).reduce((sum, id) => sum + (lookUp(counts, id) ?? 0), 0),
      wanted: null,
      leftIds: [],
    });
  }
  return (teamId) => {
    const ballots = ids(teamId).map((id) => ({ id, ...votesGiven(match, id) }));
    return {
      given: ballots.reduce((sum, { given }) => sum + given, 0),
      wanted: ballots.reduce((sum, { size }) => sum + size, 0),
      leftIds: ballots.flatMap(({ id, given, size }) => (given < size ? [id] : [])),
    };
  };
}
