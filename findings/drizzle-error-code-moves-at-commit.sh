#!/usr/bin/env bash
# Packages: drizzle-orm 0.45.4 with @electric-sql/pglite 0.5.17. Seen on Node 20.
# Expected: an error of the database has its SQLSTATE at one place, wherever in a transaction it comes up, so that
#   `if (error.code === '23505')` or `error.cause?.code` tells a duplicate from a real failure.
# Seen: what a query throws is wrapped: `error.code` is undefined, the SQLSTATE is at `error.cause.code`, and the message
#   is the whole statement with all its parameters, passwords and all, and says nothing of what went wrong. What COMMIT
#   throws is not wrapped: there `error.code` is the SQLSTATE, and there is no cause. So the same violation of the same
#   rule is found by one check or by the other, depending on whether the constraint is deferred to the commit.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact drizzle-orm@0.45.4 @electric-sql/pglite@0.5.17 >/dev/null

cat >check.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';

const client = await PGlite.create();
const db = drizzle(client);
await client.exec('create table at_once (name text unique, secret text)');
await client.exec('create table at_commit (name text unique deferrable initially deferred, secret text)');

/** Inserts the same name twice in one transaction, and tells where the SQLSTATE of the error is. */
async function twice(table) {
  try {
    await db.transaction(async (transaction) => {
      for (let i = 0; i < 2; i++)
        await transaction.execute(sql`insert into ${sql.identifier(table)} values (${'ada'}, ${'s3cret'})`);
    });
    return 'no error';
  } catch (error) {
    const { code, cause, message } = error;
    return `code ${code}, cause's code ${cause?.code}, shows the secret: ${message.includes('s3cret')}, says what happened: ${message.includes('duplicate')}`;
  }
}

const seen = { atOnce: await twice('at_once'), atCommit: await twice('at_commit') };
console.log(`node ${process.version}`, seen);
const expected = {
  atOnce: "code undefined, cause's code 23505, shows the secret: true, says what happened: false",
  atCommit: "code 23505, cause's code undefined, shows the secret: false, says what happened: true",
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('changed; expected', expected);
  process.exit(1);
}
process.exit(0);
JS
node check.mjs
