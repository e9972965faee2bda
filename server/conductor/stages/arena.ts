/** The arena's job: the same questions to all labs' models and to the House. */

import { pairUp } from '../../../shared/game/stages/arena/pairing.ts';
import type { ArenaPair } from '../../../shared/game/stages/arena/state.ts';
import { logError } from '../../log.ts';
import { makeId } from '../../match/random-ids.ts';
import type { ArenaTask } from '../../referee/tasks/arena.ts';
import type { JobContext } from '../context.ts';
import { lastOf } from '../last-model.ts';
import type { JobTable } from '../job-table.ts';
import { playingTeams } from '../../../shared/game/members.ts';
import { sliceOf } from '../../../shared/game/slices.ts';

/** The models that the labs which are in the contest ended with. */
function finalModels({ match, models, weights }: JobContext): ArenaTask['models'] {
  const playing = playingTeams(match).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return playing.flatMap((team) => {
    const teamId = team.id;
    const model = models.get(teamId);
    if (!model || !team.now.pretrain.run) return [];
    const { config, tokenizer } = model;
    const { stage, version } = lastOf(team);
    const manner = stage === 'pretrain' ? ('plain' as const) : ('chat' as const);
    return [{ teamId, config, tokenizer, weights: weights(teamId, stage, version), manner }];
  });
}

/** Everybody waits for it, so it is tried again at once, and once only: then the match goes on without a vote. */
async function askAll(context: JobContext): Promise<ArenaPair[]> {
  const { ask, key, match, random } = context;
  const task = { ...key, models: finalModels(context) };
  try {
    const asked = await ask('arena', task).catch(() => ask('arena', task));
    return pairUp(asked.questions, asked.contestants, random('sampling', 'curtains'), makeId);
  } catch (error) {
    context.signal.throwIfAborted();
    logError(`match ${match.code}: the models could not be asked`, error);
    return [];
  }
}

export const arenaJobs = {
  async arena(context) {
    const { match, tell } = context;
    const pairs = await askAll(context);
    if (match.stage === 'arena' && !sliceOf(match, 'arena').revealed) tell({ type: 'referee/arena', pairs });
  },
} satisfies Partial<JobTable>;
