/** The store in a Postgres database that several processes may share. */

import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client, Pool } from 'pg';
import { guard } from '../guard.ts';
import { logError } from '../log.ts';
import type { Store } from './ports.ts';
import { StoreError } from './store-error.ts';
import { createChunkBlobs } from './sql/chunks.ts';
import type { SqlDatabase } from './sql/database.ts';
import { migrate, readMigrations } from './sql/migrate.ts';
import { createSqlRecords, PROCESS_LOCKS, registerProcess } from './sql/records.ts';

const CONNECTIONS = 4;
/** A database that does not answer counts as gone, so that nobody waits for ever. */
const CONNECT_MS = 3_000;
const STATEMENT_MS = 10_000;
const RETRY_MS = 500;

/**
 * Holds the lock of this process' number in a session of its own. When the database was away, the lock went with the session, and
 * is taken anew; a process that has taken our matches meanwhile keeps them.
 */
async function holdLock(url: string, epoch: number, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
  /* Without a listener a lost connection would end the process. */
  client.on('error', () => undefined);
  client.once('end', () => {
    if (!signal.aborted) guard('The lock of this process', () => holdAgain(url, epoch, signal));
  });
  const stop = (): void => guard('The lock of this process', () => client.end());
  signal.addEventListener('abort', stop, { once: true });
  client.once('end', () => signal.removeEventListener('abort', stop));
  await client.connect();
  await client.query('select pg_advisory_lock($1, $2)', [PROCESS_LOCKS, epoch]);
}

async function holdAgain(url: string, epoch: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await holdLock(url, epoch, signal);
      return;
    } catch {
      await sleep(RETRY_MS, undefined, { ref: false });
    }
  }
}

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
  const closing = new AbortController();
  const db = drizzle(pool) as unknown as SqlDatabase;
  try {
    await migrate(db, await readMigrations());
    const epoch = await registerProcess(db, Date.now());
    await holdLock(url, epoch, closing.signal);
    return {
      ...createSqlRecords(db, epoch),
      blobs: createChunkBlobs(db),
      async close() {
        if (closing.signal.aborted) return;
        closing.abort();
        await pool.end();
      },
    };
  } catch (error) {
    closing.abort();
    await pool.end();
    throw isAway(error)
      ? new StoreError(
          `The database at ${new URL(url).host} can't be reached. Is it running, and is DATABASE_URL right?`,
        )
      : error;
  }
}
