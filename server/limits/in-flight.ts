/** How many requests of one kind are under way at once, such as uploads, each of which is held in memory until it is whole. */

export interface InFlight {
  /** Lets one more in and returns how to say, once or more, that it is over; null when `most` of this key are under way. */
  enter(key: string): (() => void) | null;
}

export function createInFlight(most: number): InFlight {
  const underWay = new Map<string, Set<symbol>>();
  return {
    enter(key) {
      const own = underWay.get(key) ?? new Set();
      if (own.size >= most) return null;
      const one = Symbol(key);
      underWay.set(key, own.add(one));
      return () => {
        own.delete(one);
        if (own.size === 0 && underWay.get(key) === own) underWay.delete(key);
      };
    },
  };
}
