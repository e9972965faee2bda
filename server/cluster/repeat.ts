/** Does something again and again, never twice at once; what fails is tried again the next time. */

import { sleep } from '../match/sleep.ts';

export function repeat(pauseMs: number, signal: AbortSignal, work: () => Promise<void>): void {
  const go = async (): Promise<void> => {
    while (!signal.aborted) {
      await sleep(pauseMs, signal);
      /* A database or a Redis that is away says so where it matters. */
      await work().catch(() => undefined);
    }
  };
  /* Rejects when the signal is aborted. */
  go().catch(() => undefined);
}
