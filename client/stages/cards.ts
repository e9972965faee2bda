/** Cards that are answered one after the other: the next is there at once, what is refused comes back, and the last can be changed. */

import { useRef } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import type { Reply } from '../session/errors.ts';

export interface Card<Choice> {
  id: string;
  /** Null until it is answered. */
  choice: Choice | null;
}

/**
 * Answers a card before the server has, so that nobody waits; when it says no, for whatever reason, the card is again what it
 * was, and can be answered.
 */
export async function answerCard<Choice, C extends Card<Choice>>(
  cards: Signal<C[] | null>,
  id: string,
  choice: Choice,
  send: () => Promise<Reply<null>>,
): Promise<void> {
  const before = cards.peek()?.find((card) => card.id === id)?.choice ?? null;
  const set = (chosen: Choice | null): void => {
    cards.value = (cards.peek() ?? []).map((card) => (card.id === id ? { ...card, choice: chosen } : card));
  };
  set(choice);
  const reply = await send();
  if (!reply.ok) set(before);
}

/** So long a card has to be on the screen before it takes an answer: what comes sooner was meant for the one before. */
const LEAST_LOOK_MS = 350;

/**
 * Tells whether the card with this key had been on the screen for long enough when something was pressed; at the second half of a
 * double click it had not. The time is that of the press: a busy page hears of it later.
 */
export function useLookedAt(key: string | number | null): (press: Pick<Event, 'timeStamp'>) => boolean {
  const shown = useRef({ key, sinceMs: -Infinity });
  if (shown.current.key !== key) shown.current = { key, sinceMs: performance.now() };
  return ({ timeStamp }) => timeStamp - shown.current.sinceMs >= LEAST_LOOK_MS;
}
