/** The align stage: players rate pairs of answers, the team trains on the ratings, and then keeps or undoes the result. */

import type { PreferenceScores } from '../../../evals/preference.ts';
import type { Trait } from '../../../world/traits.ts';
import { lookUp, put, takeOut } from '../../look-up.ts';
import type { Match, Team } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import {
  KEPT_ATTEMPTS,
  type Alignment,
  type AlignOutcome,
  type AlignPlan,
  type AlignTraining,
  type Attempt,
  type RatingChoice,
  type Pair,
  type PairCard,
  type Pool,
} from './state.ts';
import { sliceOf } from '../../slices.ts';
import type { Context } from '../../stage.ts';

/** Pairs with a clear preference that training needs at least. */
export const MIN_PAIRS = 10;
/** Below this a signal is weak, since too few votes may be left that ask for the tone; from GOOD_VOTES on it is good (LOG.md). */
export const WEAK_VOTES = 20;
export const GOOD_VOTES = 50;
/** Share in form from which aligning makes sense. */
export const GATE_IN_FORM_SHARE = 0.9;

/** Takes over a team's sampled pairs. */
export function recordPairs(
  match: Match,
  team: Team,
  pairs: readonly PairCard[],
  before: PreferenceScores,
): Result<void> {
  if (team.now.align.alignment.before) return fail('train/repeat');
  for (const pair of pairs) put(sliceOf(match, 'align').pairs, pair.id, { ...pair, teamId: team.id });
  team.now.align.alignment.before = before;
  return ok(undefined);
}

/** Any player, and anybody of the audience, rates any pair; what the same person said before counts no more. */
export function rate(match: Match, raterId: string, pairId: string, choice: RatingChoice): Result<void> {
  if (match.stage !== 'align') return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  if (!lookUp(sliceOf(match, 'align').pairs, pairId)) return fail('align/no_such_pair');
  const byRater = lookUp(sliceOf(match, 'align').ratings, pairId) ?? {};
  put(byRater, raterId, choice);
  put(sliceOf(match, 'align').ratings, pairId, byRater);
  return ok(undefined);
}

/** Takes back what somebody rated who has left the match. */
export function leaveRatings(match: Match, raterId: string): void {
  const { ratings } = sliceOf(match, 'align');
  for (const byRater of Object.values(ratings)) takeOut(byRater, raterId);
}

/** How somebody rated a pair; null when not yet. */
export function ratingOf(match: Match, pairId: string, raterId: string): RatingChoice | null {
  const { ratings } = sliceOf(match, 'align');
  return lookUp(lookUp(ratings, pairId) ?? {}, raterId) ?? null;
}

/** By how many votes the first answer of a pair leads the second. */
function leadOf(match: Match, pairId: string): number {
  const { ratings } = sliceOf(match, 'align');
  return Object.values(lookUp(ratings, pairId) ?? {}).reduce<number>(
    (sum, choice) => sum + (choice === 'a' ? 1 : choice === 'b' ? -1 : 0),
    0,
  );
}

function pairsOf(match: Match, teamId: string, pool: Pool): Pair[] {
  return Object.values(sliceOf(match, 'align').pairs).filter(
    (pair) => pool === 'all' || pair.teamId === teamId,
  );
}

/** Votes for one answer or the other on the pairs of each team's model, where there are any; a skip is none. */
export function votesByTeam(match: Match): Map<string, number> {
  const { pairs, ratings } = sliceOf(match, 'align');
  const votes = new Map<string, number>();
  for (const [pairId, byPlayer] of Object.entries(ratings)) {
    const teamId = lookUp(pairs, pairId)?.teamId ?? '';
    const given = Object.values(byPlayer).filter((choice) => choice !== 'skip').length;
    votes.set(teamId, (votes.get(teamId) ?? 0) + given);
  }
  return votes;
}

/** Pairs that each player has rated, skipped ones left out. */
export function ratingCounts(match: Match): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const byPlayer of Object.values(sliceOf(match, 'align').ratings)) {
    for (const [playerId, choice] of Object.entries(byPlayer))
      if (choice !== 'skip') put(counts, playerId, (lookUp(counts, playerId) ?? 0) + 1);
  }
  return counts;
}

/** A decided pair. */
export interface Preference {
  trait: Trait;
  question: string;
  chosen: string;
  rejected: string;
}

/** Pairs that more people decided one way than the other, with the preferred answer first. */
export function preferences(match: Match, teamId: string, pool: Pool): Preference[] {
  return pairsOf(match, teamId, pool).flatMap(({ id, trait, question, a, b }) => {
    const lead = leadOf(match, id);
    if (lead === 0) return [];
    const [chosen, rejected] = lead > 0 ? [a, b] : [b, a];
    return [{ trait, question, chosen, rejected }];
  });
}

