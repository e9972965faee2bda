/** The arena's pairs as this seat may see them: a ballot of players and audience, or all pairs on the host's screens. */

import { ROUTES, type ArenaReply } from '../../../shared/game/wire/routes.ts';
import type { ArenaChoice } from '../../../shared/game/stages/arena/state.ts';
import { session } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { answerCard } from '../cards.ts';

export type BallotPair = ArenaReply['pairs'][number];

/** In this seat's own order; null until they were fetched. */
export const ballot = seatSignal<BallotPair[] | null>(null);

/** The pair that the projector shows now; voters have their own. */
export const stagedPair = seatSignal<BallotPair | null>(null);

/** The pair that was voted on last, and the one that is to be voted on again. */
const lastVoted = seatSignal<string | null>(null);
const again = seatSignal<string | null>(null);

/** The pair to vote on now, or null when there is none. */
export function nextBallotPair(all: readonly BallotPair[]): BallotPair | null {
  const closed = all.filter(({ reveal }) => reveal === null);
  return closed.find(({ id }) => id === again.value) ?? closed.find(({ choice }) => choice === null) ?? null;
}

/** Shows the pair that was voted on last once more; null where there is none, or it is there already. */
export function backToLastVote(): (() => void) | null {
  const last = lastVoted.value;
  return last === null || last === again.value ? null : () => void (again.value = last);
}

/** Who votes by which move. */
const VOTE = { player: 'arena/vote', audience: 'audience/vote', host: 'host/vote' } as const;

/** Votes and shows the next pair at once; a refused vote is taken back. */
export async function vote(pairId: string, choice: ArenaChoice): Promise<void> {
  const owner = session.peek();
  const role = owner.seat?.role ?? 'player';
  if (role === 'projector') return;
  again.of(owner).value = null;
  lastVoted.of(owner).value = pairId;
  const type = VOTE[role];
  await answerCard(ballot.of(owner), pairId, choice, () => owner.send({ type, pairId, choice }));
}

/** Takes a pair off the screen that was reported here. */
export function hideBallotPair(pairId: string): void {
  ballot.value = (ballot.peek() ?? []).map((pair) =>
    pair.id === pairId ? { ...pair, choice: 'tie' } : pair,
  );
}

/** What was voted here a moment ago stays voted, also when the list was on its way then. */
export function mergeBallot(known: readonly BallotPair[], fetched: readonly BallotPair[]): BallotPair[] {
  const choices = new Map(known.map(({ id, choice }) => [id, choice]));
  return fetched.map((pair) => ({ ...pair, choice: pair.choice ?? choices.get(pair.id) ?? null }));
}

/** Fetches the pairs when they are there, and again when the curtains open or the stage begins again; returns a function that stops. */
export function watchBallot(): () => void {
  const owner = session.peek();
  const own = ballot.of(owner);
  let held: string | null = null;
  return owner.watch(() => {
    const { arena, repeats, hushed = [], reported = [] } = owner.match.value ?? {};
    if (!arena?.sampled) return;
    const wanted = `${repeats} ${arena.revealed} ${hushed.join()} ${reported.join()}`;
    if (held === wanted) return;
    held = wanted;
    void owner.getJson<ArenaReply>(ROUTES.arena).then((reply) => {
      if (held !== wanted) return;
      if (reply.ok) own.value = mergeBallot(own.peek() ?? [], reply.value.pairs);
      else held = null;
    });
  });
}
