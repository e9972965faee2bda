/** The referee as the room sees it: named tasks, run in a thread of their own so that the room never waits for them. */

import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { RefereeTasks } from './tasks.ts';

export interface Referee {
  run<Name extends keyof RefereeTasks>(
    name: Name,
    input: RefereeTasks[Name]['input'],
  ): Promise<RefereeTasks[Name]['output']>;
  close(): Promise<void>;
}

/**
 * How much more willingly than the room's thread the referee's gives way where cores are few, in steps of `nice`. Only Linux
 * has a priority for each thread; elsewhere the whole server would give way.
 */
const REFEREE_NICENESS = process.platform === 'linux' ? 10 : 0;

/** One thread is enough: it is the training devices that work, and texts are kept per thread. */
export function createReferee({ threads = 1 }: { threads?: number } = {}): Referee {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./entry.mjs', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    atomics: 'disabled',
    niceIncrement: REFEREE_NICENESS,
  });
  return {
    run: (name, input) => pool.run(input, { name }),
    close: () => pool.destroy(),
  };
}

/** The task was still running or waiting when the referee closed. */
export function isClosing(error: unknown): boolean {
  return error instanceof Error && /terminat|destroy|clos/i.test(error.message);
}
