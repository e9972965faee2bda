/** What all may know of the arena. */

import { lookUp } from '../../look-up.ts';
import type { Match } from '../../match.ts';
import { sliceOf } from '../../slices.ts';
import type { Arena } from './state.ts';
import { countArenaVotes, hasVoted } from './votes.ts';

/** The arena as everybody sees it. */
export interface ArenaView {
  /** Whether the referee has asked all contestants. */
  sampled: boolean;
  pairs: number;
  votes: number;
  /** Votes that all ballots together hold. */
  wanted: number;
  /** Players with a ballot, and those of them who have voted on all of it. */
  voters: number;
  done: number;
  revealed: boolean;
  /** By contestant, once revealed. */
  ratings: Arena['ratings'];
  /** The answer that the host shows; whose it is only once revealed. */
  spotlight: { question: string; text: string; contestantId: string | null } | null;
}

/** Who is behind an answer, and how votes fell, only after the reveal; nothing before the stage. */
export function viewArena(match: Match): ArenaView | null {
  const { stage, players } = match;
  if (stage !== 'arena' && stage !== 'debrief') return null;
  const arena = sliceOf(match, 'arena');
  const ballotSize = (id: string): number => lookUp(arena.ballots, id)?.length ?? 0;
  const voters = Object.values(players).filter(({ id }) => ballotSize(id) > 0);
  const shown = arena.spotlight && lookUp(arena.pairs, arena.spotlight.pairId);
  return {
    sampled: arena.sampled,
    pairs: Object.keys(arena.pairs).length,
    votes: countArenaVotes(arena),
    wanted: voters.reduce((sum, { id }) => sum + ballotSize(id), 0),
    voters: voters.length,
    done: voters.filter(({ id }) => hasVoted(match, id)).length,
    revealed: arena.revealed,
    ratings: arena.revealed ? arena.ratings : null,
    spotlight:
      shown && arena.spotlight
        ? {
            question: shown.question,
            text: shown[arena.spotlight.side],
            contestantId: arena.revealed ? shown.who[arena.spotlight.side] : null,
          }
        : null,
  };
}
