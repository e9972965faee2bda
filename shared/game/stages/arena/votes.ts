/** The arena: everybody votes blind between answers of two contestants, players never on the own lab, the audience and the host on all. */

import { createRandom, hashSeed, type Random } from '../../../random.ts';
import { HUSHED, isHushed } from '../../hush.ts';
import { isHiddenFrom } from '../../reports.ts';
import { lookUp, put, takeOut } from '../../look-up.ts';
import type { Match } from '../../match.ts';
import { once } from '../../once.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Context } from '../../stage.ts';
import {
  HOST_VOTER,
  type Arena,
  type ArenaChoice,
  type ArenaPair,
  type BallotCard,
  type Spotlight,
} from './state.ts';
import { sliceOf } from '../../slices.ts';

/** Most pairs for one player: two and a half minutes at ten seconds each. */
export const MAX_BALLOT = 15;
/** Once all is told, people want to look: so many times the usual pause between stages. */
export const REVEAL_GRACES = 6;

/** Takes over the referee's pairs and hands them out. */
export function recordArena(context: Context, pairs: readonly ArenaPair[]): Result<void> {
  const { match } = context;
  const arena = sliceOf(match, 'arena');
  if (match.stage !== 'arena' || arena.revealed) return fail('match/wrong_stage', { stage: match.stage });
  if (arena.sampled) return fail('train/repeat');
  arena.sampled = true;
  for (const pair of pairs) put(arena.pairs, pair.id, pair);
  arena.ballots = once(context, 'ballots', () => {
    const byTimes = pairsByTimes(arena);
    for (const id of [...Object.keys(match.players), ...Object.keys(match.audience)])
      handBallot(match, id, byTimes);
    return arena.ballots;
  });
  return ok(undefined);
}

