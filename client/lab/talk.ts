/** Asks the team's newest weights a question: fetches what is needed once, and samples in this browser. */

import { ROUTES } from '../../shared/game/wire/routes.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { RunView, TeamView } from '../../shared/game/sync/view.ts';
import { fillRoute } from '../session/http.ts';
import { perSeat } from '../session/per-seat.ts';
import type { Session } from '../session/session.ts';
import { seatEngine } from './seat-engine.ts';
import { loadTokenizer } from './library.ts';

/** Which checkpoint the engine can speak for; '' for none. */
const speaker = perSeat(() => ({ checkpointName: '' }));

/** The run whose weights are the team's newest; an alignment counts unless it was undone. */
function newestRun(team: TeamView): { stage: TrainingStage; run: RunView | null } {
  const isUndone = team.own?.plans.align?.kind === 'undo';
  if (team.runs.align && team.runs.align.tokensUsed > 0 && !isUndone)
    return { stage: 'align', run: team.runs.align };
  if (team.runs['fine-tune'] && team.runs['fine-tune'].roundsDone > 0)
    return { stage: 'fine-tune', run: team.runs['fine-tune'] };
  return { stage: 'pretrain', run: team.runs.pretrain };
}

/** What the model says, or null when the weights could not be had. */
export async function askModel(
  owner: Session,
  text: string,
  manner: 'continue' | 'answer',
): Promise<string | null> {
  const team = owner.standpoint.peek()?.team;
  const { stage, run } = team ? newestRun(team) : { stage: null, run: null };
  if (!run || !stage) return null;
  const { version } = run;
  const checkpointName = `${owner.number}/${team?.id}/${stage}/${version}`;
  const tokenizer = await loadTokenizer(owner);
  if (!tokenizer) return null;
  const known = speaker.of(owner);
  let checkpoint: Uint8Array<ArrayBuffer> | null = null;
  if (known.checkpointName !== checkpointName) {
    const reply = await owner.getBytes(fillRoute(ROUTES.checkpoint, { stage, version }));
    if (!reply.ok) return null;
    checkpoint = reply.value;
  }
  const { engine } = await seatEngine.of(owner);
  if (owner.isOver) return null;
  const seed = Math.floor(Math.random() * 2 ** 32);
  try {
    const said = await engine.talk({ checkpointName, checkpoint, tokenizer, text, manner, seed });
    known.checkpointName = checkpointName;
    return said;
  } catch (problem) {
    if (!owner.isOver) console.warn('The model could not be asked:', problem);
    known.checkpointName = '';
    return null;
  }
}
