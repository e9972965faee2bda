/** Guards callbacks: what one of them throws is logged in a line, and ends nothing but itself. */

import { logError } from './log.ts';

/** Runs a callback; what it throws, at once or later, is logged. */
export function guard(what: string, run: () => unknown): void {
  try {
    const result = run();
    if (result instanceof Promise) result.catch((error: unknown) => logError(`${what} failed`, error));
  } catch (error) {
    logError(`${what} failed`, error);
  }
}
