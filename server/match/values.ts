/** The large values of one match in its store: weights, rows. What is put is on its way; no move that names it is written down before it is there. */

import type { Blobs } from '../store/ports.ts';

export interface MatchValues {
  put(name: string, bytes: Uint8Array): void;
  get(name: string): Promise<Uint8Array | null>;
  /** Names that begin so, of this match. */
  list(prefix: string): Promise<string[]>;
  remove(name: string): void;
  /** Resolves once all that was put before is kept; rejects when one of these could not be, and then says so no more. */
  settled(): Promise<void>;
}

export function createMatchValues(matchId: string, blobs: Blobs): MatchValues {
  const nameOf = (name: string): string => `${matchId}/${name}`;
  let onTheirWay: Promise<void>[] = [];
  const track = (work: Promise<void>): void => {
    /* Whoever waits is told of a failure; before that it is not nobody's. */
    work.catch(() => undefined);
    onTheirWay.push(work);
  };
  return {
    put: (name, bytes) => track(blobs.put(nameOf(name), bytes)),
    get: (name) => blobs.get(nameOf(name)),
    async list(prefix) {
      const names = await blobs.list(nameOf(prefix));
      return names.map((name) => name.slice(matchId.length + 1));
    },
    remove: (name) => track(blobs.remove(nameOf(name))),
    async settled() {
      const all = onTheirWay;
      onTheirWay = [];
      await Promise.all(all);
    },
  };
}
