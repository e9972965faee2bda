/** The lobby: people come in, take their places, and have their devices measured; the host begins. */

import type { Match } from '../../match.ts';
import { CLASS_TEXT_MOVES, classTextOf } from '../../class-text.ts';
import { RATING_MOVES, ratingsTold, type LobbySlice, type LobbyView } from '../../rated.ts';
import type { StageRules } from '../../stage.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    lobby: never;
  }
}

/** What the match did to its players' ratings, and what the host has brought; null while there is neither. */
function viewLobby(match: Match): LobbyView | null {
  const view = { rated: ratingsTold(match), classText: classTextOf(match) };
  return view.rated || view.classText ? view : null;
}

export const lobbyRules = {
  name: 'lobby',
  clock: { workshop: null, short: null, long: null, rehearsal: null, images: null },
  moves: { ...RATING_MOVES, ...CLASS_TEXT_MOVES },
  remember: () => ({ raters: {}, rated: null, classText: null }) satisfies LobbySlice,
  view: viewLobby,
  mayBeginAgain: () => false,
} satisfies StageRules;
