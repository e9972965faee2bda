/** Does something again and again, never twice at once; what fails is tried again the next time. Resolves when the signal is aborted and nothing is under way. */

import { sleep } from '../match/sleep.ts';

export async function repeat(pauseMs: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    /* A database or a Redis that is away says so where it matters. */
    await work().catch(() => undefined);
    await sleep(pauseMs, signal).catch(() => undefined);
  }
}
