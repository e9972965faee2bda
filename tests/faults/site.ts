/** All that a match of `npm run faults` runs on: one server or several, what they keep matches in, and the way to them. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreSettings } from '../../server/store/open-store.ts';
import { freePort } from '../free-port.ts';
import { TestPostgres } from '../postgres.ts';
import { TestRedis } from '../redis.ts';
import { CuttingProxy } from './cutting-proxy.ts';
import { KillableServer } from './server.ts';

export class Site {
  readonly servers: readonly KillableServer[];
  readonly proxy: CuttingProxy;
  readonly store: StoreSettings;
  readonly #remove: () => Promise<void>;

  private constructor(
    servers: readonly KillableServer[],
    proxy: CuttingProxy,
    store: StoreSettings,
    remove: () => Promise<void>,
  ) {
    this.servers = servers;
    this.proxy = proxy;
    this.store = store;
    this.#remove = remove;
  }

  /** Several processes share a Postgres and a Redis. Throws a sentence where one of these is not installed. */
  static async start(
    kind: 'pglite' | 'postgres',
    processes: number,
    more: Record<string, string> = {},
  ): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-faults-'));
    const dataFolder = join(folder, 'data');
    const postgres = kind === 'postgres' || processes > 1 ? await TestPostgres.start() : null;
    const redis = processes > 1 ? await TestRedis.start() : null;
    const databaseUrl = postgres ? await postgres.createDatabase() : null;
    const environment = {
      ...more,
      DATA_FOLDER: dataFolder,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      ...(redis ? { REDIS_URL: redis.url } : {}),
    };
    const servers: KillableServer[] = [];
    for (let i = 0; i < processes; i++) servers.push(new KillableServer(await freePort(), environment));
    await Promise.all(servers.map((server) => server.start()));
    const proxy = await CuttingProxy.to(...servers.map(({ port }) => port));
    return new Site(servers, proxy, { databaseUrl, dataFolder }, async () => {
      await postgres?.remove();
      await redis?.down();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  get troubles(): string[] {
    return this.servers.flatMap(({ troubles }) => troubles);
  }

  async endAll(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await Promise.all(this.servers.map((server) => server.end(signal)));
  }

  async startAll(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.start()));
  }

  async remove(): Promise<void> {
    await this.proxy.close();
    await this.endAll('SIGTERM');
    await this.#remove();
  }
}
