/** A control whose value the server keeps: it shows what was chosen until the server says the same, and springs back only when that was refused. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/** So long after a yes the server's word must have come; what it says then holds, for somebody else may have chosen since. */
const WORD_COMES_MS = 5000;

/** What was chosen last, while the server has not said it. */
export class Chosen<T> {
  readonly #choice = signal<{ value: T; isTaken: boolean } | null>(null);
  #kept: T;

  constructor(kept: T) {
    this.#kept = kept;
  }

  /** Null while what the server says holds. */
  get choice(): ReadonlySignal<{ readonly value: T } | null> {
    return this.#choice;
  }

  /** What the server says now. */
  keep(kept: T): void {
    this.#kept = kept;
    const choice = this.#choice.peek();
    if (choice?.isTaken && choice.value === kept) this.#choice.value = null;
  }

  /** Shows it at once, and sends it. */
  async choose(value: T, send: (value: T) => Promise<{ ok: boolean }>): Promise<void> {
    const choice = { value, isTaken: false };
    this.#choice.value = choice;
    const forget = (): void => {
      if (this.#choice.peek() === choice) this.#choice.value = null;
    };
    const { ok } = await send(value);
    choice.isTaken = true;
    if (!ok || this.#kept === value) forget();
    else setTimeout(forget, WORD_COMES_MS);
  }
}

/** What to show, and what to call when something else is chosen. */
export function useKept<T>(
  kept: T,
  send: (value: T) => Promise<{ ok: boolean }>,
): [shown: T, choose: (value: T) => void] {
  const chosen = useMemo(() => new Chosen(kept), []);
  useEffect(() => chosen.keep(kept), [kept]);
  const choice = chosen.choice.value;
  return [choice ? choice.value : kept, (value) => void chosen.choose(value, send)];
}
