/** Lets only so much work run at a time, in the order in which it was asked for. */

/** Does work when its turn comes. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(places: number): InTurn {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      /* A place is handed on, so that nobody who comes meanwhile gets in between. */
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
