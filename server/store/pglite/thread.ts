/** The thread that PGlite runs in: a large value keeps its thread busy for a second, which nobody's game may wait for. */

import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import type { SqlDatabase } from '../sql/database.ts';
import { migrate, readMigrations } from '../sql/migrate.ts';
import { createSqlRecords, PROCESS_LOCKS, registerProcess } from '../sql/records.ts';
import type { Answer, Call, ThreadStart } from './calls.ts';

const VACUUM_MS = 10 * 60_000;

export async function serve(): Promise<void> {
  const { folder, epoch: known } = workerData as ThreadStart;
  const client = await PGlite.create({ dataDir: folder });
  const db = drizzle(client) as unknown as SqlDatabase;
  await migrate(db, await readMigrations());
  const epoch = known ?? (await registerProcess(db, Date.now()));
  await db.execute(sql`select pg_advisory_lock(${PROCESS_LOCKS}, ${epoch})`);
  const records = { ...createSqlRecords(db, epoch), close: () => client.close() };
  /* There is nobody beside the database who would make the space of deleted rows usable again. */
  setInterval(() => client.exec('vacuum moves').catch(() => undefined), VACUUM_MS).unref();
  const answer = (reply: Answer): void => parentPort?.postMessage(reply);

  parentPort?.on('message', ({ id, method, parameters }: Call) => {
    const perform = records[method] as (...parameters: unknown[]) => Promise<unknown>;
    perform(...parameters).then(
      (value) => answer({ id, value }),
      (error: unknown) => {
        answer({ id, problem: problemOf(error).message });
        /* Such a database never answers again in this thread; in a new one it recovers from its log. */
        if (isBroken(problemOf(error))) process.exit(1);
      },
    );
  });
  answer({ id: 0, value: epoch });
  await client.exec('vacuum');
}

/** Drizzle's own message repeats the whole query with all its values; what happened stands in its cause. */
function problemOf(error: unknown): Error {
  const thrown = error instanceof Error ? error : new Error(String(error));
  return thrown.cause instanceof Error ? thrown.cause : thrown;
}

/** What is no error of a query ends the database, which runs in this very thread: a log that can't be written, say. */
function isBroken(error: Error & { severity?: string }): boolean {
  return error.severity === undefined || error.severity === 'PANIC' || error.severity === 'FATAL';
}
