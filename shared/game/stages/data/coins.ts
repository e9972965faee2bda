/** What a lab may spend on text: as much as all others at first, and more by what the generation before earned. */

import type { Team } from '../../match.ts';
import type { TeamScore } from '../../team-score.ts';

/** Coins every team may spend. The six plain datasets whole cost 120, and all together 190, so a team can't have it all. */
export const DATA_BUDGET_COINS = 100;

/** What a point of the total score is worth in the next generation: a good lab gets a dataset more, not all of them. */
const COINS_PER_POINT = 0.4;

/** Coins of a lab that came to this score in the generation before; to none in the first. */
export function coinsAfter(score: Pick<TeamScore, 'total'> | null): number {
  return DATA_BUDGET_COINS + Math.round(COINS_PER_POINT * (score?.total ?? 0));
}

/** Coins of the team in the present generation. */
export function coinsOf({ past }: Pick<Team, 'past'>): number {
  return coinsAfter(past.at(-1)?.debrief.score ?? null);
}
