/** The store in a Postgres database that several processes may share. */

import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { logError } from '../log.ts';
import type { Store } from './ports.ts';
import { ProcessLock } from './process-lock.ts';
import { StoreError } from './store-error.ts';
import { createChunkBlobs } from './sql/chunks.ts';
import { sealedBlobs } from './sealed-blobs.ts';
import type { SqlDatabase } from './sql/database.ts';
import { migrate, readMigrations } from './sql/migrate.ts';
import { createSqlRecords, registerProcess } from './sql/records.ts';

const CONNECTIONS = 4;
/** A database that does not answer counts as gone, so that nobody waits for ever. */
const CONNECT_MS = 3_000;
const STATEMENT_MS = 10_000;

/** Whether nobody answers at the address; Drizzle keeps what happened as the cause. */
function isAway(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return (
    ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'].includes(String(code)) ||
    (cause !== undefined && isAway(cause))
  );
}

/** Opens the store in the database at this address, and brings its tables up to date. */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
  });
  pool.on('error', (error) => logError('A connection to the database was lost', error));
  /* The pool hears of idle connections only; one that is lost in the middle of a transaction would end the process. */
  pool.on('connect', (client) => client.on('error', () => undefined));
  const lock = new ProcessLock(url);
  let isClosed = false;
  const db = drizzle(pool) as unknown as SqlDatabase;
  try {
    await migrate(db, await readMigrations());
    const epoch = await registerProcess(db, Date.now());
    await lock.take(epoch);
    return {
      ...createSqlRecords(db, epoch),
      blobs: sealedBlobs(createChunkBlobs(db, epoch)),
      async close() {
        if (isClosed) return;
        isClosed = true;
        await lock.release();
        await pool.end();
      },
    };
  } catch (error) {
    await lock.release();
    await pool.end();
    throw isAway(error)
      ? new StoreError(
          `The database at ${new URL(url).host} can't be reached. Is it running, and is DATABASE_URL right?`,
        )
      : error;
  }
}
