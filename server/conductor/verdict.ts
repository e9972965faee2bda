/** What the referee's score of newly trained weights means for their run. */

import type { TrainingStage } from '../../shared/game/match.ts';
import { bitsPerByteOnMix, normalizedShares } from '../../shared/game/stages/data/plan.ts';
import { isScored } from '../../shared/world/document.ts';
import { isAbandoned } from '../../shared/game/training/checkpoints.ts';
import { isSpoiled } from '../../shared/game/training/run.ts';
import type { RunScore } from '../referee/tasks.ts';
import type { JobContext } from './context.ts';

/** The referee's verdict on a version of the weights: it goes on the curve, or everything since the last one is undone. */
export function judge(
  { models, team: teamOf, tell }: JobContext,
  weights: { teamId: string; stage: TrainingStage; version: number; tokens: number },
  found: RunScore & { ownHeldOut?: number | null },
): void {
  const { teamId, stage, version, tokens } = weights;
  const team = teamOf(teamId);
  const run = team.now[stage].run;
  if (run && isAbandoned(run, version)) return;
  const shares = team.now.data.plan ? normalizedShares(team.now.data.plan) : [];
  const readsScored = shares.some(({ kind }) => isScored(kind));
  /* A mix that no test asks for gets worse at the test by learning: only what the lab itself held out tells of it. */
  const told = readsScored ? bitsPerByteOnMix(shares, found) : (found.ownHeldOut ?? null);
  const untold = Number.isFinite(found.bitsPerByte) ? 0 : NaN;
  const ownBitsPerByte = told ?? bitsPerByteOnMix(shares, found);
  if (run && isSpoiled(team, stage, told ?? untold)) {
    models.putVelocity(teamId, stage, run.soundVersion, null);
    tell({ type: 'round/rolled-back', teamId, stage, soundVersion: run.soundVersion });
    return;
  }
  const { bitsPerByte, perKind, samples } = found;
  tell({
    type: 'referee/scored',
    teamId,
    stage,
    version,
    tokens,
    bitsPerByte,
    ownBitsPerByte,
    perKind,
    samples,
  });
}
