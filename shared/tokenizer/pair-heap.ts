/** A priority queue of token pairs: the most frequent first, ties by the smaller key, so that training is deterministic. */

export interface PairHeap {
  readonly size: number;
  push(count: number, key: number): void;
  /** The pair of the highest count, removed; null when empty. */
  pop(): { count: number; key: number } | null;
}

/** A binary heap in two parallel arrays. */
export function createPairHeap(): PairHeap {
  const counts: number[] = [];
  const keys: number[] = [];

  const before = (a: number, b: number): boolean =>
    counts[a] > counts[b] || (counts[a] === counts[b] && keys[a] < keys[b]);

  const swap = (a: number, b: number): void => {
    [counts[a], counts[b]] = [counts[b], counts[a]];
    [keys[a], keys[b]] = [keys[b], keys[a]];
  };

  const siftDown = (): void => {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let first = at;
      if (left < keys.length && before(left, first)) first = left;
      if (right < keys.length && before(right, first)) first = right;
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  };

  return {
    get size() {
      return keys.length;
    },
    push: (count, key) => {
      counts.push(count);
      keys.push(key);
      for (let at = keys.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!before(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop: () => {
      if (keys.length === 0) return null;
      const top = { count: counts[0], key: keys[0] };
      swap(0, keys.length - 1);
      counts.pop();
      keys.pop();
      siftDown();
      return top;
    },
  };
}