/** A pair as the lab's own model judges it, and what people say of it. */
export interface OpenPair extends Pick<Pair, 'trait' | 'question' | 'a' | 'b'> {
  people: 'a' | 'b' | null;
}

/** Pairs for the model to judge, whether people have or not: those on truth only where it is asked for truth. */
export function openPairs(match: Match, teamId: string, { pool, principles }: AlignTraining): OpenPair[] {
  return pairsOf(match, teamId, pool)
    .filter(({ trait }) => trait === 'kind' || principles.includes('true'))
    .map(({ id, trait, question, a, b }) => {
      const lead = leadOf(match, id);
      return { trait, question, a, b, people: lead > 0 ? 'a' : lead < 0 ? 'b' : null };
    });
}

/** Whether training was agreed on and its result is not there yet. */
export function isAligning({ now }: Team): boolean {
  const { alignment, run } = now.align;
  if (alignment.wanted) return true;
  return alignment.trained !== null && (run?.status === 'running' || alignment.outcome === null);
}

/** Whether there is an aligned model beside the tuned one. */
function hasAligned({ now }: Team): boolean {
  const { run } = now.align;
  return run?.status === 'finished' && run.tokensUsed > 0;
}

/** Whether the team goes on with its aligned model. */
export function keepsAligned(team: Team): boolean {
  return team.now.align.plan?.kind === 'keep' && hasAligned(team);
}

/** Training needs enough decided pairs, or enough for the model to judge; keeping and undoing are always allowed. */
export function checkAlign(match: Match, team: Team, plan: AlignPlan): Result<unknown> {
  if (plan.kind !== 'train') return ok(plan);
  if (plan.principles.length > 0)
    return openPairs(match, team.id, plan).length < MIN_PAIRS ? fail('align/no_pairs') : ok(plan);
  const pairs = preferences(match, team.id, plan.pool).length;
  return pairs < MIN_PAIRS ? fail('align/too_few_ratings', { pairs, least: MIN_PAIRS }) : ok(plan);
}

/** What a lab's first training has at least from when it was agreed on, and what there is at least to judge it, or the clock for it. */
export const TRAINING_SECONDS = 45;
export const JUDGING_SECONDS = 20;

/** The stage lasts so much longer at least, for a lab that has judged nothing yet: once for each, so that nobody can hold it up. */
function leaveTime({ match, nowMs }: Context, { now }: Team, seconds: number): void {
  if (now.align.alignment.judged > 0 || match.stageEndsAtMs === null) return;
  match.stageEndsAtMs = Math.max(match.stageEndsAtMs, nowMs + seconds * 1000);
}

/** Takes the team's decision: trains (again, from the tuned model), or settles the stage. */
export function commitAlign(context: Context, team: Team, plan: AlignPlan): void {
  if (plan.kind !== 'train') {
    team.now.align.plan = plan;
    return;
  }
  const { kind: _kind, ...training } = plan;
  team.now.align.alignment.wanted = training;
  team.now.align.alignment.outcome = null;
  team.now.align.alignment.wantedAtMs = context.nowMs;
  leaveTime(context, team, TRAINING_SECONDS);
}

/** Rows are ready: the agreed training begins. */
export function beginAlign({ now }: Team, pairsUsed: number): void {
  const { alignment } = now.align;
  alignment.trained = alignment.wanted;
  alignment.wanted = null;
  alignment.outcome = null;
  alignment.taught = null;
  alignment.pairsUsed = pairsUsed;
}

export function recordOutcome(context: Context, team: Team, outcome: AlignOutcome): Result<void> {
  const { alignment } = team.now.align;
  if (!hasAligned(team) || alignment.wanted) return fail('train/not_running');
  alignment.outcome = outcome;
  leaveTime(context, team, JUDGING_SECONDS);
  alignment.judged += 1;
  if (alignment.trained) {
    const { klNats, proxyWins, after } = outcome;
    const bits = (team.now.align.run?.curve ?? []).flatMap(({ bitsPerByte }) => bitsPerByte ?? []);
    const attempt: Attempt = {
      ...alignment.trained,
      ...after,
      klNats,
      proxyWins,
      forgot: (bits.at(-1) ?? 0) - (bits[0] ?? 0),
      seconds: (context.nowMs - alignment.wantedAtMs) / 1000,
    };
    alignment.attempts = [...alignment.attempts, attempt].slice(-KEPT_ATTEMPTS);
  }
  return ok(undefined);
}

/** How a device is to train the agreed run; null where there is none. */
export function alignSettings({
  trained,
  reward,
}: Pick<Alignment, 'trained' | 'reward'>): (AlignTraining & { reward: Record<string, number> }) | null {
  return trained && { ...trained, reward: reward ?? {} };
}
