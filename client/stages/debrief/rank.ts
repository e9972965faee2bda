/** The ranking and the strings from choices to results, from what the sealed test said. */

import { awardsFor, type Award } from '../../../shared/game/stages/debrief/awards.ts';
import { normalizedShares } from '../../../shared/game/stages/data/plan.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import type { Rating } from '../../../shared/evals/bradley-terry.ts';
import { SCORED_KINDS, type ScoredKind } from '../../../shared/world/document.ts';
import { percents } from '../percent.ts';
import { finalBits } from '../curves.ts';
import { profitOf, townDayOf } from './town-day.ts';

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

/** How much of its compute the lab's pretraining spent, in percent; 100 where none was given. */
export function spentPercent({ runs: { pretrain } }: TeamView): number {
  if (!pretrain || pretrain.tokensTotal === 0) return 100;
  return Math.round((100 * pretrain.tokensUsed) / pretrain.tokensTotal);
}

export interface TeamOverYears {
  team: TeamView;
  /** The total of each year, the present one last; null where there is none. */
  years: (number | null)[];
  /** Mean of all years; null until all are there. */
  mean: number | null;
}

/** Labs by the mean of their totals over all years so far, the best first; all years count alike. */
export function overYears(teams: readonly TeamView[]): TeamOverYears[] {
  const summed = teams.map((team): TeamOverYears => {
    const scores = [...team.past.map(({ score }) => score), team.debrief?.score ?? null];
    const years = scores.map((score) => score?.total ?? null);
    const sum = years.reduce<number | null>(
      (all, total) => (all === null || total === null ? null : all + total),
      0,
    );
    return { team, years, mean: sum === null ? null : sum / years.length };
  });
  return summed.toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1));
}

export interface KindResult {
  kind: ScoredKind;
  /** Share of the reading, 0..1, and in whole percents, of which all of the reading has 100. */
  share: number;
  percent: number;
  bitsPerByte: number;
}

/** Per kind of text: how much of it was read, and how surprised the final model still is. */
export function kindResults(team: TeamView): KindResult[] {
  const results = team.debrief?.results;
  if (!results) return [];
  const plan = team.debrief?.plans.data;
  const parts = plan ? normalizedShares(plan) : [];
  const whole = percents(parts.map(({ share }) => share));
  const shares = new Map(parts.map(({ kind, share }, index) => [kind, { share, percent: whole[index] }]));
  const final = results.aligned ?? results.tuned ?? results.pretrained;
  return SCORED_KINDS.map((kind) => ({
    kind,
    ...(shares.get(kind) ?? { share: 0, percent: 0 }),
    bitsPerByte: final.perKind[kind],
  }));
}

/** The rating of a contestant, if the arena gave it one. */
export function ratingOf({ arena }: MatchView, id: string): Rating | null {
  const rating = arena?.ratings?.find((candidate) => candidate.id === id) ?? null;
  return rating && rating.votes > 0 ? rating : null;
}

/** Awards of the labs with players, from what was measured. */
export function awardsOf(match: MatchView): Award[] {
  const playing = new Set(match.players.map(({ teamId }) => teamId));
  return awardsFor(
    match.teams.flatMap((team) => {
      const { results, prepared, score } = team.debrief ?? {};
      if (!results || !prepared || !score || !playing.has(team.id)) return [];
      const { parameters, trigramBitsPerByte } = prepared;
      const rating = ratingOf(match, team.id);
      const bits = team.debrief?.plans.scale?.bet;
      const measured = team.runs.pretrain && finalBits(team.runs.pretrain);
      const bet = bits === undefined || measured === null ? {} : { bet: { bits, measured } };
      const town = townDayOf(match, team);
      const day = town ? { day: { good: town.good, profitCents: profitOf(town), trust: town.trust } } : {};
      return [{ id: team.id, parameters, trigramBitsPerByte, results, score, rating, ...bet, ...day }];
    }),
  );
}
