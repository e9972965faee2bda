/** The debrief's arithmetic: three public scores of 0..100, kept apart, and their mean for the ranking. */

import type { Rating } from '../evals/bradley-terry.ts';
import { SCORED_KINDS } from '../world/document.ts';
import type { Match, ModelScores, Team, TeamResults, Yardstick } from './match.ts';
import type { TeamScore } from './team-score.ts';
import { sliceOf } from './slices.ts';
import { townScore } from './stages/deploy/totals.ts';

/** What could not be measured earns nothing, and does not spoil the means. */
const percent = (share: number): number =>
  Number.isFinite(share) ? 100 * Math.min(1, Math.max(0, share)) : 0;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How much less surprised a model is than the yardstick, in percent of it: kind by kind, so that none outweighs the others, and
 * where it is more surprised it earns nothing.
 */
function languageOf({ perKind }: ModelScores, yardstick: Yardstick): number {
  return mean(SCORED_KINDS.map((kind) => percent(1 - perKind[kind] / yardstick.perKind[kind])));
}

/**
 * All on the model that the team ended with, as it is: compute that was left unspent is not made up for. Use: its rating in the
 * arena. Trust: the mean of the share of true answers among sampled answers to sealed questions about facts and recipes, and of
 * the share of answers in form. Where there was a day in town, what was seen there counts as much as each of these: in use its
 * good answers and how much of their cost the town paid, and in trust how far the town believes it in the end. Science: the mean of language (see above), of the sentences of its own stories that hold
 * together, of sealed exercises and of sealed facts. The total weighs the three equally, leaving out a use that nobody measured.
 */
export function scoreResults(
  results: TeamResults,
  rating: Rating | null,
  day: ReturnType<typeof townScore> = null,
): TeamScore {
  const final: ModelScores = results.aligned ?? results.tuned ?? results.pretrained;
  const sampled = results.aligned ? results.preference.aligned : results.preference.tuned;
  const language = languageOf(final, results.yardstick);
  const stories = percent(final.evals.sentences);
  const exercises = percent(final.evals.exercises);
  const facts = percent(final.evals.facts);
  const form = percent(final.evals.form);
  const truth = percent(sampled?.trueShare ?? 0);
  const arena = rating && rating.votes > 0 ? rating.value : null;
  const used = [...(arena === null ? [] : [arena]), ...(day ? [day.served, day.paid] : [])];
  const use = used.length > 0 ? mean(used) : null;
  const trust = mean([truth, form, ...(day ? [day.believed] : [])]);
  const science = mean([language, stories, exercises, facts]);
  const total = mean(use === null ? [trust, science] : [use, trust, science]);
  const parts = { use, trust, science, truth, form, language, stories, exercises, facts, total };
  return day ? { ...parts, town: { arena, ...day } } : parts;
}

/** Sets the team's score as far as results and ratings are there; called whenever either comes in. */
export function settleScore(match: Match, team: Team): void {
  const arena = sliceOf(match, 'arena');
  const { results } = team.now.debrief;
  if (!results || !arena.revealed) return;
  const rating = arena.verdict?.ratings.find(({ id }) => id === team.id) ?? null;
  team.now.debrief.score = scoreResults(results, rating, townScore(match, team));
}

/** Teams from best to worst; those without a score come last. */
export function ranking<T extends { id: string; score: TeamScore | null }>(teams: readonly T[]): T[] {
  return [...teams].sort((a, b) => (b.score?.total ?? -1) - (a.score?.total ?? -1) || (a.id < b.id ? -1 : 1));
}
