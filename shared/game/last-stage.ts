/** Which of its models a lab goes on with: from the test on the one that passed its gate. */

import type { Team, TrainingStage } from './match.ts';
import { ownTeamSlice } from './slices.ts';
import { keepsAligned } from './stages/align/preferences.ts';
import type { TestTeamSlice } from './stages/test/state.ts';

/** The model that a lab aligned from, or never aligned. */
export function stageBeforeAligning({ now }: Team): TrainingStage {
  return (now['fine-tune'].run?.roundsDone ?? 0) > 0 ? 'fine-tune' : 'pretrain';
}

/** The newest model that a lab has kept. */
export function candidateOf(team: Team): TrainingStage {
  return team.now.align.run && keepsAligned(team) ? 'align' : stageBeforeAligning(team);
}

/** The one before that, which it could go back to; null where there is none. */
export function currentOf(team: Team): TrainingStage | null {
  const candidate = candidateOf(team);
  if (candidate === 'pretrain') return null;
  return candidate === 'align' ? stageBeforeAligning(team) : 'pretrain';
}

/** The model that a lab ends with. */
export function lastStageOf(team: Team): TrainingStage {
  const gate = ownTeamSlice<TestTeamSlice>(team, 'test').plan?.gate;
  return (gate === 'back' && currentOf(team)) || candidateOf(team);
}
