#!/usr/bin/env bash
# Packages: @electric-sql/pglite 0.5.17, pg 8.23.1, drizzle-orm 0.45.4. Seen on Node 20. No server is needed: pg's own
#   parsers are asked what they make of the text that a server sends.
# Expected: a query builder that offers both as drivers of PostgreSQL reads the same row as the same JavaScript values, so
#   that a program can be tested on the embedded one and run on a server.
# Seen: `count(*)` and every other bigint is a string with pg. With PGlite its type depends on its value: a number up to
#   2^53 - 1, a BigInt from there on, which JSON.stringify refuses. Intervals are an object with pg and a string with PGlite;
#   bytea is a Buffer with pg and a Uint8Array with PGlite, whose toString('hex') is a list of numbers. Drizzle's
#   `execute(sql...)` hands all of that on as it comes; only columns of a declared schema are brought to one type.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact @electric-sql/pglite@0.5.17 pg@8.23.1 drizzle-orm@0.45.4 >/dev/null

cat >check.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';

const db = drizzle(await PGlite.create());
const name = (value) => (typeof value === 'object' ? value.constructor.name : typeof value);
const jsonOf = (value) => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    return error.constructor.name;
  }
};
const queries = {
  count: 'select count(*) as value',
  large: 'select 9007199254740993::bigint as value',
  interval: "select '1 day'::interval as value",
  bytes: "select '\\x00ff'::bytea as value",
};
const seen = {};
for (const [what, query] of Object.entries(queries)) {
  const { rows, fields } = await db.execute(sql.raw(query));
  const [{ text }] = (await db.execute(sql.raw(`select value::text as text from (${query}) as q`))).rows;
  const [{ value }] = rows;
  const withPg = pg.types.getTypeParser(fields[0].dataTypeID)(text);
  seen[what] = `PGlite: ${name(value)} ${jsonOf(value)}; pg: ${name(withPg)} ${jsonOf(withPg)}`;
}
console.log(`node ${process.version}`, seen);
const expected = {
  count: 'PGlite: number 1; pg: string "1"',
  large: 'PGlite: bigint TypeError; pg: string "9007199254740993"',
  interval: 'PGlite: string "1 day"; pg: PostgresInterval {"days":1}',
  bytes: 'PGlite: Uint8Array {"0":0,"1":255}; pg: Buffer {"type":"Buffer","data":[0,255]}',
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('changed; expected', expected);
  process.exit(1);
}
process.exit(0);
JS
node check.mjs
