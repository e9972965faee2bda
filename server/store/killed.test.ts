/** What a store has promised is there after its process was killed in the middle of writing. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { noPostgres, TestPostgres } from '../../tests/postgres.ts';
import type { Store } from './ports.ts';
import { openPgliteStore } from './pglite/store.ts';
import { openPostgresStore } from './postgres.ts';
import { matchRecord } from '../../tests/stores.ts';

/** Writes one move or value after the other, and says each number once it is promised. */
const writer = (module: string, open: string): string => `
import { ${open} } from ${JSON.stringify(new URL(module, import.meta.url).href)};
const store = await ${open}(process.argv[1]);
await store.claimMatches();
const { moves } = await store.movesAfter('match-a', 0);
for (let sequence = moves.length + 1; ; sequence++) {
  await store.blobs.put('match-a/value', new Uint8Array(50_000).fill(sequence % 256));
  if (await store.append('match-a', [{ sequence, json: JSON.stringify({ sequence }) }]) === 'written') console.log(sequence);
}`;

async function writeUntilKilled(script: string, place: string, count: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let promised = 0;
  let said = 0;
  for await (const line of createInterface(child.stdout)) {
    promised = Number(line);
    if (++said === count) child.kill('SIGKILL');
  }
  await ended;
  return promised;
}

async function survives(
  open: (place: string) => Promise<Store>,
  script: string,
  place: string,
): Promise<void> {
  const first = await open(place);
  await first.createMatch(matchRecord());
  await first.close();
  let promised = 0;
  for (const count of [3, 20]) {
    promised = await writeUntilKilled(script, place, count);
    const store = await open(place);
    /* A database may notice a moment later that a process is gone; another takes its matches within ten seconds. */
    await expect.poll(() => store.claimMatches()).toHaveLength(1);
    const { moves, damagedAt } = await store.movesAfter('match-a', 0);
    expect(damagedAt).toBeNull();
    /* One more may have been written that there was no time to tell of. */
    expect([promised, promised + 1]).toContain(moves.length);
    const value = await store.blobs.get('match-a/value');
    expect(value).toHaveLength(50_000);
    expect(new Set(value).size).toBe(1);
    await store.close();
  }
  expect(promised).toBeGreaterThanOrEqual(23);
}

describe('a store whose process is killed', () => {
  it('in a folder has kept all that it promised', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-killed-'));
    await survives(openPgliteStore, writer('./pglite/store.ts', 'openPgliteStore'), folder);
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(noPostgres)('in Postgres has kept all that it promised', async () => {
    const postgres = await TestPostgres.start();
    const url = await postgres.createDatabase();
    await survives(openPostgresStore, writer('./postgres.ts', 'openPostgresStore'), url);
    await postgres.remove();
  });
});
