/** Which weights a team ended a part of its way with. */

import { lastStageOf, stageBeforeAligning } from '../../shared/game/last-stage.ts';
import type { Team, TrainingStage } from '../../shared/game/match.ts';
import type { JobContext } from './context.ts';
import type { Trained } from '../referee/tasks.ts';

interface Weights {
  stage: TrainingStage;
  version: number;
}

/** The newest weights of a stage. */
export function weightsIn({ now }: Team, stage: TrainingStage): Weights {
  return { stage, version: now[stage].run?.version ?? 0 };
}

/** The model that is aligned: the tuned one, or the pretrained one of a team that never tuned. */
export function beforeAligning(team: Team): Weights {
  return weightsIn(team, stageBeforeAligning(team));
}

/** The model that a team ends with. */
export function lastOf(team: Team): Weights {
  return weightsIn(team, lastStageOf(team));
}

/** What a team pretrained in the generation before, to go on from and to compare with; null in the first. */
export function lastYearOf({ models, team }: JobContext, teamId: string): Trained | null {
  const run = team(teamId).past.at(-1)?.pretrain.run;
  const model = models.get(teamId);
  if (!run || !model) return null;
  const weights = models.weights(teamId, 'pretrain', run.version);
  return weights ? { config: model.config, tokenizer: model.tokenizer, weights } : model.lastYear;
}
