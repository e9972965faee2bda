/** What the pretraining stage asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { wantsScore } from '../../training/run.ts';

/** Prepare text, rows and weights of the big run; score its newest weights. */
export interface PretrainJob {
  kind: 'prepare' | 'scorePretrain';
  teamId: string;
}

/** From the moment on that data and size are decided. The verdict comes before anything is built on the weights. */
export function pretrainJobs({ budgetFlops }: Match, team: Team): PretrainJob | null {
  const teamId = team.id;
  if (!team.now.pretrain.prepared || !team.now.pretrain.run) {
    const isDecided = team.now.data.plan && team.now.scale.plan && budgetFlops !== null;
    return isDecided ? { kind: 'prepare', teamId } : null;
  }
  return wantsScore(team, 'pretrain') ? { kind: 'scorePretrain', teamId } : null;
}
