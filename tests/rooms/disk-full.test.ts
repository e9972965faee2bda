/** A disk that fills up in the middle of a match: moves are refused until there is room again, and nothing that was acknowledged is lost. */

import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { NO_LIMITS } from '../../server/limits/limits.ts';
import { openPgliteStore } from '../../server/store/pglite/store.ts';
import { expectErrors } from '../server-errors.ts';
import { joinAs, openMatch } from './fake-player.ts';

const NEEDS =
  process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'a full disk (needs root on Linux, to mount a small one)';
/** Some more than a new database takes. */
const DISK = 'size=100m';
const MEGABYTE = new Uint8Array(1024 * 1024);
/** Far more than find room in what the database holds already. */
const MANY_MOVES = 2_000;

describe.skipIf(NEEDS)(NEEDS ?? 'a disk that fills up', () => {
  let disk: string;
  let app: App;
  const start = async (): Promise<App> =>
    createApp({ port: 0, limits: NO_LIMITS, store: await openPgliteStore(join(disk, 'data')) });

  beforeEach(async () => {
    disk = mkdtempSync(join(tmpdir(), 'loss-leaders-disk-'));
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', disk]);
    app = await start();
  });
  afterEach(async () => {
    await app?.close();
    execFileSync('/bin/umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  function fill(size: Uint8Array): void {
    try {
      for (;;) appendFileSync(join(disk, 'filling'), size);
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }

  it('refuses moves until there is room, and loses none that it acknowledged', async () => {
    const errors = expectErrors();
    const host = await openMatch(app.url);
    const ada = await joinAs(app.url, host.code, 'Ada');
    fill(MEGABYTE);
    fill(MEGABYTE.subarray(0, 512));
    let kept = 0;
    let refusal = 'ok';
    while (refusal === 'ok' && kept < MANY_MOVES) {
      refusal = await ada.move({ type: 'lobby/rename', name: `Ada ${kept + 1}` });
      if (refusal === 'ok') kept += 1;
    }
    expect(refusal).toBe('protocol/server_busy');
    expect(errors.some(({ message }) => message.includes("can't be written down"))).toBe(true);
    await host.until('what was kept', ({ players }) => players[0]?.name === `Ada ${kept}`);
    rmSync(join(disk, 'filling'));
    const rename = () => ada.move({ type: 'lobby/rename', name: 'Ada again' });
    await expect.poll(rename, { interval: 200 }).toBe('ok');
    await app.close();
    app = await start();
    const match = app.directory.byCode(host.code)?.service.shown;
    expect(Object.values(match?.players ?? {}).map(({ name }) => name)).toEqual(['Ada again']);
  });
});
