/** State that belongs to a seat: declared once, made anew by every session, and gone with it. */

import { signal, type Signal } from '@preact/signals';
import { session } from './current.ts';
import type { Session } from './session.ts';

/** Something that each session has its own of. */
export interface PerSeat<T> {
  /** That of the session of now. */
  (): T;
  /** That of a certain session: what takes a while writes there, so that a late answer reaches no other match. */
  of(owner: Session): T;
}

/** Declares what a session makes when it is first asked for it. */
export function perSeat<T>(make: (owner: Session) => T): PerSeat<T> {
  const of = (owner: Session): T => owner.keep(of, make);
  return Object.assign(() => of(session.value), { of });
}

/** A signal that each session has its own of. Views read and write `value`; what takes a while goes through `of`. */
export interface SeatSignal<T> {
  value: T;
  peek(): T;
  of(owner: Session): Signal<T>;
}

/** Declares a signal with what it holds when a seat is taken. */
export function seatSignal<T>(initial: T): SeatSignal<T> {
  const own = perSeat(() => signal(initial));
  return {
    get value() {
      return own().value;
    },
    set value(next) {
      own.of(session.peek()).value = next;
    },
    peek: () => own.of(session.peek()).peek(),
    of: own.of,
  };
}
