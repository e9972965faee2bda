/** The pairs of answers to rate: fetched when new ones are there, rated one after the other. */

import { ROUTES, type PairsReply } from '../../../shared/game/wire/routes.ts';
import type { RatingChoice } from '../../../shared/game/stages/align/state.ts';
import { session } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { answerCard } from '../cards.ts';

export type RatedPair = PairsReply['pairs'][number];

/** In this seat's own order; null until they were fetched. */
export const pairs = seatSignal<RatedPair[] | null>(null);

/** The pair that was rated last, and the one that is to be rated again. */
const lastRated = seatSignal<string | null>(null);
const again = seatSignal<string | null>(null);

/** The pair to rate now, or null when there is none. */
export function nextPair(all: readonly RatedPair[]): RatedPair | null {
  return all.find(({ id }) => id === again.value) ?? all.find(({ choice }) => choice === null) ?? null;
}

/** Shows the pair that was rated last once more; null where there is none, or it is there already. */
export function backToLast(): (() => void) | null {
  const last = lastRated.value;
  return last === null || last === again.value ? null : () => void (again.value = last);
}

/**
 * Takes over a fetched list. The pair on screen stays where it is, also when new ones sort before it, and what was rated
 * here a moment ago stays rated.
 */
export function mergePairs(known: readonly RatedPair[], fetched: readonly RatedPair[]): RatedPair[] {
  const choices = new Map(known.map(({ id, choice }) => [id, choice]));
  const current = nextPair(known)?.id;
  const merged = fetched.map((pair) => ({ ...pair, choice: pair.choice ?? choices.get(pair.id) ?? null }));
  return [...merged.filter(({ id }) => id === current), ...merged.filter(({ id }) => id !== current)];
}

/** Rates a pair and shows the next one at once; a refused rating is taken back. */
export async function ratePair(pairId: string, choice: RatingChoice): Promise<void> {
  const owner = session.peek();
  const type = owner.seat?.role === 'audience' ? 'audience/rate' : 'align/rate';
  again.of(owner).value = null;
  lastRated.of(owner).value = pairId;
  await answerCard(pairs.of(owner), pairId, choice, () => owner.send({ type, pairId, choice }));
}

/** Takes a pair off the screen that was reported here. */
export function hidePair(pairId: string): void {
  pairs.value = (pairs.peek() ?? []).map((pair) => (pair.id === pairId ? { ...pair, choice: 'skip' } : pair));
}

/** Keeps the list up to date while the stage runs; returns a function that stops. */
export function watchPairs(): () => void {
  const owner = session.peek();
  const own = pairs.of(owner);
  let heldOf: string | undefined;
  return owner.watch(() => {
    const { pairs: count = 0, repeats = 0, hushed = [], reported = [] } = owner.match.value ?? {};
    /* A stage that begins again has other pairs, perhaps as many; and words may be hidden. */
    const wanted = `${repeats} ${hushed.join()} ${reported.join()}`;
    if (heldOf !== wanted && heldOf !== undefined) own.value = null;
    heldOf = wanted;
    if (count === 0 || (own.peek()?.length ?? 0) === count) return;
    void owner.getJson<PairsReply>(ROUTES.pairs).then((reply) => {
      if (reply.ok) own.value = mergePairs(own.peek() ?? [], reply.value.pairs);
    });
  });
}
