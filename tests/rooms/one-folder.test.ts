/** Two servers that are started on one data folder: the second says whose it is and ends, and the first goes on. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { freePort } from '../free-port.ts';
import { KillableServer } from '../faults/server.ts';

it('is refused a data folder that another server uses, in a sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-one-'));
  const environment = { DATA_FOLDER: join(folder, 'data') };
  const first = new KillableServer(await freePort(), environment);
  try {
    await first.start();
    const second = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, ...environment, PORT: String(await freePort()) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    second.stderr.on('data', (data: Buffer) => (said += data.toString()));
    expect(await once(second, 'exit')).toEqual([1, null]);
    expect(said.trim()).toBe(
      `The data folder ${environment.DATA_FOLDER} is in use by process ${first.pid}. Stop that server, or choose another folder: DATA_FOLDER=other-folder npm start`,
    );
    expect((await fetch(`http://127.0.0.1:${first.port}${ROUTES.health}`)).status).toBe(200);
  } finally {
    await first.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
});
