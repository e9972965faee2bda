/** What all may know of the arena. */

import { isHushed } from '../../hush.ts';
import { lookUp } from '../../look-up.ts';
import type { Match } from '../../match.ts';
import { sliceOf } from '../../slices.ts';
import { HOST_VOTER, type ArenaVerdict } from './state.ts';
import { countArenaVotes, votesGiven, votesOf } from './votes.ts';

/** The arena as everybody sees it. */
export interface ArenaView {
  /** Whether the referee has asked all contestants. */
  sampled: boolean;
  pairs: number;
  /** All votes of people, the host's too; and votes that all ballots together hold, with those that the host has given. */
  votes: number;
  wanted: number;
  /** Players and audience with a ballot, and those of them who have voted on all of it. */
  voters: number;
  done: number;
  revealed: boolean;
  /** By contestant, once revealed. */
  ratings: ArenaVerdict['ratings'] | null;
  /** How much each bench had to say, and how it went by question; once revealed. */
  benches: ArenaVerdict['benches'] | null;
  criteria: ArenaVerdict['criteria'] | null;
  /** The answer that the host shows; whose it is only once revealed. */
  spotlight: { question: string; text: string; contestantId: string | null } | null;
}

/** Who is behind an answer, and how votes fell, only after the reveal; nothing before the stage. */
export function viewArena(match: Match): ArenaView | null {
  const { stage, players, audience } = match;
  if (stage !== 'arena' && stage !== 'debrief') return null;
  const arena = sliceOf(match, 'arena');
  const ballotSize = (id: string): number => lookUp(arena.ballots, id)?.length ?? 0;
  const voters = [...Object.values(players), ...Object.values(audience)].filter(
    ({ id }) => ballotSize(id) > 0,
  );
  const ballots = voters.map(({ id }) => votesGiven(match, id));
  const verdict = arena.revealed ? arena.verdict : null;
  const lit = arena.spotlight && lookUp(arena.pairs, arena.spotlight.pairId);
  const isHidden = lit && arena.spotlight && isHushed(match, lit.who[arena.spotlight.side]);
  const shown = isHidden ? null : lit;
  return {
    sampled: arena.sampled,
    pairs: Object.keys(arena.pairs).length,
    votes: countArenaVotes(arena),
    wanted: voters.reduce((sum, { id }) => sum + ballotSize(id), 0) + votesOf(arena, HOST_VOTER),
    voters: voters.length,
    done: ballots.filter(({ given, size }) => given === size).length,
    revealed: arena.revealed,
    ratings: verdict?.ratings ?? null,
    benches: verdict?.benches ?? null,
    criteria: verdict?.criteria ?? null,
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
