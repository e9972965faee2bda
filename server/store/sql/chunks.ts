/** Blobs in a SQL database, cut into pieces: where processes share no folder. */

import { asc, eq, sql } from 'drizzle-orm';
import { checkBlobName, matchOfBlob, takenOver } from '../blob-name.ts';
import type { Blobs } from '../ports.ts';
import type { SqlDatabase } from './database.ts';
import { blobChunks, matches } from './schema.ts';

const CHUNK_BYTES = 256 * 1024;

function cut(name: string, bytes: Uint8Array): (typeof blobChunks.$inferInsert)[] {
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
  return Array.from({ length: count }, (_, part) => ({
    name,
    part,
    bytes: bytes.subarray(part * CHUNK_BYTES, (part + 1) * CHUNK_BYTES),
  }));
}

export function createChunkBlobs(db: SqlDatabase, epoch: number): Blobs {
  /** Throws where the match is another process'; whoever takes it over waits until the transaction has ended. */
  async function checkOwner(transaction: Pick<SqlDatabase, 'select'>, name: string): Promise<void> {
    const [match] = await transaction
      .select({ ownerEpoch: matches.ownerEpoch })
      .from(matches)
      .where(eq(matches.id, matchOfBlob(name)))
      .for('share');
    if (match && match.ownerEpoch !== epoch) throw new Error(takenOver(name));
  }

  return {
    async put(name, bytes) {
      const chunks = cut(checkBlobName(name), bytes);
      await db.transaction(async (transaction) => {
        await checkOwner(transaction, name);
        await transaction.delete(blobChunks).where(eq(blobChunks.name, name));
        for (const chunk of chunks) await transaction.insert(blobChunks).values(chunk);
      });
    },
    async get(name) {
      const chunks = await db
        .select({ bytes: blobChunks.bytes })
        .from(blobChunks)
        .where(eq(blobChunks.name, checkBlobName(name)))
        .orderBy(asc(blobChunks.part));
      return chunks.length === 0 ? null : new Uint8Array(Buffer.concat(chunks.map(({ bytes }) => bytes)));
    },
    async list(prefix) {
      const rows = await db
        .selectDistinct({ name: blobChunks.name })
        .from(blobChunks)
        .where(sql`starts_with(${blobChunks.name}, ${prefix})`);
      return rows.map(({ name }) => name).toSorted();
    },
    async remove(name) {
      checkBlobName(name);
      await db.transaction(async (transaction) => {
        await checkOwner(transaction, name);
        await transaction.delete(blobChunks).where(eq(blobChunks.name, name));
      });
    },
  };
}
