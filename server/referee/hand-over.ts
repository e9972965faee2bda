/** Hands large arrays over to the room's thread: copying megabytes of rows would hold up every player's request. */

import { move, transferableSymbol, valueSymbol } from 'piscina';

type Numbers = Float32Array | Uint16Array;

/** The arrays on the top two levels of a result: weights, a change of them, rows. */
function arraysIn(value: object, depth = 2): Numbers[] {
  return Object.values(value).flatMap((part: unknown): Numbers[] => {
    if (part instanceof Float32Array || part instanceof Uint16Array) return [part];
    return depth > 1 && typeof part === 'object' && part !== null ? arraysIn(part, depth - 1) : [];
  });
}

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
