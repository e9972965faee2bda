/** All matches of a store in one file, and from it into a store: lines of JSON, compressed. */

import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import type { MatchRecord, Store } from './ports.ts';

const FORMAT = 'loss-leaders backup 1';
/** Moves that are written at once. */
const BATCH = 500;

const record = z.object({
  id: z.string(),
  code: z.string(),
  address: z.string(),
  openedAtMs: z.number(),
  seeds: z.record(z.string(), z.number()),
});
const seat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('host'), screenId: z.string().optional() }),
  z.object({ kind: z.literal('projector'), screenId: z.string() }),
  z.object({ kind: z.literal('player'), playerId: z.string() }),
  z.object({ kind: z.literal('audience'), watcherId: z.string() }),
]);
/** A match begins with its record, and what follows belongs to it. */
const line = z.union([
  z.object({ format: z.literal(FORMAT) }),
  z.object({ match: record }),
  z.object({ moves: z.array(z.object({ sequence: z.number(), json: z.string() })) }),
  z.object({ seat, tokenHash: z.string() }),
  z.object({ blob: z.string(), base64: z.string() }),
]);
type Line = z.output<typeof line>;

/** Snapshots come first: moves that they tell of may be forgotten while the others are read. */
async function* linesOf(store: Store, match: MatchRecord): AsyncGenerator<Line> {
  yield { match };
  const names = await store.blobs.list(`${match.id}/`);
  const isSnapshot = (name: string): boolean => name.startsWith(`${match.id}/snapshots/`);
  const ordered = [...names.filter(isSnapshot), ...names.filter((name) => !isSnapshot(name))];
  for (const name of ordered) {
    const bytes = await store.blobs.get(name);
    if (bytes) yield { blob: name, base64: Buffer.from(bytes).toString('base64') };
  }
  const newest = Math.max(0, ...names.filter(isSnapshot).map((name) => Number(name.split('/').at(-1))));
  const { moves } = await store.movesAfter(match.id, newest);
  for (let i = 0; i < moves.length; i += BATCH) yield { moves: moves.slice(i, i + BATCH) };
  for (const { tokenHash, seat: own } of await store.seats(match.id)) yield { seat: own, tokenHash };
}

/** Writes all matches into a new file; returns how many. */
export async function writeBackup(store: Store, path: string): Promise<number> {
  const matches = await store.matches();
  async function* all(): AsyncGenerator<string> {
    yield `${JSON.stringify({ format: FORMAT })}\n`;
    for (const match of matches)
      for await (const next of linesOf(store, match)) yield `${JSON.stringify(next)}\n`;
  }
  await pipeline(Readable.from(all()), createGzip(), createWriteStream(path, { flags: 'wx' }));
  return matches.length;
}

/** Brings the matches of a file into a store; those whose code is taken there stay as they are there. */
export async function readBackup(
  store: Store,
  path: string,
): Promise<{ restored: number; skipped: string[] }> {
  const unpacked = createGunzip();
  const packed = createReadStream(path).on('error', (error) => unpacked.destroy(error));
  const lines = createInterface({ input: packed.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
  const failed = new Promise<never>((_resolve, reject) => unpacked.once('error', reject));
  const skipped: string[] = [];
  let restored = 0;
  let current: MatchRecord | null = null;
  const read = async (): Promise<void> => {
    for await (const text of lines) {
      const next = line.parse(JSON.parse(text));
      if ('match' in next) {
        const isNew = (await store.createMatch(next.match)) === 'created';
        current = isNew ? next.match : null;
        if (isNew) restored += 1;
        else skipped.push(next.match.code);
      } else if (!current) continue;
      else if ('moves' in next) await store.append(current.id, next.moves);
      else if ('seat' in next) await store.putSeat(current.id, next.tokenHash, next.seat);
      else if ('blob' in next) await store.blobs.put(next.blob, Buffer.from(next.base64, 'base64'));
    }
  };
  await Promise.race([read(), failed]);
  return { restored, skipped };
}
