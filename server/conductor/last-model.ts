/** Which weights a team ended a part of its way with. */

import type { Team, TrainingStage } from '../../shared/game/match.ts';
import type { JobContext } from './context.ts';
import type { Trained } from '../referee/tasks.ts';
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

/** What a team pretrained in the generation before, to go on from and to compare with; null in the first. */
export function lastYearOf({ models, team }: JobContext, teamId: string): Trained | null {
  const run = team(teamId).past.at(-1)?.pretrain.run;
  const model = models.get(teamId);
  if (!run || !model) return null;
  const weights = models.weights(teamId, 'pretrain', run.version);
  return weights ? { config: model.config, tokenizer: model.tokenizer, weights } : model.lastYear;
}