/** On how many ballots each pair is, by its id; none where it is on none. */
function timesHandedOut({ ballots }: Arena): Map<string, number> {
  const times = new Map<string, number>();
  for (const id of Object.values(ballots).flat()) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** The pairs that are on no ballot, on one, on two ... */
function pairsByTimes(arena: Arena): ArenaPair[][] {
  const handedOut = timesHandedOut(arena);
  const byTimes: ArenaPair[][] = [];
  for (const pair of Object.values(arena.pairs)) (byTimes[handedOut.get(pair.id) ?? 0] ??= []).push(pair);
  return Array.from(byTimes, (pairs) => pairs ?? []);
}

/** Takes up to `most` pairs by chance out of a list, of those that may be taken; those that stay may come to stand elsewhere in it. */
function take(
  pairs: ArenaPair[],
  most: number,
  mayBeTaken: (pair: ArenaPair) => boolean,
  random: Random,
): ArenaPair[] {
  const taken: ArenaPair[] = [];
  /* From `left` on they have all been looked at. */
  for (let left = pairs.length; left > 0 && taken.length < most; left--) {
    const [pair] = pairs.splice(random.int(left), 1);
    if (!pair) break;
    if (mayBeTaken(pair)) taken.push(pair);
    else pairs.splice(left - 1, 0, pair);
  }
  return taken;
}

/**
 * A ballot for whoever has none: pairs that few have got so far, none with the own lab, in an order of its own. A lecture hall gets
 * two hundred at once, so `byTimes` is kept up to date for the next.
 */
export function handBallot(
  match: Match,
  voterId: string,
  byTimes: ArenaPair[][] = pairsByTimes(sliceOf(match, 'arena')),
): void {
  const arena = sliceOf(match, 'arena');
  if (!arena.sampled || arena.revealed || lookUp(arena.ballots, voterId)) return;
  const teamId = lookUp(match.players, voterId)?.teamId ?? '';
  const random = createRandom(hashSeed(0, voterId));
  const ballot: ArenaPair[] = [];
  let moved: ArenaPair[] = [];
  for (let times = 0; moved.length > 0 || (times < byTimes.length && ballot.length < MAX_BALLOT); times++) {
    const pairs = (byTimes[times] ??= []);
    const taken = take(pairs, MAX_BALLOT - ballot.length, (pair) => !isBehind(pair, teamId), random);
    pairs.push(...moved);
    ballot.push(...taken);
    moved = taken;
  }
  put(
    arena.ballots,
    voterId,
    random.shuffle(ballot).map(({ id }) => id),
  );
}

function isBehind({ who }: ArenaPair, teamId: string): boolean {
  return who.a === teamId || who.b === teamId;
}

/** A vote on a pair, in place of an earlier one and only while the curtains are closed. */
export function castVote(match: Match, voterId: string, pairId: string, choice: ArenaChoice): Result<void> {
  const arena = sliceOf(match, 'arena');
  if (match.stage !== 'arena' || arena.revealed) return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  const pair = lookUp(arena.pairs, pairId);
  if (!pair) return fail('arena/no_such_pair');
  if (isBehind(pair, lookUp(match.players, voterId)?.teamId ?? '')) return fail('arena/own_lab');
  /* The host has all pairs before him. */
  if (voterId !== HOST_VOTER && !lookUp(arena.ballots, voterId)?.includes(pairId))
    return fail('arena/no_such_pair');
  const byVoter = lookUp(arena.votes, pairId) ?? {};
  put(byVoter, voterId, choice);
  put(arena.votes, pairId, byVoter);
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

/** Takes back the votes of whoever has left the match, as long as they are only votes. */
export function leaveArena(match: Match, voterId: string): void {
  const arena = sliceOf(match, 'arena');
  if (arena.revealed) return;
  takeOut(arena.ballots, voterId);
  for (const byVoter of Object.values(arena.votes)) takeOut(byVoter, voterId);
}

/** How somebody voted on a pair; null when not yet. */
function voteOf({ votes }: Arena, pairId: string, voterId: string): ArenaChoice | null {
  return lookUp(lookUp(votes, pairId) ?? {}, voterId) ?? null;
}

/** Pairs of a ballot: all that may still count, in order. The host's has all there are, those that few others have first. */
export function ballotOf(match: Match, voterId: string): ArenaPair[] {
  const arena = sliceOf(match, 'arena');
  if (voterId === HOST_VOTER) {
    const handedOut = timesHandedOut(arena);
    const times = ({ id }: ArenaPair): number => handedOut.get(id) ?? 0;
    return Object.values(arena.pairs).toSorted((x, y) => times(x) - times(y));
  }
  const teamId = lookUp(match.players, voterId)?.teamId ?? '';
  return (lookUp(arena.ballots, voterId) ?? []).flatMap((id) => {
    const pair = lookUp(arena.pairs, id);
    return pair && !isBehind(pair, teamId) ? [pair] : [];
  });
}

/** The pairs to vote on, with the own votes; nothing in them tells whose they are before the reveal. */
export function ballotCards(match: Match, voterId: string): BallotCard[] {
  const arena = sliceOf(match, 'arena');
  return ballotOf(match, voterId).map(({ who, referee, ...card }) => ({
    ...card,
    ...(isHushed(match, who.a) || isHiddenFrom(match, card.id, voterId) ? { a: HUSHED } : {}),
    ...(isHushed(match, who.b) || isHiddenFrom(match, card.id, voterId) ? { b: HUSHED } : {}),
    /* Nobody is asked about what is hidden. */
    choice: voteOf(arena, card.id, voterId) ?? (isHiddenFrom(match, card.id, voterId) ? 'tie' : null),
    reveal: arena.revealed ? { who, tally: tallyOf(arena, card.id), referee } : null,
  }));
}

/** Votes that somebody has given on the own ballot, or need not give, and how many pairs are on it. */
export function votesGiven(match: Match, voterId: string): { given: number; size: number } {
  const arena = sliceOf(match, 'arena');
  const ballot = ballotOf(match, voterId);
  const given = ballot.filter(({ id }) => isAnswered(match, arena, id, voterId)).length;
  return { given, size: ballot.length };
}

/** Whether somebody has voted on a pair, or need not. */
function isAnswered(match: Match, arena: Arena, pairId: string, voterId: string): boolean {
  return voteOf(arena, pairId, voterId) !== null || isHiddenFrom(match, pairId, voterId);
}

/** Whether there is no pair left to vote on. */
export function hasVoted(match: Match, voterId: string): boolean {
  const arena = sliceOf(match, 'arena');
  return ballotOf(match, voterId).every(({ id }) => isAnswered(match, arena, id, voterId));
}

/**
 * Whether nobody who is here has a vote left, as where there is nothing to vote on. While nobody is here, the clock decides. Of the audience only those who have begun
 * are waited for: a page that was left open must not hold up the labs.
 */
export function allVoted(match: Match): boolean {
  const { pairs, sampled, revealed } = sliceOf(match, 'arena');
  if (sampled && !revealed && Object.keys(pairs).length === 0) return true;
  const here = Object.values(match.players).filter(({ connected }) => connected);
  if (!sampled || revealed || here.length === 0) return false;
  const atIt = Object.values(match.audience).filter(
    ({ id, connected }) => connected && votesGiven(match, id).given > 0,
  );
  return [...here, ...atIt].every(({ id }) => hasVoted(match, id));
}

/** All votes of people. */
export function countArenaVotes({ votes }: Arena): number {
  return Object.values(votes).reduce((sum, byVoter) => sum + Object.keys(byVoter).length, 0);
}

/** Those of one voter. */
export function votesOf({ votes }: Arena, voterId: string): number {
  return Object.values(votes).filter((byVoter) => lookUp(byVoter, voterId) !== undefined).length;
}

/** Votes for either side of a pair, and ties. */
function tallyOf({ votes }: Arena, pairId: string): Record<ArenaChoice, number> {
  const tally = { a: 0, b: 0, tie: 0 };
  for (const choice of Object.values(lookUp(votes, pairId) ?? {})) tally[choice]++;
  return tally;
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
