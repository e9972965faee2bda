/** The pages as a browser gets them: eight documents, hashed files kept for ever, and headers that isolate them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';

let app: App;
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'the player');
  writeFileSync(join(folder, 'host.html'), 'the host');
  writeFileSync(join(folder, 'solo.html'), 'alone');
  writeFileSync(join(folder, 'watch.html'), 'the audience');
  writeFileSync(join(folder, 'report.html'), 'the report');
  writeFileSync(join(folder, 'replay.html'), 'the replay');
  writeFileSync(join(folder, 'check.html'), 'the check');
  writeFileSync(join(folder, 'online.html'), 'the table');
  writeFileSync(join(folder, 'assets', 'player-Ab3dEf9h.js'), 'export {}');
  app = await createApp({ port: 0, clientFolder: folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe('pages', () => {
  it.each([
    ['/', 200, 'the player', 'no-cache'],
    ['/?code=BOKA42', 200, 'the player', 'no-cache'],
    ['/host', 200, 'the host', 'no-cache'],
    ['/watch?code=BOKA42', 200, 'the audience', 'no-cache'],
    ['/watch/BOKA42', 200, 'the audience', 'no-cache'],
    ['/BOKA42', 200, 'the player', 'no-cache'],
    ['/boka-42', 200, 'the player', 'no-cache'],
    ['/report?code=BOKA42', 200, 'the report', 'no-cache'],
    ['/replay?code=BOKA42', 200, 'the replay', 'no-cache'],
    ['/check', 200, 'the check', 'no-cache'],
    ['/online', 200, 'the table', 'no-cache'],
    ['/solo', 200, 'alone', 'no-cache'],
    ['/solo.html', 200, 'alone', 'no-cache'],
    ['/assets/player-Ab3dEf9h.js', 200, 'export {}', 'public, max-age=31536000, immutable'],
  ])('%s', async (path, status, text, cache) => {
    const response = await fetch(app.url + path);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('cache-control')).toBe(cache);
  });

  it('lead a person on who opened an address that there is not, and tell a script so', async () => {
    const asPerson = { headers: { accept: 'text/html,*/*;q=0.8' }, redirect: 'manual' } as const;
    for (const path of ['/nothing', '/some/where/else', '/host/of/mine']) {
      const led = await fetch(app.url + path, asPerson);
      expect([led.status, led.headers.get('location')]).toEqual([302, '/?missing']);
      expect((await fetch(app.url + path)).status).toBe(404);
    }
    const coded = await fetch(`${app.url}/BOKA42`, asPerson);
    expect(coded.headers.get('location')).toBe('/?code=BOKA42');
  });

  it('are isolated, and allow WASM but no script of strangers', async () => {
    const { headers } = await fetch(app.url);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('end where the API begins, and never leave their folder', async () => {
    const unknown = await fetch(`${app.url}/api/nothing`);
    expect([unknown.status, await unknown.json()]).toEqual([404, { error: { code: 'protocol/not_found' } }]);
    expect((await fetch(`${app.url}/..%2f..%2fetc%2fpasswd`)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a second server', () => {
  it('can not have the same port, and says so', async () => {
    await expect(createApp({ port: app.port, clientFolder: folder })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
  });
});
