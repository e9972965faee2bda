/** Which weights a team ended a part of its way with. */

import type { Team, TrainingStage } from '../../shared/game/match.ts';
import { keepsAligned } from '../../shared/game/stages/align/preferences.ts';

interface Weights {
  stage: TrainingStage;
  version: number;
}

/** The model that is aligned: the tuned one, or the pretrained one of a team that never tuned. */
export function beforeAligning({ now }: Team): Weights {
  const tuned = now['fine-tune'].run;
  if (tuned && tuned.roundsDone > 0) return { stage: 'fine-tune', version: tuned.version };
  return { stage: 'pretrain', version: now.pretrain.run?.version ?? 0 };
}

/** The model that a team ends with. */
export function lastOf(team: Team): Weights {
  const { run: align } = team.now.align;
  return align && keepsAligned(team) ? { stage: 'align', version: align.version } : beforeAligning(team);
}
