/** What the store needs of a database: Drizzle's common part of its PGlite and Postgres drivers. */

import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

interface RowsOf extends PgQueryResultHKT {
  type: { rows: Record<string, unknown>[] };
}

export type SqlDatabase = Pick<
  PgDatabase<RowsOf>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute' | 'transaction'
>;
