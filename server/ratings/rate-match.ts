/** Rates a match of strangers once it is over, and tells its players what it came to. A restart in between changes nothing. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isOver } from '../../shared/game/schedule.ts';
import type { Match } from '../../shared/game/match.ts';
import { ratedLabs, ratingsTold } from '../../shared/game/rated.ts';
import { logError } from '../log.ts';
import { SYSTEM, type MatchService } from '../match/authority.ts';
import { sleep } from '../match/sleep.ts';
import type { Ratings } from '../store/ports.ts';
import { pointsOf, rateLabs, seasonOf } from './rate.ts';

const RETRY_MS = 5_000;
/** Two matches of one device that end together. */
const ATTEMPTS = 5;

/** The store knows a device by this only: nobody finds the device by it. */
export function raterOf(device: string): string {
  return createHash('sha256').update(`rater ${device}`).digest('base64url').slice(0, 22);
}

const outcomeShape = z.record(z.string(), z.object({ points: z.number(), gained: z.number() }));
type Outcome = z.output<typeof outcomeShape>;

/** Whether all labs have their scores, and nobody has been told of a rating yet. */
function isDue(match: Match): boolean {
  if (match.settings.quick !== 'public' || match.stage !== 'debrief' || !isOver(match)) return false;
  return ratingsTold(match) === null && ratedLabs(match) !== null;
}

/** What the match did to each device's points; the same again for a match that was rated before. */
async function outcomeOf(store: Ratings, matchId: string, match: Match, nowMs: number): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const noted = await store.outcomeOf(matchId);
    if (noted !== null) return outcomeShape.parse(JSON.parse(noted));
    const labs = ratedLabs(match) ?? [];
    const known = await store.ratings(labs.flatMap(({ raterIds }) => raterIds));
    const changes = rateLabs(labs, seasonOf(nowMs), known);
    const outcome: Outcome = Object.fromEntries(
      changes.map(({ before, after }) => [
        after.raterId,
        { points: pointsOf(after), gained: pointsOf(after) - pointsOf(before) },
      ]),
    );
    const written = await store.rateMatch(
      matchId,
      JSON.stringify(outcome),
      changes.map(({ after }) => after),
    );
    if (written === 'written') return outcome;
  }
  throw new Error('other matches kept changing the ratings');
}

/** Begins to watch; it ends with the match. */
export function rateWhenOver(
  service: MatchService,
  matchId: string,
  store: Ratings,
  now: () => number,
): void {
  let isAtIt = false;
  const look = async (): Promise<void> => {
    if (isAtIt || !isDue(service.shown)) return;
    isAtIt = true;
    try {
      const outcome = await outcomeOf(store, matchId, service.shown, now());
      service.submit({ type: 'rating/told', outcome }, SYSTEM);
    } catch (error) {
      if (service.signal.aborted) return;
      logError(`match ${service.shown.code} could not be rated`, error);
      await sleep(RETRY_MS, service.signal).catch(() => undefined);
    }
    isAtIt = false;
  };
  service.onChange(() => void look());
}
