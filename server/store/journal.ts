/** Where every applied move is written down, in order; a replay of them gives the match again. */

import type { JournalEntry } from '../../shared/game/moves.ts';

export interface Journal {
  /** Writes one move down. Throws when it can't, or when the sequence does not follow the last one; then it wrote nothing. */
  append(matchId: string, entry: JournalEntry): void;
  entries(matchId: string): readonly JournalEntry[];
  /** Forgets a match that is over. */
  drop(matchId: string): void;
}

/** A journal that lives as long as the process. */
export function createMemoryJournal(): Journal {
  const matches = new Map<string, JournalEntry[]>();
  return {
    append(matchId, entry) {
      const entries = matches.get(matchId) ?? [];
      const last = entries.at(-1)?.sequence ?? 0;
      if (entry.sequence !== last + 1) {
        throw new Error(`journal of ${matchId}: move ${entry.sequence} after ${last}`);
      }
      entries.push(structuredClone(entry));
      matches.set(matchId, entries);
    },
    entries: (matchId) => matches.get(matchId) ?? [],
    drop: (matchId) => void matches.delete(matchId),
  };
}
