/** What the debrief asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { sliceOf } from '../../slices.ts';
import { waitingWhatIf } from './what-if.ts';

/** Take the sealed test; train a model again with one decision changed. */
export interface DebriefJob {
  kind: 'final' | 'retrain';
  teamId: string;
}

/** Models don't change any more from the arena on, so the sealed test is taken while people vote. */
export function debriefJobs(match: Match, team: Team): DebriefJob | null {
  const { stage } = match;
  const isOver = stage === 'debrief' || (stage === 'arena' && sliceOf(match, 'arena').sampled);
  if (isOver && team.now.pretrain.run && !team.now.debrief.results) return { kind: 'final', teamId: team.id };
  return waitingWhatIf(match, team) ? { kind: 'retrain', teamId: team.id } : null;
}
