/** Hands large arrays over to the room's thread: copying megabytes of rows would hold up every player's request. */

import { move, transferableSymbol, valueSymbol } from 'piscina';
import { arraysIn } from './arrays-in.ts';

/** Wraps tasks whose arrays nobody in the thread uses once they are done: the room gets them, the thread loses them. */
export function handingOver<Input, Output extends object | null | undefined>(
  task: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  return async (input) => {
    const value = await task(input);
    if (!value) return value;
    const buffers = arraysIn(value).map(({ buffer }) => buffer);
    /* Piscina unwraps this on the way, so that the caller sees the value itself. */
    return move({ [transferableSymbol]: buffers, [valueSymbol]: value }) as unknown as Output;
  };
}
