/** Snapshots of a match: its whole state, compressed, with the version of the rules that wrote it. The newest two are kept, and the first. */

import type { Match } from '../../shared/game/match.ts';
import { RULES_VERSION } from '../../shared/game/rules-version.ts';
import type { Store } from '../store/ports.ts';
import { packJson, unpackJson } from './packed-json.ts';

interface Snapshot {
  rulesVersion: number;
  match: Match;
}

/**
 * A match of so many moves is kept whole, so that it can be played again from its beginning: several times what a lecture hall makes in
 * an hour. Of a longer one, in which somebody floods, only what a restart needs is kept.
 */
export const REPLAYABLE_MOVES = 20_000;

const folderOf = (matchId: string): string => `${matchId}/snapshots/`;

/** Whatever else happens to the match, the snapshot is of now. */
function encodeSnapshot(match: Match): Promise<Uint8Array> {
  const snapshot: Snapshot = { rulesVersion: RULES_VERSION, match };
  return packJson(snapshot);
}

/** Sequences of the snapshots that are there, the newest first. */
async function sequencesOf(store: Store, matchId: string): Promise<number[]> {
  const names = await store.blobs.list(folderOf(matchId));
  return names.map((name) => Number(name.slice(folderOf(matchId).length))).toSorted((a, b) => b - a);
}

/**
 * Takes a snapshot. The one before is kept, should this one ever be damaged; all moves and the first are, as long as the match can be
 * played again from there. What is older is forgotten.
 */
export async function keepSnapshot(store: Store, matchId: string, match: Match): Promise<void> {
  const { sequence } = match;
  await store.blobs.put(`${folderOf(matchId)}${sequence}`, await encodeSnapshot(match));
  const [last, ...older] = (await sequencesOf(store, matchId)).filter((other) => other < sequence);
  const isReplayable = sequence <= REPLAYABLE_MOVES;
  if (last !== undefined && !isReplayable) await store.forget(matchId, last);
  for (const other of isReplayable ? older.slice(0, -1) : older)
    await store.blobs.remove(`${folderOf(matchId)}${other}`);
}

async function readSnapshot(store: Store, matchId: string, sequence: number): Promise<Snapshot | null> {
  const bytes = await store.blobs.get(`${folderOf(matchId)}${sequence}`);
  return bytes && ((await unpackJson(bytes).catch(() => null)) as Snapshot | null);
}

/** The match as it was made; null where that is forgotten, or can't be read. */
export function firstSnapshot(store: Store, matchId: string): Promise<Snapshot | null> {
  return readSnapshot(store, matchId, 0);
}

/** The newest snapshot that can be read; null when there is none. */
export async function newestSnapshot(store: Store, matchId: string): Promise<Snapshot | null> {
  for (const sequence of await sequencesOf(store, matchId)) {
    const snapshot = await readSnapshot(store, matchId, sequence);
    if (snapshot) return snapshot;
  }
  return null;
}
