/** What the debrief asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { sliceOf } from '../../slices.ts';

/** Take the sealed test. */
export interface DebriefJob {
  kind: 'final';
  teamId: string;
}

/** Models don't change any more from the arena on, so the sealed test is taken while people vote. */
export function debriefJobs(match: Match, team: Team): DebriefJob | null {
  const { stage } = match;
  const isOver = stage === 'debrief' || (stage === 'arena' && sliceOf(match, 'arena').sampled);
  return isOver && team.now.pretrain.run && !team.now.debrief.results
    ? { kind: 'final', teamId: team.id }
    : null;
}
