/** The deploy stage's jobs: a timed replica, a small copy taught, a product tried out, and an hour of the town. */

import {
  dayOf,
  eventsServed,
  newsSoFar,
  rulesNow,
  servedVersion,
  servingTeams,
  shopOf,
} from '../../../shared/game/stages/deploy/day.ts';
import { sliceRows } from '../../../shared/data/rows.ts';
import { PUPIL_LESSONS } from '../../../shared/serving/models.ts';
import type { Served } from '../../referee/product.ts';
import { LESSON_ROWS } from '../../referee/pupil.ts';
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

export const deployJobs = {
  async timeReplica(context, { teamId }) {
    const { ask, key, tell } = context;
    const { config, tokenizer, weights } = servedBy(context, teamId);
    const replica = await ask('timeReplica', { ...key, config, tokenizer, weights });
    tell({ type: 'referee/replica', teamId, replica });
  },

  /** One part of what it learns; it is timed after the last. */
  async teachPupil(context, { teamId }) {
    const { ask, key, models, model, team, tell } = context;
    const { pupil: before, rows } = model(teamId);
    const lesson = shopOf(team(teamId)).pupil?.lessonsDone ?? 0;
    const own = servedBy(context, teamId);
    const read = (own.manner === 'chat' ? rows['fine-tune'] : null) ?? rows.pretrain;
    if (!read) throw new Error(`${teamId} has nothing to teach from`);
    const pupil = await ask('teachPupil', {
      ...key,
      ...own,
      rows: sliceRows(read, 0, Math.min(LESSON_ROWS, read.count)),
      lesson,
      pupil: lesson > 0 ? (before?.weights ?? null) : null,
    });
    models.putPupil(teamId, pupil);
    const lessonsDone = lesson + 1;
    const replica = lessonsDone < PUPIL_LESSONS ? null : await ask('timeReplica', { ...key, ...pupil });
    tell({ type: 'referee/pupil', teamId, pupil: { lessonsDone, replica } });
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
      const { plan, replica, pupil, standing, memory, isNameBlocked, kept } = shopOf(team);
      if (!plan || !replica) return [];
      const isReader = Boolean(team.now.data.plan?.purchases.web);
      const version = servedVersion(team);
      const served = servedBy(context, team.id);
      const speeds = { speed: replica.speed, pupilSpeed: pupil?.replica?.speed ?? null };
      const seen = { standing, memory, isNameBlocked, isReader, kept };
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
