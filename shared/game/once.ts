/** What takes a move long to work out is worked out once, though the server applies each move to two copies of the match. */

/** Results by name, of one move. It lives between the two times that the move is applied, and is no part of the journal. */
export type WorkedOut = Map<string, unknown>;

/**
 * A result that follows from the match and the move alone. Whoever applies the same move to an equal match with the same `workedOut`
 * gets a copy of what came out the first time; without one it is worked out again.
 */
export function once<T>({ workedOut }: { workedOut?: WorkedOut }, name: string, workOut: () => T): T {
  if (!workedOut) return workOut();
  if (workedOut.has(name)) return structuredClone(workedOut.get(name)) as T;
  const result = workOut();
  workedOut.set(name, structuredClone(result));
  return result;
}
