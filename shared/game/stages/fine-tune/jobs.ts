/** What the fine-tune stage asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { wantsScore } from '../../training/run.ts';

/** Make rows of the team's lessons; score the newest weights, and compare answers. */
export interface FineTuneJob {
  kind: 'prepareTuning' | 'scoreTuning';
  teamId: string;
}

export function fineTuneJobs({ stage }: Match, team: Team): FineTuneJob | null {
  const teamId = team.id;
  const { plan, run, tuning } = team.now['fine-tune'];
  if (!team.now.pretrain.run) return null;
  if (stage === 'fine-tune' && plan && !run) return { kind: 'prepareTuning', teamId };
  /* The answers of the model that tuning starts from are wanted too. */
  const isDue = wantsScore(team, 'fine-tune') || (run !== null && tuning === null);
  return isDue ? { kind: 'scoreTuning', teamId } : null;
}
