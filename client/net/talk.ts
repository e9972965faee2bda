/** Asks the team's newest weights a question: fetches what is needed once, and samples in this browser. */

import { ROUTES } from '../../shared/game/wire/routes.ts';
import type { TrainingStage } from '../../shared/game/match.ts';
import type { RunView, TeamView } from '../../shared/game/sync/view.ts';
import { engineHost } from '../worker/host.ts';
import { fillRoute, getBytes, getJson } from './http.ts';
import type { Standpoint } from './selectors.ts';
import { seat } from './session.ts';

let loadedName = '';
let tokenizer: { seatToken: string; file: unknown } | null = null;

/** The run whose weights are the team's newest; an alignment counts unless it was undone. */
function newestRun(team: TeamView): { stage: TrainingStage; run: RunView | null } {
  const isUndone = team.desk?.plans.align?.kind === 'undo';
  if (team.align && team.align.tokensUsed > 0 && !isUndone) return { stage: 'align', run: team.align };
  if (team.fineTune && team.fineTune.roundsDone > 0) return { stage: 'fine-tune', run: team.fineTune };
  return { stage: 'pretrain', run: team.pretrain };
}

/** What the model says, or null when the weights could not be had. */
export async function askModel(
  { match, team }: Standpoint,
  text: string,
  manner: 'continue' | 'answer',
): Promise<string | null> {
  const token = seat.peek()?.token;
  const { stage, run } = newestRun(team);
  if (!token || !run) return null;
  const { version } = run;
  const name = `${match.code}/${team.id}/${stage}/${version}`;
  if (tokenizer?.seatToken !== token) {
    const reply = await getJson<unknown>(ROUTES.tokenizer, token);
    if (!reply.ok) return null;
    tokenizer = { seatToken: token, file: reply.value };
  }
  let checkpoint: Uint8Array<ArrayBuffer> | null = null;
  if (loadedName !== name) {
    const reply = await getBytes(fillRoute(ROUTES.checkpoint, { stage, version }), token);
    if (!reply.ok) return null;
    checkpoint = reply.value;
  }
  const { engine } = await engineHost();
  const seed = Math.floor(Math.random() * 2 ** 32);
  try {
    const said = await engine.talk({
      checkpointName: name,
      checkpoint,
      tokenizer: tokenizer.file,
      text,
      manner,
      seed,
    });
    loadedName = name;
    return said;
  } catch (problem) {
    console.warn('The model could not be asked:', problem);
    loadedName = '';
    return null;
  }
}
