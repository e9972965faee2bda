/** What the debrief asks of the referee. */

import type { Match, Team } from '../../match.ts';

/** Take the sealed test. */
export interface DebriefJob {
  kind: 'final';
  teamId: string;
}

/** Models don't change any more from the arena on, so the sealed test is taken while people vote. */
export function debriefJobs({ stage, arena }: Match, team: Team): DebriefJob | null {
  const isOver = stage === 'debrief' || (stage === 'arena' && arena.sampled);
  return isOver && team.runs.pretrain && !team.results ? { kind: 'final', teamId: team.id } : null;
}
