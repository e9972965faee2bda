/** What temperature and nucleus sampling make of a model's chances: shown before a token is drawn. */

import type { TokenCandidate } from '../executor.ts';

export interface Reweighed extends TokenCandidate {
  /** Its chance of being drawn; 0 for what the nucleus leaves out. */
  drawn: number;
}

/**
 * Every token with its chance of being drawn, likeliest first. `candidates` are all tokens of the vocabulary, likeliest first;
 * at temperature 0 the first is drawn for certain.
 */
export function reweigh(
  candidates: readonly TokenCandidate[],
  { temperature, topP }: { temperature: number; topP: number },
): Reweighed[] {
  if (temperature === 0) return candidates.map((one, index) => ({ ...one, drawn: index === 0 ? 1 : 0 }));
  const warmed = candidates.map(({ chance }) => chance ** (1 / temperature));
  const all = warmed.reduce((sum, value) => sum + value, 0);
  let reached = 0;
  const kept = warmed.map((value) => {
    const isKept = reached < topP * all;
    reached += value;
    return isKept ? value : 0;
  });
  const mass = kept.reduce((sum, value) => sum + value, 0);
  return candidates.map((one, index) => ({ ...one, drawn: kept[index] / mass }));
}
