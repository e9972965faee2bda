/** What the align stage asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { wantsScore } from '../../training/run.ts';

/** Sample pairs to rate; make rows of the ratings; score the aligned weights. */
export interface AlignJob {
  kind: 'samplePairs' | 'prepareAlign' | 'scoreAlign';
  teamId: string;
}

export function alignJobs({ stage }: Match, team: Team): AlignJob | null {
  const teamId = team.id;
  if (stage !== 'align' || !team.now.pretrain.run) return null;
  if (!team.now.align.alignment.before) return { kind: 'samplePairs', teamId };
  if (team.now.align.alignment.wanted) return { kind: 'prepareAlign', teamId };
  return wantsScore(team, 'align') ? { kind: 'scoreAlign', teamId } : null;
}
