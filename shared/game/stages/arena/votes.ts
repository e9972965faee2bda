/** The arena: everybody votes blind between answers of two contestants, never on the own lab; then the curtains open. */

import { rateVotes, type Vote } from '../../../evals/bradley-terry.ts';
import { createRandom, hashSeed, type Random } from '../../../random.ts';
import { lookUp, put, takeOut } from '../../look-up.ts';
import { findPlayer } from '../../members.ts';
import type { Match } from '../../match.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Arena, ArenaCard, ArenaChoice, ArenaPair, Spotlight } from './state.ts';
import { sliceOf } from '../../slices.ts';

/** Most pairs for one player: two and a half minutes at ten seconds each. */
export const MAX_BALLOT = 15;
/** Once all is told, people want to look: so many times the usual pause between stages. */
export const REVEAL_GRACES = 6;

/** Takes over the referee's pairs and hands them out: each pair to about as many players, in an order of their own. */
export function recordArena(match: Match, pairs: readonly ArenaPair[]): Result<void> {
  const arena = sliceOf(match, 'arena');
  if (match.stage !== 'arena' || arena.revealed) return fail('match/wrong_stage', { stage: match.stage });
  if (arena.sampled) return fail('train/repeat');
  arena.sampled = true;
  for (const pair of pairs) put(arena.pairs, pair.id, pair);
  const handedOut = new Map(pairs.map(({ id }) => [id, 0]));
  for (const { id: playerId, teamId } of Object.values(match.players)) {
    const rank = ({ id }: ArenaPair): number => hashSeed(0, `${playerId} ${id}`);
    const ballot = pairs
      .filter((pair) => !isBehind(pair, teamId))
      .toSorted((x, y) => (handedOut.get(x.id) ?? 0) - (handedOut.get(y.id) ?? 0) || rank(x) - rank(y))
      .slice(0, MAX_BALLOT)
      .toSorted((x, y) => rank(x) - rank(y))
      .map(({ id }) => id);
    for (const id of ballot) handedOut.set(id, (handedOut.get(id) ?? 0) + 1);
    put(arena.ballots, playerId, ballot);
  }
  return ok(undefined);
}

function isBehind({ who }: ArenaPair, teamId: string): boolean {
  return who.a === teamId || who.b === teamId;
}

/** A player's vote on a pair of the ballot, in place of an earlier one and only while the curtains are closed. */
export function castVote(match: Match, playerId: string, pairId: string, choice: ArenaChoice): Result<void> {
  const arena = sliceOf(match, 'arena');
  if (match.stage !== 'arena' || arena.revealed) return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  const player = findPlayer(match, playerId);
  if (!player.ok) return player;
  const pair = lookUp(arena.pairs, pairId);
  if (!pair) return fail('arena/no_such_pair');
  if (isBehind(pair, player.value.teamId)) return fail('arena/own_lab');
  if (!lookUp(arena.ballots, playerId)?.includes(pairId)) return fail('arena/no_such_pair');
  const byPlayer = lookUp(arena.votes, pairId) ?? {};
  put(byPlayer, playerId, choice);
  put(arena.votes, pairId, byPlayer);
  return ok(undefined);
}

/** Takes back the votes that a player gave on the lab that he is now in, as long as they are only votes. */
export function leaveOwnLab(match: Match, playerId: string): void {
  const arena = sliceOf(match, 'arena');
  const teamId = lookUp(match.players, playerId)?.teamId ?? '';
  if (arena.revealed) return;
  for (const pair of Object.values(arena.pairs))
    if (isBehind(pair, teamId)) takeOut(lookUp(arena.votes, pair.id) ?? {}, playerId);
}

/** Takes back the votes of a player who has left the match, as long as they are only votes. */
export function leaveArena(match: Match, playerId: string): void {
  const arena = sliceOf(match, 'arena');
  if (arena.revealed) return;
  takeOut(arena.ballots, playerId);
  for (const byPlayer of Object.values(arena.votes)) takeOut(byPlayer, playerId);
}

/** How a player voted on a pair; null when not yet. */
export function voteOf({ votes }: Arena, pairId: string, playerId: string): ArenaChoice | null {
  return lookUp(lookUp(votes, pairId) ?? {}, playerId) ?? null;
}

