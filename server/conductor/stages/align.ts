/** The align stage's jobs: pairs to rate, rows of the ratings, and what aligning came to. */

import { countTargets } from '../../../shared/data/rows.ts';
import { openPairs, preferences, votesByTeam } from '../../../shared/game/stages/align/preferences.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../../shared/game/stages/fine-tune/plan.ts';
import { makeId } from '../../match/random-ids.ts';
import { firstVersionOf } from '../../../shared/game/training/start.ts';
import { beforeAligning } from '../last-model.ts';
import type { JobTable } from '../job-table.ts';

/**
 * About so many pairs of each team's model, and so many in a match at least: a third ask for the truth and not all others are
 * clear, so that about 150 votes for kindness find a pair of their own each.
 */
const PAIRS_PER_TEAM = 80;
const PAIRS_PER_MATCH = 300;

/** Pairs to sample from each of so many teams' models. */
function pairCount(teams: number): number {
  return Math.max(PAIRS_PER_TEAM, Math.ceil(PAIRS_PER_MATCH / Math.max(1, teams)));
}

export const alignJobs = {
  async samplePairs({ ask, key, match, model, team, tell, weights }, { teamId }) {
    const { config, tokenizer } = model(teamId);
    const base = beforeAligning(team(teamId));
    const { pairs, before } = await ask('samplePairs', {
      ...key,
      config,
      tokenizer,
      weights: weights(teamId, base.stage, base.version),
      teamId,
      count: pairCount(Object.keys(match.teams).length),
    });
    tell({
      type: 'referee/paired',
      teamId,
      pairs: pairs.map((draft) => ({ ...draft, id: makeId() })),
      before,
    });
  },

  async fitReward({ ask, key, match, tell }) {
    const votes = [...votesByTeam(match).values()].reduce((sum, ofTeam) => sum + ofTeam, 0);
    const decided = preferences(match, '', 'all');
    tell({ type: 'referee/fitted', fit: { votes, ...(await ask('fitReward', { ...key, decided })) } });
  },

  async prepareAlign({ ask, key, match, model, models, team, tell, weights: weightsOf }, { teamId }) {
    const { align, 'fine-tune': tuning } = team(teamId).now;
    const { alignment } = align;
    if (!alignment.wanted) throw new Error(`${teamId} has not decided to align`);
    const { config, tokenizer } = model(teamId);
    const { method, principles } = alignment.wanted;
    const judged =
      principles.length > 0
        ? { preferences: [], pairs: openPairs(match, teamId, alignment.wanted) }
        : { preferences: preferences(match, teamId, alignment.wanted.pool), pairs: [] };
    const plan = tuning.plan ?? DEFAULT_FINE_TUNE_PLAN;
    const base = beforeAligning(team(teamId));
    const weights = weightsOf(teamId, base.stage, base.version);
    const task = { ...key, config, tokenizer, weights, plan, method, principles, ...judged };
    const { rows, taught, reward, pairsUsed } = await ask('prepareAlign', task);
    if (!team(teamId).now.align.alignment.wanted) return;
    models.prepareMore(teamId, 'align', rows, base, firstVersionOf(team(teamId), 'align'));
    const run = { rowsTotal: rows.count, tokensTotal: countTargets(rows), pairsUsed };
    tell({ type: 'round/run', teamId, stage: 'align', ...run });
    tell({ type: 'referee/taught', teamId, taught, reward });
  },

  async chooseBest({ ask, key, match, model, team, tell, weights }, { teamId }) {
    const { config, tokenizer } = model(teamId);
    const base = beforeAligning(team(teamId));
    const bestOf = await ask('chooseBest', {
      ...key,
      config,
      tokenizer,
      weights: weights(teamId, base.stage, base.version),
      decided: preferences(match, teamId, 'all'),
    });
    tell({ type: 'referee/best-of', teamId, bestOf });
  },

  async scoreAlign({ ask, key, model, team, tell, weights: weightsOf }, { teamId }) {
    const { run, alignment } = team(teamId).now.align;
    if (!run) throw new Error(`${teamId} aligns nothing`);
    const { version, tokensUsed: tokens } = run;
    const weights = weightsOf(teamId, 'align', version);
    const base = beforeAligning(team(teamId));
    const baseWeights = weightsOf(teamId, base.stage, base.version);
    const { config, tokenizer } = model(teamId);
    const found = await ask('scoreAlign', {
      ...key,
      config,
      tokenizer,
      weights,
      baseWeights,
      reward: alignment.reward ?? {},
      principles: alignment.trained?.principles ?? [],
    });
    /* The team may have begun another training meanwhile, to which these scores do not belong. */
    if (team(teamId).now.align.run !== run) return;
    const { bitsPerByte, samples, outcome } = found;
    const scored = { version, tokens, bitsPerByte, ownBitsPerByte: bitsPerByte, samples };
    tell({ type: 'referee/scored', teamId, stage: 'align', ...scored });
    tell({ type: 'referee/aligned', teamId, outcome });
  },
} satisfies Partial<JobTable>;
