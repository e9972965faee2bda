/** Guards the listeners of an emitter: what one of them throws is logged in a line, and ends nothing but itself. */

import type { EventEmitter } from 'node:events';
import { guard } from './guard.ts';
import { logError } from './log.ts';

/**
 * From now on no listener of this emitter can end the process, whoever adds it and however late: Node would treat what
 * it throws as an exception that nobody caught. Each listener is called by itself, so that the others still run.
 * `mend` is called with the event's arguments when no listener got through, to answer whoever waits.
 */
export function guardListeners(
  emitter: EventEmitter,
  what: string,
  mend: (event: string | symbol, parts: readonly unknown[]) => void = () => undefined,
): void {
  emitter.emit = (event: string | symbol, ...parts: unknown[]): boolean => {
    /* With their `once` wrappers, which take the listener away before they call it. */
    const listeners = emitter.rawListeners(event);
    let failed = 0;
    const fail = (error: unknown): void => {
      failed += 1;
      logError(`A listener for ${String(event)} of ${what} failed`, error);
      if (failed === listeners.length) guard(`Mending ${what}`, () => mend(event, parts));
    };
    for (const listener of listeners) {
      try {
        const result: unknown = Reflect.apply(listener, emitter, parts);
        if (result instanceof Promise) result.catch(fail);
      } catch (error) {
        fail(error);
      }
    }
    if (listeners.length === 0 && event === 'error') logError(`An error of ${what}`, parts[0]);
    return listeners.length > 0;
  };
}
