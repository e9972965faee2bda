/** The arena: everybody votes blind, the curtains open, and all have a look. */

import { z } from 'zod';
import { pairId } from '../../fields.ts';
import { arenaJob } from './jobs.ts';
import { settleScore } from '../../score.ts';
import { startClock } from '../../stage-clock.ts';
import {
  audienceMove,
  hostMove,
  playerMove,
  systemMove,
  type Context,
  type StageRules,
  type Stay,
} from '../../stage.ts';
import { reveal } from './verdict.ts';
import {
  allVoted,
  castVote,
  countArenaVotes,
  handBallot,
  leaveArena,
  leaveOwnLab,
  recordArena,
  REVEAL_GRACES,
  setSpotlight,
} from './votes.ts';
import { ARENA_CHOICES, emptyArena, HOST_VOTER, SIDES, type ArenaPair } from './state.ts';
import { sliceOf } from '../../slices.ts';
import { viewArena } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    arena: never;
  }
}

const vote = { pairId, choice: z.enum(ARENA_CHOICES) };

/** Ends the voting, once. While there is something to see, the stage then stays a while longer. */
function openCurtains(context: Context): Stay | 'go on' {
  const { match } = context;
  const arena = sliceOf(match, 'arena');
  if (arena.revealed) {
    /* What stood in the spotlight goes with the stage. */
    arena.spotlight = null;
    return 'go on';
  }
  reveal(context);
  for (const team of Object.values(match.teams)) settleScore(match, team);
  if (countArenaVotes(arena) === 0) return 'go on';
  return { stayMs: REVEAL_GRACES * match.settings.graceSeconds * 1000 };
}

export const arenaRules = {
  name: 'arena',
  clock: { workshop: 150, short: 75, long: 150, rehearsal: 20 },
  clockWaits: true,
  matchJob: arenaJob,
  moves: {
    'arena/vote': playerMove(vote, ({ match, playerId }, move) =>
      castVote(match, playerId, move.pairId, move.choice),
    ),
    'audience/vote': audienceMove(vote, ({ match, watcherId }, move) =>
      castVote(match, watcherId, move.pairId, move.choice),
    ),
    'host/vote': hostMove(vote, ({ match }, move) => castVote(match, HOST_VOTER, move.pairId, move.choice)),
    'host/spotlight': hostMove(
      { answer: z.strictObject({ pairId, side: z.enum(SIDES) }).nullable() },
      ({ match }, { answer }) => setSpotlight(match, answer),
    ),
    /** The vote begins, with the whole of its clock; without pairs, where no model could be asked, all are done at once. */
    'referee/arena': systemMove<{ pairs: readonly ArenaPair[] }>((context, { pairs }) => {
      const { match, nowMs } = context;
      const recorded = recordArena(context, pairs);
      if (recorded.ok) startClock(match, nowMs, match.settings.stageSeconds.arena);
      return recorded;
    }),
  },
  view: viewArena,
  remember: emptyArena,
  isDone: allVoted,
  end: openCurtains,
  /* The models would say the same again, and everybody knows by now who said what. */
  mayBeginAgain: (match) => !sliceOf(match, 'arena').revealed,
  enterMatch: handBallot,
  leaveMatch: leaveArena,
  changeTeam: leaveOwnLab,
} satisfies StageRules;
