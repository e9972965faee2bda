/** The arena: everybody votes blind, the curtains open, and all have a look. */

import { z } from 'zod';
import { pairId } from '../../fields.ts';
import { arenaJob } from './jobs.ts';
import { settleScore } from '../../score.ts';
import { hostMove, playerMove, systemMove, type Context, type StageRules } from '../../stage.ts';
import {
  allVoted,
  castVote,
  countArenaVotes,
  leaveArena,
  leaveOwnLab,
  recordArena,
  reveal,
  REVEAL_GRACES,
  setSpotlight,
} from './votes.ts';
import { ARENA_CHOICES, emptyArena, SIDES, type ArenaPair } from './state.ts';
import { sliceOf } from '../../slices.ts';
import { viewArena } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    arena: never;
  }
}

/** Ends the voting, once. While there is something to see, the stage then stays a while longer. */
function openCurtains({ match }: Context): { stayMs: number } | 'go on' {
  const arena = sliceOf(match, 'arena');
  if (arena.revealed) {
    /* What stood in the spotlight goes with the stage. */
    arena.spotlight = null;
    return 'go on';
  }
  reveal(match);
  for (const team of Object.values(match.teams)) settleScore(match, team);
  if (countArenaVotes(arena) === 0) return 'go on';
  return { stayMs: REVEAL_GRACES * match.settings.graceSeconds * 1000 };
}

export const arenaRules = {
  name: 'arena',
  clock: { workshop: 150, short: 75, long: 150 },
  matchJob: arenaJob,
  moves: {
    'arena/vote': playerMove({ pairId, choice: z.enum(ARENA_CHOICES) }, ({ match, playerId }, move) =>
      castVote(match, playerId, move.pairId, move.choice),
    ),
    'host/spotlight': hostMove(
      { answer: z.strictObject({ pairId, side: z.enum(SIDES) }).nullable() },
      ({ match }, { answer }) => setSpotlight(match, answer),
    ),
    'referee/arena': systemMove<{ pairs: readonly ArenaPair[] }>(({ match }, { pairs }) =>
      recordArena(match, pairs),
    ),
  },
  view: viewArena,
  remember: emptyArena,
  isDone: (match) => allVoted(match),
  end: openCurtains,
  leaveMatch: leaveArena,
  changeTeam: leaveOwnLab,
} satisfies StageRules;
