/** The three kinds of store as tests open them: each on a disk that outlives the processes that use it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { TestPostgres } from './postgres.ts';
import { createMemoryDisk, openMemoryStore } from '../server/store/memory.ts';
import { openPgliteStore } from '../server/store/pglite/store.ts';
import type { MatchRecord, Store } from '../server/store/ports.ts';
import { openPostgresStore } from '../server/store/postgres.ts';

export interface StoreKind {
  /** Opens it as a process does that has just started. */
  open(): Promise<Store>;
  /** Changes what is written of a move, while nobody has the store open. */
  damage(matchId: string, sequence: number): Promise<void>;
  /** Forgets everything; the next store is empty. */
  renew(): Promise<void>;
  remove(): Promise<void>;
}

const DAMAGE = (matchId: string, sequence: number): string =>
  `update moves set json = replace(json, 'a', 'b') where match_id = '${matchId}' and sequence = ${sequence}`;

export async function memoryKind(): Promise<StoreKind> {
  let disk = createMemoryDisk();
  return {
    open: async () => openMemoryStore(disk),
    async damage(matchId, sequence) {
      const move = disk.matches.get(matchId)?.moves.get(sequence);
      if (move) move.isSound = false;
    },
    async renew() {
      disk = createMemoryDisk();
    },
    remove: async () => undefined,
  };
}

export async function pgliteKind(): Promise<StoreKind> {
  const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-store-'));
  const database = join(folder, 'data', 'database');
  const run = async (statements: string): Promise<void> => {
    const client = await PGlite.create({ dataDir: database });
    await client.exec(statements);
    await client.close();
  };
  return {
    open: () => openPgliteStore(join(folder, 'data')),
    damage: (matchId, sequence) => run(DAMAGE(matchId, sequence)),
    async renew() {
      await run('delete from matches; delete from processes');
      rmSync(join(folder, 'data', 'blobs'), { recursive: true, force: true });
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function postgresKind(): Promise<StoreKind> {
  const postgres = await TestPostgres.start();
  let url = await postgres.createDatabase();
  return {
    open: () => openPostgresStore(url),
    async damage(matchId, sequence) {
      await postgres.query(url, DAMAGE(matchId, sequence));
    },
    async renew() {
      url = await postgres.createDatabase();
    },
    remove: () => postgres.remove(),
  };
}

/** A match that was opened a while ago. */
export function matchRecord(changes: Partial<MatchRecord> = {}): MatchRecord {
  return {
    id: 'match-a',
    code: 'BOKA42',
    address: '10.0.0.1',
    openedAtMs: 1_700_000_000_123,
    seeds: { world: 1, market: 2 ** 32 - 1 },
    ...changes,
  };
}
