/** The deploy stage's jobs: a timed replica, a small copy taught or measured, a product tried out, and an hour of the town. */

import {
  dayOf,
  eventsServed,
  newsSoFar,
  phonesOf,
  rulesNow,
  servedVersion,
  servingTeams,
  shopOf,
} from '../../../shared/game/stages/deploy/day.ts';
import { hasLearned } from '../../../shared/game/stages/deploy/lessons.ts';
import { readLog } from '../../../shared/game/stages/deploy/request-log.ts';
import { requestBytesOf } from '../../../shared/game/stages/deploy/two-models.ts';
import { sliceRows } from '../../../shared/data/rows.ts';
import { PUPIL_LESSONS } from '../../../shared/serving/models.ts';
import type { Served } from '../../referee/product.ts';
import { judgedRows, LESSON_ROWS, partOf } from '../../referee/pupil.ts';
import type { Trained } from '../../referee/tasks.ts';
import type { JobContext } from '../context.ts';
import { weightsIn } from '../last-model.ts';
import type { JobTable } from '../job-table.ts';

/** The model that a lab serves. */
function servedBy({ model, team, weights }: JobContext, teamId: string): Served {
  const { config, tokenizer, pupil } = model(teamId);
  const { stage, version } = weightsIn(team(teamId), servedVersion(team(teamId)));
  return {
    ...(pupil && shopOf(team(teamId)).pupil?.replica && { pupil }),
    config,
    tokenizer,
    weights: weights(teamId, stage, version),
    manner: stage === 'pretrain' ? 'plain' : 'chat',
  };
}

/** A lab's small copy as far as it has learned, with all its lessons. */
function learnerOf({ model, team }: JobContext, teamId: string) {
  const { pupil, lessons, brought } = model(teamId);
  const state = shopOf(team(teamId)).pupil;
  if (!pupil || !lessons || !state) throw new Error(`${teamId} has no lessons for a small copy`);
  return { state, lesson: state.lessonsDone, lessons, pupil, brought };
}

/** A part is learned: it is kept, and the copy is timed after the last. */
async function takeOver(
  { ask, key, models, tell }: JobContext,
  { teamId, lesson, pupil, loss }: { teamId: string; lesson: number; pupil: Trained; loss: number },
): Promise<void> {
  const isLast = lesson + 1 === PUPIL_LESSONS;
  const replica = isLast ? await ask('timeReplica', { ...key, ...pupil }) : null;
  models.putPupil(teamId, pupil);
  tell({ type: 'referee/pupil', teamId, lesson, loss, replica });
}

export const deployJobs = {
  async timeReplica(context, { teamId }) {
    const { ask, key, tell } = context;
    const { config, tokenizer, weights } = servedBy(context, teamId);
    const replica = await ask('timeReplica', { ...key, config, tokenizer, weights });
    tell({ type: 'referee/replica', teamId, replica });
  },

  async writeLessons(context, { teamId }) {
    const { ask, key, models, model, tell } = context;
    const { rows } = model(teamId);
    const own = servedBy(context, teamId);
    const read = (own.manner === 'chat' ? rows['fine-tune'] : null) ?? rows.pretrain;
    if (!read) throw new Error(`${teamId} has nothing to teach from`);
    const first = sliceRows(read, 0, Math.min(LESSON_ROWS, read.count));
    const lessons = await ask('writeLessons', { ...key, ...own, rows: first });
    const { tokensTotal, loss, pupil } = lessons;
    models.putLessons(teamId, lessons.rows, pupil);
    tell({ type: 'referee/lessons', teamId, rowsTotal: lessons.rows.count, tokensTotal, loss });
  },

  /** One part, in the devices' place. */
  async teachPupil(context, { teamId }) {
    const { lesson, lessons, pupil: before } = learnerOf(context, teamId);
    const { pupil, loss } = await context.ask('teachPupil', {
      ...context.key,
      ...before,
      part: partOf(lessons, lesson),
      judged: judgedRows(lessons),
    });
    await takeOver(context, { teamId, lesson, pupil, loss });
  },

  /** What a device made of it counts once it is measured; it is thrown away where that taught it nothing. */
  async judgePupil(context, { teamId }) {
    const { lesson, lessons, state, pupil: before, brought } = learnerOf(context, teamId);
    const pupil = { ...before, weights: brought ?? before.weights };
    const judged = judgedRows(lessons);
    const { loss } = await context.ask('judgePupil', { ...context.key, ...pupil, judged });
    if (hasLearned(state, loss)) await takeOver(context, { teamId, lesson, pupil, loss });
    else context.tell({ type: 'pupil/refuse', teamId });
  },

  async tryProduct(context, { teamId }) {
    const { ask, key, team, tell } = context;
    const product = shopOf(team(teamId)).wanted;
    if (!product) throw new Error(`${teamId} wants to try nothing`);
    const found = await ask('tryProduct', { ...key, ...servedBy(context, teamId), product });
    tell({ type: 'referee/tried', teamId, ...found });
  },

  async serveTown(context) {
    const { ask, key, match, random, tell } = context;
    const day = dayOf(match);
    const labs = servingTeams(match).flatMap((team) => {
      const { plan, replica, pupil, standing, memory, isNameBlocked, kept, log, downloaded } = shopOf(team);
      if (!plan || !replica) return [];
      const isReader = Boolean(team.now.data.plan?.purchases.web);
      const version = servedVersion(team);
      const served = servedBy(context, team.id);
      const copy = pupil?.replica ?? null;
      const speeds = {
        speed: replica.speed,
        pupilSpeed: copy?.speed ?? null,
        requestBytes: requestBytesOf(plan.model, { own: replica, pupil: copy }),
      };
      const phones = phonesOf(Object.values(match.players), replica);
      const found = readLog(log, day.hours.length);
      const seen = { standing, memory, isNameBlocked, isReader, kept, readLog: found, phones, downloaded };
      return [{ ...served, ...speeds, ...seen, version, teamId: team.id, plan }];
    });
    const found = await ask('serveTown', {
      ...key,
      labs,
      hour: day.hours.length,
      events: eventsServed(day, random('sealed', 'events of the day')),
      news: newsSoFar(day),
      rules: rulesNow(day),
    });
    tell({ type: 'referee/hour', ...found });
  },
} satisfies Partial<JobTable>;
