/** The order in which each player, and each of the audience, is asked to rate the pairs of answers: everybody's is another, so that votes spread before they pile up. */

import { hashSeed } from '../../../random.ts';
import type { Pair } from './state.ts';
import { lookUp } from '../../look-up.ts';
import type { Match } from '../../match.ts';
import { membersOf } from '../../members.ts';
import { sliceOf } from '../../slices.ts';

/** The list begun at this share of its length, 0..1, and carried on from its start. */
function begunAt<T>(list: readonly T[], share: number): T[] {
  const first = Math.floor(share * list.length);
  return [...list.slice(first), ...list.slice(0, first)];
}

/**
 * Where on the circle of pairs this player begins, 0..1. The first of every lab begin next to each other, then the second of every lab,
 * and so on: so members of a lab are as far apart as can be.
 */
function placeAtTable(match: Match, playerId: string): number {
  const labs = Object.keys(match.teams)
    .toSorted()
    .map((teamId) =>
      membersOf(match, teamId)
        .map(({ id }) => id)
        .toSorted(),
    );
  const largest = Math.max(0, ...labs.map(({ length }) => length));
  const table = Array.from({ length: largest }, (_, seat) => labs.flatMap((ids) => ids[seat] ?? [])).flat();
  const place = table.indexOf(playerId);
  /* Whoever is of the audience sits anywhere. */
  return place === -1 ? hashSeed(0, playerId) / 2 ** 32 : place / table.length;
}

/**
 * All pairs, in the order in which this player should rate them. Everybody goes around the same circle, but begins at a place
 * of his own: so as many pairs as possible get a first vote before any gets a second. One of the own lab comes about every
 * second time.
 */
export function ratingOrder(match: Match, playerId: string): Pair[] {
  const own = lookUp(match.players, playerId)?.teamId;
  const rank = new Map(Object.keys(sliceOf(match, 'align').pairs).map((id) => [id, hashSeed(0, id)]));
  const circle = Object.values(sliceOf(match, 'align').pairs).sort(
    (a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0),
  );
  const place = placeAtTable(match, playerId);
  const queue = (isOwn: boolean): Pair[] =>
    begunAt(
      circle.filter(({ teamId }) => (teamId === own) === isOwn),
      place,
    );
  const [ours, theirs] = [queue(true), queue(false)];
  const ordered: Pair[] = [];
  while (ordered.length < circle.length) {
    const [first, second] = hashSeed(ordered.length, playerId) % 2 === 0 ? [ours, theirs] : [theirs, ours];
    const next = first.shift() ?? second.shift();
    if (!next) break;
    ordered.push(next);
  }
  return ordered;
}
