import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matchRecord } from '../../tests/stores.ts';
import { readBackup, writeBackup } from './backup.ts';
import { openMemoryStore } from './memory.ts';
import type { Store } from './ports.ts';

const MOVES = Array.from({ length: 1_203 }, (_, index) => ({ sequence: index + 1, json: `{"n":${index}}` }));

async function filled(): Promise<Store> {
  const store = openMemoryStore();
  await store.createMatch(matchRecord());
  await store.createMatch(matchRecord({ id: 'match-b', code: 'CODE22' }));
  await store.append('match-a', MOVES);
  await store.putSeat('match-a', 'f'.repeat(64), { kind: 'player', playerId: 'ada' });
  await store.putSeat('match-a', 'e'.repeat(64), { kind: 'audience', watcherId: 'wil' });
  await store.blobs.put('match-a/snapshots/0', new Uint8Array([1]));
  await store.blobs.put('match-a/snapshots/1000', new Uint8Array([2]));
  await store.blobs.put(
    'match-a/team-1/weights',
    Uint8Array.from({ length: 5_000 }, (_, index) => index),
  );
  return store;
}

describe('a backup', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'loss-leaders-backup-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('brings all matches into another store, with what a server goes on from', async () => {
    const file = join(folder, 'all.gz');
    const from = await filled();
    expect(await writeBackup(from, file)).toBe(2);
    const to = openMemoryStore();
    expect(await readBackup(to, file)).toEqual({ restored: 2, skipped: [] });
    expect(await to.matches()).toEqual(await from.matches());
    expect((await to.movesAfter('match-a', 1_000)).moves).toEqual(MOVES.slice(1_000));
    expect(await to.seats('match-a')).toEqual(await from.seats('match-a'));
    expect(await to.blobs.list('match-a/')).toEqual(await from.blobs.list('match-a/'));
    expect(await to.blobs.get('match-a/team-1/weights')).toEqual(
      Buffer.from((await from.blobs.get('match-a/team-1/weights')) ?? []),
    );
  });

  it('brings the table and the hall along, and changes none that is there already', async () => {
    const file = join(folder, 'all.gz');
    const from = await filled();
    const ada = { raterId: 'ada', season: '2026-4', mu: 30, sigma: 5, matches: 3 };
    const lab = { id: 'a'.repeat(24), season: '2026-4', owner: 'ada', total: 50, enteredAtMs: 7, card: '{}' };
    await from.keepRated({ ratings: [ada], outcomes: [{ matchId: 'match-a', outcome: '[]' }] });
    await from.putHallLab(lab, 50);
    await from.blobs.put(`hall/${lab.id}/model`, new Uint8Array([1, 2]));
    await writeBackup(from, file);
    const to = openMemoryStore();
    await readBackup(to, file);
    expect(await to.ratedSoFar()).toEqual(await from.ratedSoFar());
    expect(await to.allHallLabs()).toEqual([lab]);
    expect(await to.blobs.get(`hall/${lab.id}/model`)).toEqual(Buffer.from([1, 2]));
    const later = openMemoryStore();
    await later.keepRated({ ratings: [{ ...ada, mu: 31, matches: 4 }], outcomes: [] });
    await readBackup(later, file);
    expect(await later.ratings(['ada'])).toEqual([{ ...ada, mu: 31, matches: 4 }]);
  });

  it('leaves alone what is there already', async () => {
    const file = join(folder, 'all.gz');
    await writeBackup(await filled(), file);
    const to = openMemoryStore();
    await to.createMatch(matchRecord({ id: 'other' }));
    expect(await readBackup(to, file)).toEqual({ restored: 1, skipped: ['BOKA42'] });
    expect((await to.matches()).map(({ id }) => id)).toEqual(['other', 'match-b']);
  });

  it('is no file of any other kind, and takes the place of none', async () => {
    const file = join(folder, 'all.gz');
    writeFileSync(file, 'holiday pictures');
    await expect(readBackup(openMemoryStore(), file)).rejects.toThrow();
    await expect(writeBackup(await filled(), file)).rejects.toThrow('EEXIST');
  });
});
