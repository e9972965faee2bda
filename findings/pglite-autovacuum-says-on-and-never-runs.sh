#!/usr/bin/env bash
# Packages: @electric-sql/pglite 0.5.17 (PostgreSQL 18.7 in WebAssembly). Seen on Node 20.
# Expected: a database that says `autovacuum = on`, with a nap time of one second, makes the space of deleted rows usable
#   again by itself, as PostgreSQL does; or it says `off`, since there are no processes beside it.
# Seen: nothing ever does. A table that is filled and emptied, again and again, grows by its whole content each time, though
#   there is time in between, and though the statistics count tens of thousands of dead rows; those say, too, that no
#   automatic run ever took place. VACUUM by hand works, and gives all of it back.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact @electric-sql/pglite@0.5.17 >/dev/null

cat >check.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';

/* The nap time counts from a start with it on. */
const before = await PGlite.create({ dataDir: 'data' });
await before.exec("alter system set autovacuum_naptime = '1s'");
await before.close();
const client = await PGlite.create({ dataDir: 'data' });
const one = async (query) => Object.values((await client.query(query)).rows[0])[0];
await client.exec('create table t (n int, filling text)');
const sizes = [];
for (let round = 0; round < 4; round++) {
  await client.exec("insert into t select n, repeat('x', 200) from generate_series(1, 20000) n");
  await client.exec('delete from t');
  /* Time for whoever cleans up, and something for the database to do, should it clean up in between. */
  for (let second = 0; second < 3; second++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await client.query('select 1');
  }
  sizes.push(await one("select pg_total_relation_size('t')"));
}
const says = await one('show autovacuum');
const naps = await one('show autovacuum_naptime');
const [{ autovacuum_count: runs, n_dead_tup: dead }] = (
  await client.query("select autovacuum_count, n_dead_tup from pg_stat_user_tables where relname = 't'")
).rows;
await client.exec('vacuum t');
const cleaned = await one("select pg_total_relation_size('t')");
console.log(`node ${process.version}: autovacuum ${says}, every ${naps}; sizes after each round ${sizes.join(', ')}`);
console.log(`runs ${runs}, dead rows by the statistics ${dead}, size after VACUUM by hand ${cleaned}`);
const grows = sizes.every((size, round) => size > (round + 0.9) * sizes[0]);
if (says !== 'on' || naps !== '1s' || !grows || runs !== 0 || dead < 60_000 || cleaned > sizes[0] / 10) {
  console.error('changed');
  process.exit(1);
}
process.exit(0);
JS
node check.mjs
