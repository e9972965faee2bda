/** The lobby: people come in, take their places, and have their devices measured; the host begins. */

import type { Match } from '../../match.ts';
import { RATING_MOVES, ratingsTold, type LobbySlice, type RatingsView } from '../../rated.ts';
import type { StageRules } from '../../stage.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    lobby: never;
  }
}

/** What the match did to its players' ratings, by player. */
function viewRatings(match: Match): RatingsView | null {
  return ratingsTold(match);
}

export const lobbyRules = {
  name: 'lobby',
  clock: { workshop: null, short: null, long: null, rehearsal: null, images: null },
  moves: RATING_MOVES,
  remember: () => ({ raters: {}, rated: null }) satisfies LobbySlice,
  view: viewRatings,
  mayBeginAgain: () => false,
} satisfies StageRules;
