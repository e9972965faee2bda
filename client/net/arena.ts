/** The arena's pairs as this seat may see them: the player's ballot, or all pairs on the host's screens. */

import { effect, signal } from '@preact/signals';
import { ROUTES, type ArenaReply } from '../../shared/game/wire/routes.ts';
import type { ArenaChoice } from '../../shared/game/stages/arena/state.ts';
import { getJson } from './http.ts';
import { match, seat, send } from './session.ts';

export type BallotPair = ArenaReply['pairs'][number];

/** In this seat's own order; null until they were fetched. */
export const ballot = signal<BallotPair[] | null>(null);

/** The pair that the projector shows now; voters have their own. */
export const stagedPair = signal<BallotPair | null>(null);

/** The pair to vote on now, or null when there is none. */
export function nextBallotPair(all: readonly BallotPair[]): BallotPair | null {
  return all.find(({ choice, reveal }) => choice === null && reveal === null) ?? null;
}

/** Votes and shows the next pair at once; a vote that never reached the server is taken back. */
export async function vote(pairId: string, choice: ArenaChoice): Promise<void> {
  setChoice(pairId, choice);
  const reply = await send({ type: 'arena/vote', pairId, choice }, true);
  if (!reply.ok && reply.error.code === 'client/offline') setChoice(pairId, null);
}

function setChoice(pairId: string, choice: ArenaChoice | null): void {
  ballot.value = (ballot.value ?? []).map((pair) => (pair.id === pairId ? { ...pair, choice } : pair));
}

/** What was voted here a moment ago stays voted, also when the list was on its way then. */
export function mergeBallot(known: readonly BallotPair[], fetched: readonly BallotPair[]): BallotPair[] {
  const choices = new Map(known.map(({ id, choice }) => [id, choice]));
  return fetched.map((pair) => ({ ...pair, choice: pair.choice ?? choices.get(pair.id) ?? null }));
}

/** Fetches the pairs when they are there, and again when the curtains open; returns a function that stops. */
export function watchBallot(): () => void {
  let held = '';
  return effect(() => {
    const arena = match.value?.arena;
    const token = seat.value?.token;
    if (!token || !arena?.sampled) return;
    const wanted = `${token} ${arena.revealed}`;
    if (held === wanted) return;
    if (!held.startsWith(token)) ballot.value = null;
    held = wanted;
    void getJson<ArenaReply>(ROUTES.arena, token).then((reply) => {
      if (held !== wanted) return;
      if (reply.ok) ballot.value = mergeBallot(ballot.peek() ?? [], reply.value.pairs);
      else held = token;
    });
  });
}
