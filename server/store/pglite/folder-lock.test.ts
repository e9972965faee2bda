import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './folder-lock.ts';

const HOLD = `import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)};
await lockFolder(process.argv[1]); console.log('locked'); setInterval(() => undefined, 1000);`;

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'loss-leaders-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const holder = (changes: object): void =>
    writeFileSync(
      join(folder, 'lock'),
      JSON.stringify({ id: 'other', pid: process.pid, host: hostname(), startedAt: null, ...changes }),
    );

  it('is held by one at a time, who is named to the others', async () => {
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`${folder} is in use by process ${process.pid}.`);
    await unlock();
    const again = await lockFolder(folder);
    await again();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('is won by one of many who come at once', async () => {
    holder({ pid: 2 ** 22 + 1 });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    const won = tries.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const one of tries) if (one.status === 'fulfilled') await one.value();
  });

  it('outlives no process, however that ended', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLD, folder]);
    await once(child.stdout, 'data');
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const unlock = await lockFolder(folder);
    await unlock();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'is not mistaken for that of a later process with the same number',
    async () => {
      holder({ startedAt: '1' });
      const unlock = await lockFolder(folder);
      await unlock();
    },
  );

  it('of another machine counts as long as that one is heard of', async () => {
    holder({ host: 'elsewhere', pid: 7 });
    await expect(lockFolder(folder)).rejects.toThrow('in use by process 7 on elsewhere');
  });
});
