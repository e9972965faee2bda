/** Which of its models a lab goes on with: from the test on the one that passed its gate. */

import type { Team, TrainingStage } from './match.ts';
import { keepsAligned } from './stages/align/preferences.ts';

/** The model that a lab aligned from, or never aligned. */
export function stageBeforeAligning({ now }: Team): TrainingStage {
  return (now['fine-tune'].run?.roundsDone ?? 0) > 0 ? 'fine-tune' : 'pretrain';
}

/** The newest model that a lab has kept before the test: what is attacked there first. */
function stageBeforeTest(team: Team): TrainingStage {
  return team.now.align.run && keepsAligned(team) ? 'align' : stageBeforeAligning(team);
}

/** Whether there is a model that was hardened against attacks. */
function hasHardened({ now }: Team): boolean {
  const { run } = now.test;
  return run?.status === 'finished' && run.tokensUsed > 0;
}

/** The newest model that a lab would ship. */
export function candidateOf(team: Team): TrainingStage {
  return hasHardened(team) ? 'test' : stageBeforeTest(team);
}

/** The one before that, which it could go back to; null where there is none. */
export function currentOf(team: Team): TrainingStage | null {
  switch (candidateOf(team)) {
    case 'test':
      return stageBeforeTest(team);
    case 'align':
      return stageBeforeAligning(team);
    case 'fine-tune':
      return 'pretrain';
    default:
      return null;
  }
}

/** The model that a lab ends with. */
export function lastStageOf(team: Team): TrainingStage {
  const isBack = team.now.test.plan?.gate === 'back';
  return (isBack && currentOf(team)) || candidateOf(team);
}
