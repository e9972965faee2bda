/** Where every applied move is written down, in order; a replay of them, from a snapshot on, gives the match again. */

import type { JournalEntry } from '../../shared/game/moves.ts';

export interface Journal {
  /** Writes one move down. Throws when it can't, or when the sequence does not follow the last one; then it wrote nothing. */
  append(matchId: string, entry: JournalEntry): void;
  entries(matchId: string): readonly JournalEntry[];
  /** Forgets what came up to this move, of which a snapshot tells as much. */
  forget(matchId: string, sequence: number): void;
  /** Forgets a match that is over. */
  drop(matchId: string): void;
}

/** A journal that lives as long as the process. */
export function createMemoryJournal(): Journal {
  const matches = new Map<string, { last: number; entries: JournalEntry[] }>();
  return {
    append(matchId, entry) {
      const { last, entries } = matches.get(matchId) ?? { last: 0, entries: [] };
      if (entry.sequence !== last + 1) {
        throw new Error(`journal of ${matchId}: move ${entry.sequence} after ${last}`);
      }
      entries.push(structuredClone(entry));
      matches.set(matchId, { last: entry.sequence, entries });
    },
    entries: (matchId) => matches.get(matchId)?.entries ?? [],
    forget(matchId, sequence) {
      const kept = matches.get(matchId);
      if (kept) kept.entries = kept.entries.filter((entry) => entry.sequence > sequence);
    },
    drop: (matchId) => void matches.delete(matchId),
  };
}
