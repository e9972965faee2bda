/** What a bot's device may be asked for: a part of a round, or of what its lab's small copy learns, which it teaches as a page's does. */

import type { ShopView } from '../../shared/game/stages/deploy/view.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { Pupil } from '../../shared/serving/models.ts';
import type { EngineApi } from '../lab/engine/api.ts';
import type { Connection } from './connection.ts';

/** The run of this stage, where it has begun. */
export function openRun(
  view: MatchView,
  team: TeamView | undefined,
): { stage: TrainingStage; run: RunView } | null {
  if (view.stage === 'pretrain' && team?.runs.pretrain) return { stage: view.stage, run: team.runs.pretrain };
  if (view.stage === 'fine-tune' && team?.runs['fine-tune'])
    return { stage: view.stage, run: team.runs['fine-tune'] };
  if (view.stage === 'align' && team?.runs.align) return { stage: view.stage, run: team.runs.align };
  if (view.stage === 'test' && team?.runs.test) return { stage: view.stage, run: team.runs.test };
  return null;
}

/** The small copy whose next part this player's device is to teach; null for none. */
export function pupilToTeach(team: TeamView | undefined, playerId: string): Pupil | null {
  const pupil = (team?.own?.views.deploy as ShopView | undefined)?.pupil;
  return pupil?.turn?.playerId === playerId && !pupil.turn.isBrought ? pupil : null;
}

/** Takes the part, trains it, and brings what came of it. */
export async function teachPart(
  connection: Connection,
  engine: Pick<EngineApi, 'trial'>,
  { lessonsDone: lesson, rowsTotal, tokensTotal }: Pupil,
): Promise<void> {
  const [checkpoint, shard] = await Promise.all([
    connection.getBytes(ROUTES.lessonPupil, { lesson }),
    connection.getBytes(ROUTES.lessonRows, { lesson }),
  ]);
  const job = { checkpoint, shard, lessons: { rowsTotal, tokensTotal } };
  const outcome = await engine.trial(job, () => undefined);
  if (!outcome) throw new Error('the loss is no longer finite');
  await connection.postBytes(ROUTES.lesson, { lesson }, encodeUpdate(outcome));
}
