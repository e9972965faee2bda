/** Brings a match back from the store as the process before this one left it. */

import { replay, timeOf } from '../../shared/game/journal.ts';
import type { Match } from '../../shared/game/match.ts';
import { RULES_VERSION } from '../../shared/game/rules-version.ts';
import { logError } from '../log.ts';
import type { Store, WrittenMove } from '../store/ports.ts';
import { keepSnapshot, newestSnapshot } from './snapshots.ts';

/** So many moves are not played again twice. */
const LONG_REPLAY = 1_000;

export type Recovered =
  | {
      kind: 'match';
      match: Match;
      /** The last moves were there but could not be read, and are given up. */
      isDamaged: boolean;
      /** When the last of its moves was made, in milliseconds of the server that took it; null where none was since the snapshot. */
      lastMoveMs: number | null;
    }
  /** Written by other rules, which would misread it: it stays as it is. */
  | { kind: 'other rules'; rulesVersion: number }
  /** It was never quite made, or was just being deleted. */
  | { kind: 'nothing' };

/** Plays moves again; returns the number of the first that fails, halfway through which the match may then be. */
function failsAt(match: Match, moves: readonly WrittenMove[]): number | null {
  for (const move of moves) {
    try {
      replay(match, move);
    } catch (error) {
      logError(`match ${match.code}: move ${move.sequence} can't be played again`, error);
      return move.sequence;
    }
  }
  return null;
}

export async function recoverMatch(store: Store, matchId: string): Promise<Recovered> {
  const snapshot = await newestSnapshot(store, matchId);
  if (!snapshot) return { kind: 'nothing' };
  const { rulesVersion, match } = snapshot;
  if (rulesVersion !== RULES_VERSION) return { kind: 'other rules', rulesVersion };
  const { moves, damagedAt } = await store.movesAfter(matchId, match.sequence);
  const begin = structuredClone(match);
  const failedAt = failsAt(match, moves);
  const sound = failedAt === null ? moves : moves.filter(({ sequence }) => sequence < failedAt);
  const recovered = failedAt === null ? match : begin;
  if (failedAt !== null) failsAt(recovered, sound);
  const lostFrom = failedAt ?? damagedAt;
  if (lostFrom !== null) {
    const last = `match ${match.code} is brought back up to move ${recovered.sequence}`;
    logError(last, `move ${lostFrom} is damaged`);
    await store.cutOff(matchId, lostFrom);
  }
  if (sound.length >= LONG_REPLAY) await keepSnapshot(store, matchId, recovered);
  const last = sound.at(-1);
  return {
    kind: 'match',
    match: recovered,
    isDamaged: lostFrom !== null,
    lastMoveMs: last ? timeOf(last.json) : null,
  };
}
