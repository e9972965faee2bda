/** The deploy stage's jobs: a timed replica, a product tried out, and an hour of the town. */

import {
  dayOf,
  eventsNow,
  isRuled,
  newsSoFar,
  servedVersion,
  servingTeams,
  shopOf,
} from '../../../shared/game/stages/deploy/day.ts';
import type { Served } from '../../referee/product.ts';
import type { JobContext } from '../context.ts';
import { weightsIn } from '../last-model.ts';
import type { JobTable } from '../job-table.ts';

/** The model that a lab serves. */
function servedBy({ model, team, weights }: JobContext, teamId: string): Served {
  const { config, tokenizer } = model(teamId);
  const { stage, version } = weightsIn(team(teamId), servedVersion(team(teamId)));
  return {
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

  async tryProduct(context, { teamId }) {
    const { ask, key, team, tell } = context;
    const product = shopOf(team(teamId)).wanted;
    if (!product) throw new Error(`${teamId} wants to try nothing`);
    const found = await ask('tryProduct', { ...key, ...servedBy(context, teamId), product });
    tell({ type: 'referee/tried', teamId, ...found });
  },

  async serveTown(context) {
    const { ask, key, match, tell } = context;
    const day = dayOf(match);
    const labs = servingTeams(match).flatMap((team) => {
      const { plan, replica, standing, memory, kept } = shopOf(team);
      if (!plan || !replica) return [];
      const version = servedVersion(team);
      const served = servedBy(context, team.id);
      return [{ ...served, version, teamId: team.id, plan, speed: replica.speed, standing, memory, kept }];
    });
    const found = await ask('serveTown', {
      ...key,
      labs,
      hour: day.hours.length,
      events: eventsNow(day),
      news: newsSoFar(day),
      isRuled: isRuled(day),
    });
    tell({ type: 'referee/hour', ...found });
  },
} satisfies Partial<JobTable>;
