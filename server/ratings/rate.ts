/** What a match does to the ratings of those who played it: labs are the teams, and nobody else is known than a device. */

import { ordinal, rate, rating } from 'openskill';
import type { RatingRecord } from '../store/ports.ts';

/** A lab of the match: the devices of its people, and what it came to in the end. */
export interface RatedLab {
  raterIds: readonly string[];
  score: number;
}

/** With fewer labs of people nothing was shown. */
const LEAST_LABS = 2;
/** In a new season everybody comes half of the way back to the middle, and is less certain again. */
export const KEPT_SHARE = 0.5;
const LOST_CERTAINTY = 3;
/** What is shown: a newcomer has this many points, and a good player some hundreds more. */
const FIRST_POINTS = 1000;
const POINTS_PER_SKILL = 40;

/** A quarter of a year, such as `2026-Q4`. */
export function seasonOf(nowMs: number): string {
  const date = new Date(nowMs);
  return `${date.getUTCFullYear()}-Q${1 + Math.floor(date.getUTCMonth() / 3)}`;
}

/** The season before this one. */
export function seasonBefore(season: string): string {
  const year = Number(season.slice(0, 4));
  const quarter = Number(season.at(-1));
  return quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
}

export function pointsOf(skill: Pick<RatingRecord, 'mu' | 'sigma'>): number {
  return Math.round(FIRST_POINTS + POINTS_PER_SKILL * ordinal(skill));
}

/** The rating that somebody has when a match of this season begins. */
export function ratingIn(season: string, raterId: string, last: RatingRecord | undefined): RatingRecord {
  const first = rating();
  if (!last) return { raterId, season, ...first, matches: 0 };
  if (last.season === season) return last;
  const mu = first.mu + KEPT_SHARE * (last.mu - first.mu);
  const sigma = Math.min(first.sigma, Math.hypot(last.sigma, LOST_CERTAINTY));
  return { raterId, season, mu, sigma, matches: 0 };
}

/** Labs with the devices that count: one that sits in two seats could let itself win. */
function countedLabs(labs: readonly RatedLab[]): RatedLab[] {
  const times = new Map<string, number>();
  for (const id of labs.flatMap(({ raterIds }) => raterIds)) times.set(id, (times.get(id) ?? 0) + 1);
  return labs
    .map(({ raterIds, score }) => ({ raterIds: raterIds.filter((id) => times.get(id) === 1), score }))
    .filter(({ raterIds }) => raterIds.length > 0);
}

/** The ratings after the match; none where too few people played it. */
export function rateLabs(
  labs: readonly RatedLab[],
  season: string,
  known: readonly RatingRecord[],
): { before: RatingRecord; after: RatingRecord }[] {
  const counted = countedLabs(labs);
  if (counted.length < LEAST_LABS) return [];
  const newest = new Map(known.map((record) => [record.raterId, record]));
  const before = counted.map(({ raterIds }) => raterIds.map((id) => ratingIn(season, id, newest.get(id))));
  const after = rate(
    before.map((lab) => lab.map(({ mu, sigma }) => rating({ mu, sigma }))),
    { score: counted.map(({ score }) => score) },
  );
  return before.flatMap((lab, place) =>
    lab.flatMap((one, member) => {
      const skill = after[place]?.[member];
      return skill ? [{ before: one, after: { ...one, ...skill, matches: one.matches + 1 } }] : [];
    }),
  );
}
