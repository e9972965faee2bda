/** Snapshots of a match: its whole state, compressed, with the version of the rules that wrote it. The newest two are kept. */

import type { Match } from '../../shared/game/match.ts';
import { RULES_VERSION } from '../../shared/game/rules-version.ts';
import type { Store } from '../store/ports.ts';

interface Snapshot {
  rulesVersion: number;
  match: Match;
}

const folderOf = (matchId: string): string => `${matchId}/snapshots/`;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const read = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await read.arrayBuffer());
}

/** Whatever else happens to the match, the snapshot is of now. */
function encodeSnapshot(match: Match): Promise<Uint8Array> {
  const snapshot: Snapshot = { rulesVersion: RULES_VERSION, match };
  return through(new TextEncoder().encode(JSON.stringify(snapshot)), new CompressionStream('gzip'));
}

/** Rejects where the bytes are not those of a snapshot: the compressed form has a checksum of its own. */
async function decodeSnapshot(bytes: Uint8Array): Promise<Snapshot> {
  const json = await through(new Uint8Array(bytes), new DecompressionStream('gzip'));
  return JSON.parse(new TextDecoder().decode(json)) as Snapshot;
}

/** Sequences of the snapshots that are there, the newest first. */
async function sequencesOf(store: Store, matchId: string): Promise<number[]> {
  const names = await store.blobs.list(folderOf(matchId));
  return names.map((name) => Number(name.slice(folderOf(matchId).length))).toSorted((a, b) => b - a);
}

/** Takes a snapshot; older moves and snapshots are forgotten, but for the one before, should this one ever be damaged. */
export async function keepSnapshot(store: Store, matchId: string, match: Match): Promise<void> {
  const { sequence } = match;
  await store.blobs.put(`${folderOf(matchId)}${sequence}`, await encodeSnapshot(match));
  const [last, ...older] = (await sequencesOf(store, matchId)).filter((other) => other < sequence);
  if (last !== undefined) await store.forget(matchId, last);
  for (const other of older) await store.blobs.remove(`${folderOf(matchId)}${other}`);
}

/** The newest snapshot that can be read; null when there is none. */
export async function newestSnapshot(store: Store, matchId: string): Promise<Snapshot | null> {
  for (const sequence of await sequencesOf(store, matchId)) {
    const bytes = await store.blobs.get(`${folderOf(matchId)}${sequence}`);
    const snapshot = bytes && (await decodeSnapshot(bytes).catch(() => null));
    if (snapshot) return snapshot;
  }
  return null;
}
