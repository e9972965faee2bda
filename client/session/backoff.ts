/** How long to wait before trying again: longer each time, never in step with thirty other devices. */

import { onReturn } from './on-return.ts';

const FIRST_MS = 400;
const LONGEST_MS = 8000;

/** Wait before attempt `attempt` (0, 1, ...): doubling up to a bound, plus or minus a quarter by `chance` in 0..1. */
export function backoffMs(attempt: number, chance: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(base * (0.75 + 0.5 * chance));
}

/** Attempts to come back are never farther apart than the third: whoever is let in again is so within two seconds. */
const LAST_RETURN_STEP = 2;

/** Wait before an attempt to come back to a server that was lost; over at once when the network is back or the page is looked at again. */
export function waitToReturn(attempt: number, chance: number): Promise<void> {
  const ms = backoffMs(Math.min(attempt, LAST_RETURN_STEP), chance);
  return new Promise((resolve) => {
    const done = new AbortController();
    const wake = (): void => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(wake, ms);
    onReturn(wake, done.signal);
  });
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
