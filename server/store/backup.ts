/** All of a store in one file, and from it into a store: the table and the hall, then match after match; lines of JSON, compressed. */

import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { MOST_OF_SEASON } from '../hall/hall.ts';
import type { MatchRecord, Store } from './ports.ts';

const FORMAT = 'loss-leaders backup 1';
/** Moves that are written at once. */
const BATCH = 500;
/** How names of the hall's models begin. */
const HALL = 'hall/';

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
const rating = z.object({
  raterId: z.string(),
  season: z.string(),
  mu: z.number(),
  sigma: z.number(),
  matches: z.number(),
});
const hallLab = z.object({
  id: z.string(),
  season: z.string(),
  owner: z.string(),
  total: z.number(),
  enteredAtMs: z.number(),
  card: z.string(),
});
/** A match begins with its record, and what follows belongs to it; what comes before the first belongs to none. */
const line = z.union([
  z.object({ format: z.literal(FORMAT) }),
  z.object({
    ratings: z.array(rating),
    outcomes: z.array(z.object({ matchId: z.string(), outcome: z.string() })),
  }),
  z.object({ hallLab }),
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

/** What outlives matches: the table, and the hall with its models. */
async function* lastingLines(store: Store): AsyncGenerator<Line> {
  yield await store.ratedSoFar();
  for (const lab of await store.allHallLabs()) yield { hallLab: lab };
  for (const name of await store.blobs.list(HALL)) {
    const bytes = await store.blobs.get(name);
    if (bytes) yield { blob: name, base64: Buffer.from(bytes).toString('base64') };
  }
}

/** Writes all matches, the table and the hall into a new file; returns how many matches. */
export async function writeBackup(store: Store, path: string): Promise<number> {
  const matches = await store.matches();
  async function* all(): AsyncGenerator<string> {
    yield `${JSON.stringify({ format: FORMAT })}\n`;
    for await (const next of lastingLines(store)) yield `${JSON.stringify(next)}\n`;
    for (const match of matches)
      for await (const next of linesOf(store, match)) yield `${JSON.stringify(next)}\n`;
  }
  await pipeline(Readable.from(all()), createGzip(), createWriteStream(path, { flags: 'wx' }));
  return matches.length;
}

/** Brings what is in a file into a store; matches whose code is taken there, ratings and labs that are there stay as they are. */
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
      } else if ('ratings' in next) await store.keepRated(next);
      else if ('hallLab' in next) await store.putHallLab(next.hallLab, MOST_OF_SEASON);
      else if ('blob' in next && next.blob.startsWith(HALL))
        await store.blobs.put(next.blob, Buffer.from(next.base64, 'base64'));
      else if (!current) continue;
      else if ('moves' in next) await store.append(current.id, next.moves);
      else if ('seat' in next) await store.putSeat(current.id, next.tokenHash, next.seat);
      else if ('blob' in next) await store.blobs.put(next.blob, Buffer.from(next.base64, 'base64'));
    }
  };
  await Promise.race([read(), failed]);
  return { restored, skipped };
}
