import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noPostgres, TestPostgres } from '../../../tests/postgres.ts';
import type { SqlDatabase } from './database.ts';
import { migrate, type Migration } from './migrate.ts';

const MAKE: Migration = {
  name: '1-make.sql',
  statements: 'create table t (n integer);\ninsert into t values (1);\n',
};
const DOUBLE: Migration = { name: '2-double.sql', statements: 'update t set n = n * 2;\n' };

describe.skipIf(noPostgres)(noPostgres ?? 'migrations in Postgres', () => {
  let postgres: TestPostgres;
  let url: string;
  let pools: Pool[] = [];

  beforeAll(async () => {
    postgres = await TestPostgres.start();
  });
  beforeEach(async () => {
    url = await postgres.createDatabase();
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await postgres.remove();
  });

  function open(): SqlDatabase {
    const pool = new Pool({ connectionString: url, max: 1 });
    pool.on('connect', (client) => client.on('error', () => undefined));
    pools.push(pool);
    return drizzle(pool) as unknown as SqlDatabase;
  }
  const read = async () => (await postgres.query(url, 'select n from t')).map(({ n }) => n);

  it('are applied once each, in order, however often they are asked for', async () => {
    await migrate(open(), [MAKE]);
    await migrate(open(), [MAKE, DOUBLE]);
    await migrate(open(), [MAKE, DOUBLE]);
    expect(await read()).toEqual([2]);
  });

  it('are applied once when many processes start together', async () => {
    await Promise.all(Array.from({ length: 6 }, () => migrate(open(), [MAKE, DOUBLE])));
    expect(await read()).toEqual([2]);
  });

  it('leave nothing behind when they break halfway', async () => {
    await migrate(open(), [MAKE]);
    const broken = { ...DOUBLE, statements: `${DOUBLE.statements}select 1 / 0;\n` };
    await expect(migrate(open(), [MAKE, broken])).rejects.toThrow();
    expect(await read()).toEqual([1]);
    await migrate(open(), [MAKE, DOUBLE]);
    expect(await read()).toEqual([2]);
  });

  it('leave nothing behind when the connection is cut halfway', async () => {
    await migrate(open(), [MAKE]);
    const slow = { ...DOUBLE, statements: `${DOUBLE.statements}select pg_sleep(60);\n` };
    const cut = migrate(open(), [MAKE, slow]);
    cut.catch(() => undefined);
    const sleeper = "from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()";
    while ((await postgres.query(url, `select pid ${sleeper}`)).length === 0);
    await postgres.query(url, `select pg_terminate_backend(pid) ${sleeper}`);
    await expect(cut).rejects.toThrow();
    await migrate(open(), [MAKE, DOUBLE]);
    expect(await read()).toEqual([2]);
  });

  it('refuse a database that others have made: one from the future, one put in between, one that was changed', async () => {
    await migrate(open(), [MAKE, DOUBLE]);
    await expect(migrate(open(), [MAKE])).rejects.toThrow('has 2-double.sql, which this version');
    const between = { name: '1-more.sql', statements: 'select 1;' };
    await expect(migrate(open(), [between, MAKE, DOUBLE])).rejects.toThrow('but not 1-more.sql');
    const changed = { ...DOUBLE, statements: 'update t set n = n * 3;' };
    await expect(migrate(open(), [MAKE, changed])).rejects.toThrow('2-double.sql was changed');
    expect(await read()).toEqual([2]);
  });
});
