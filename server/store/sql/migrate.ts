/**
 * Brings a database's tables up to date: the files of `migrations/` in the order of their names, each once. Each is applied in
 * one transaction with the note that it was, so that an interrupted one leaves nothing behind; and under a lock, so that of two
 * processes that start together one waits.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql, type SQL } from 'drizzle-orm';
import type { SqlDatabase } from './database.ts';

export interface Migration {
  name: string;
  statements: string;
}

/** Any number that nobody else of this database locks. */
const MIGRATION_LOCK = 754_233_101;

const folder = new URL('./migrations/', import.meta.url);

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => ({ name, statements: await readFile(new URL(name, folder), 'utf8') })),
  );
}

function hashOf({ statements }: Migration): string {
  return createHash('sha256').update(statements.replaceAll('\r\n', '\n')).digest('hex');
}

/**
 * The migrations that are still to be applied. Throws where the database was made by other ones: a file that was changed later,
 * or put in between, would be skipped without a word otherwise.
 */
function missing(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = [...applied.keys()].find((name) => !known.has(name));
  if (foreign) throw new Error(`the database has ${foreign}, which this version of the game does not know`);
  const next = migrations.findIndex(({ name }) => !applied.has(name));
  const left = next === -1 ? [] : migrations.slice(next);
  const late = left.find(({ name }) => applied.has(name));
  if (late) throw new Error(`the database has ${late.name}, but not ${left[0]?.name}, which comes before it`);
  for (const migration of migrations) {
    const hash = applied.get(migration.name);
    if (hash !== undefined && hash !== hashOf(migration))
      throw new Error(`${migration.name} was changed after it had been applied`);
  }
  return left;
}

export async function migrate(db: SqlDatabase, migrations: readonly Migration[]): Promise<void> {
  await db.transaction(async (transaction) => {
    const run = (statement: SQL) => transaction.execute(statement);
    await run(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await run(sql`create table if not exists migrations (name text primary key, hash text not null)`);
    const { rows } = await run(sql`select name, hash from migrations`);
    const applied = new Map(rows.map(({ name, hash }) => [String(name), String(hash)]));
    for (const migration of missing(migrations, applied)) {
      for (const statement of migration.statements.split(/;\s*$/m)) {
        if (statement.trim() !== '') await run(sql.raw(statement));
      }
      await run(sql`insert into migrations values (${migration.name}, ${hashOf(migration)})`);
    }
  });
}
