/** The ranking and the strings from choices to results, from what the sealed test said. */

import { normalizedShares } from '../../../shared/rules/data.ts';
import type { TeamView } from '../../../shared/schema/view.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { CORPUS_KINDS } from '../../../shared/world/document.ts';

export interface RankedTeam {
  team: TeamView;
  /** 1 is best; equal scores share a rank. Teams without a score come last. */
  rank: number;
  total: number | null;
}

export function rankTeams(teams: readonly TeamView[]): RankedTeam[] {
  const scored = teams
    .map((team) => ({ team, total: team.debrief?.score?.total ?? null }))
    .sort((a, b) => (b.total ?? -1) - (a.total ?? -1));
  return scored.map((entry) => ({
    ...entry,
    rank: 1 + scored.filter((other) => (other.total ?? -1) > (entry.total ?? -1)).length,
  }));
}

export interface KindResult {
  kind: CorpusKind;
  /** Share of the reading, 0..1. */
  share: number;
  bitsPerByte: number;
}

/** Per kind of text: how much of it was read, and how surprised the final model still is. */
export function kindResults(team: TeamView): KindResult[] {
  const results = team.debrief?.results;
  if (!results) return [];
  const plan = team.debrief?.plans.data;
  const shares = new Map(plan ? normalizedShares(plan).map(({ kind, share }) => [kind, share]) : []);
  const final = results.aligned ?? results.tuned ?? results.pretrained;
  return CORPUS_KINDS.map((kind) => ({
    kind,
    share: shares.get(kind) ?? 0,
    bitsPerByte: final.perKind[kind],
  }));
}
