/** Finds the large arrays of an answer, which are handed over between threads: copying megabytes of rows would hold up whoever asked. */

type Numbers = Float32Array | Uint16Array;

/** The arrays on the top two levels of a result: weights, a change of them, rows. */
export function arraysIn(value: object, depth = 2): Numbers[] {
  return Object.values(value).flatMap((part: unknown): Numbers[] => {
    if (part instanceof Float32Array || part instanceof Uint16Array) return [part];
    return depth > 1 && typeof part === 'object' && part !== null ? arraysIn(part, depth - 1) : [];
  });
}
