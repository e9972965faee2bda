/** The debrief's arithmetic: four plain scores of 0..100, and their mean decides the ranking. */

import type { ModelScores, Team, TeamResults, TeamScore } from './match.ts';

const percent = (share: number): number => 100 * Math.min(1, Math.max(0, share));

/**
 * Language: how far the sealed-test loss fell from the untrained model's, in percent of it. The other three are shares
 * of sealed exercises, facts and answers in form. All four are measured on the model the team ended with.
 */
export function scoreResults(results: TeamResults, untrainedBitsPerByte: number): TeamScore {
  const final: ModelScores = results.aligned ?? results.tuned ?? results.pretrained;
  const language = percent(1 - final.bitsPerByte / untrainedBitsPerByte);
  const exercises = percent(final.evals.exercises);
  const facts = percent(final.evals.facts);
  const form = percent(final.evals.form);
  return { language, exercises, facts, form, total: (language + exercises + facts + form) / 4 };
}

/** Teams from best to worst; those without a score come last. */
export function ranking<T extends Pick<Team, 'id' | 'score'>>(teams: readonly T[]): T[] {
  return [...teams].sort((a, b) => (b.score?.total ?? -1) - (a.score?.total ?? -1) || (a.id < b.id ? -1 : 1));
}