/** Pairs of the player's ballot: all that may still count, in order. */
export function ballotOf(match: Match, playerId: string): ArenaPair[] {
  const arena = sliceOf(match, 'arena');
  const teamId = lookUp(match.players, playerId)?.teamId ?? '';
  return (lookUp(arena.ballots, playerId) ?? []).flatMap((id) => {
    const pair = lookUp(arena.pairs, id);
    return pair && !isBehind(pair, teamId) ? [pair] : [];
  });
}

/** Whether the player has no pair left to vote on. */
export function hasVoted(match: Match, playerId: string): boolean {
  return ballotOf(match, playerId).every(({ id }) => voteOf(sliceOf(match, 'arena'), id, playerId) !== null);
}

/** Whether nobody who is here has a vote left. While nobody is here, the clock decides. */
export function allVoted(match: Match): boolean {
  const here = Object.values(match.players).filter(({ connected }) => connected);
  if (!sliceOf(match, 'arena').sampled || sliceOf(match, 'arena').revealed || here.length === 0) return false;
  return here.every(({ id }) => hasVoted(match, id));
}

export function countArenaVotes({ votes }: Arena): number {
  return Object.values(votes).reduce((sum, byPlayer) => sum + Object.keys(byPlayer).length, 0);
}

/** Votes for either side of a pair, and ties. */
export function tallyOf({ votes }: Arena, pairId: string): Record<ArenaChoice, number> {
  const tally = { a: 0, b: 0, tie: 0 };
  for (const choice of Object.values(lookUp(votes, pairId) ?? {})) tally[choice]++;
  return tally;
}

/** The curtains open: no vote counts any more, and the votes become ratings. */
export function reveal(match: Match): void {
  const { code } = match;
  const arena = sliceOf(match, 'arena');
  arena.revealed = true;
  const pairs = Object.values(arena.pairs);
  const ids = [...new Set(pairs.flatMap(({ who }) => [who.a, who.b]))].toSorted();
  const votes = pairs.flatMap(({ id, who }) =>
    Object.values(lookUp(arena.votes, id) ?? {}).map((choice): Vote => {
      return { ...who, scoreA: choice === 'a' ? 1 : choice === 'b' ? 0 : 0.5, group: id };
    }),
  );
  arena.ratings = rateVotes(ids, votes, createRandom(hashSeed(0, `arena of ${code}`)));
}

/** The host puts one answer on the projector, or takes it off. */
export function setSpotlight(match: Match, spotlight: Spotlight | null): Result<void> {
  if (match.stage !== 'arena' && match.stage !== 'debrief') {
    return fail('match/wrong_stage', { stage: match.stage });
  }
  if (spotlight && !lookUp(sliceOf(match, 'arena').pairs, spotlight.pairId))
    return fail('arena/no_such_pair');
  sliceOf(match, 'arena').spotlight = spotlight;
  return ok(undefined);
}

/** Cards wanted in all; each two contestants meet equally often, on at least this many questions. */
const WANTED_CARDS = 48;
const LEAST_MEETINGS = 4;

/** What one contestant answered to each of the questions, in their order. */
export interface Contestant {
  id: string;
  answers: readonly string[];
}

/**
 * Lets all contestants meet pairwise on the same questions, equally often; sides are drawn. Two equal answers leave
 * nothing to judge and are left out. `makeId` must tell nothing.
 */
export function pairUp(
  questions: readonly Pick<ArenaCard, 'trait' | 'question' | 'evidence'>[],
  contestants: readonly Contestant[],
  random: Random,
  makeId: () => string,
): ArenaPair[] {
  const duels = contestants.flatMap((x, index) => contestants.slice(index + 1).map((y) => [x, y] as const));
  const wanted = Math.max(LEAST_MEETINGS, Math.ceil(WANTED_CARDS / Math.max(1, duels.length)));
  const meetings = Math.min(questions.length, wanted);
  const pairs = duels.flatMap(([x, y], duel) =>
    Array.from({ length: meetings }, (_, meeting) => {
      const at = (duel * meetings + meeting) % questions.length;
      const question = questions[at];
      const [left, right] = random.chance(0.5) ? [x, y] : [y, x];
      const [a, b] = [left.answers[at], right.answers[at]];
      if (!question || a === undefined || b === undefined)
        throw new Error('a contestant gave too few answers');
      return { ...question, id: makeId(), a, b, who: { a: left.id, b: right.id } };
    }),
  );
  return random.shuffle(pairs.filter(({ a, b }) => a.trim() !== b.trim()));
}
