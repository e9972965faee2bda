/** Group commit: while one write is under way, whatever else comes is gathered, and goes together in the next one. */

import type { Records, WrittenMove } from './ports.ts';

/** Moves of one match that are to be written together. */
export interface Batch {
  matchId: string;
  moves: readonly WrittenMove[];
}

/** Writes batches of several matches at once, and says which of these matches belong to another process. Rejects as a whole. */
export type WriteBatches = (batches: readonly Batch[]) => Promise<ReadonlySet<string>>;

interface Waiting extends Batch {
  resolve(outcome: 'written' | 'fenced'): void;
  reject(error: unknown): void;
}

export function groupCommit(write: WriteBatches): Records['append'] {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function commit(batches: readonly Waiting[]): Promise<void> {
    try {
      const fenced = await write(batches);
      for (const { matchId, resolve } of batches) resolve(fenced.has(matchId) ? 'fenced' : 'written');
    } catch (error) {
      const [first, ...others] = batches;
      /* One match may be the reason, and the others must not suffer from it. */
      if (others.length > 0) for (const batch of batches) await commit([batch]);
      else first?.reject(error);
    }
  }

  async function serve(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batches = waiting;
      waiting = [];
      await commit(batches);
    }
    isWriting = false;
  }

  return (matchId, moves) =>
    new Promise((resolve, reject) => {
      waiting.push({ matchId, moves, resolve, reject });
      if (!isWriting) void serve();
    });
}
