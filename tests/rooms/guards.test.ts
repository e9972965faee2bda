/** Whatever is thrown anywhere in the server is logged, and ends neither the server nor a match. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import type { HostedMatch } from '../../server/matchmaking/directory.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { expectErrors } from '../server-errors.ts';
import { joinAs, openMatch } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0 });
});
afterAll(() => app.close());

const broken = (): never => {
  throw new Error('broken');
};

/** Asks over a connection of its own. */
const isWell = async (): Promise<boolean> => {
  const [response] = (await once(get(app.url + ROUTES.health, { agent: false }), 'response')) as [
    IncomingMessage,
  ];
  response.resume();
  return response.statusCode === 200;
};

function hostedOf(code: string): HostedMatch {
  const hosted = app.directory.byCode(code);
  if (!hosted) throw new Error(`no match ${code}`);
  return hosted;
}

describe('a listener of the HTTP server that throws', () => {
  it.each(['request', 'upgrade', 'connection', 'clientError'])(
    'for %s: all others are answered',
    async (event) => {
      const errors = expectErrors();
      app.httpServer.prependListener(event, broken);
      try {
        if (event === 'upgrade') {
          const socket = new WebSocket(app.url.replace('http', 'ws'));
          await once(socket, 'error');
        } else if (event === 'clientError') app.httpServer.emit('clientError', new Error('no HTTP'), null);
        else expect(await isWell()).toBe(true);
      } finally {
        app.httpServer.off(event, broken);
      }
      expect(errors[0]).toMatchObject({ message: `A listener for ${event} of the server failed` });
      expect(await isWell()).toBe(true);
    },
  );

  it('leaves nobody waiting when it was the only one', async () => {
    expectErrors();
    const others = app.httpServer.listeners('request');
    app.httpServer.removeAllListeners('request');
    app.httpServer.on('request', broken);
    try {
      expect((await fetch(app.url)).status).toBe(500);
    } finally {
      app.httpServer.removeAllListeners('request');
      for (const listener of others) app.httpServer.on('request', listener as () => void);
    }
    expect(await isWell()).toBe(true);
  });
});

describe('a match of which something throws', () => {
  const rename = (name: string) => ({
    version: PROTOCOL_VERSION,
    id: `rename-${name}`,
    move: { type: 'lobby/rename', name },
  });

  it('answers a move by request, survives one by message, and goes on', async () => {
    const errors = expectErrors();
    const host = await openMatch(app.url);
    const ada = await joinAs(app.url, host.code, 'Ada');
    const submit = vi.spyOn(hostedOf(host.code).service, 'submit').mockImplementation(broken);
    expect(await ada.move({ type: 'lobby/rename', name: 'Bo' })).toBe('protocol/server_busy');
    ada.room.send(MOVE_REQUEST, rename('Cy'));
    await vi.waitFor(() => expect(errors).toHaveLength(2));
    submit.mockRestore();
    expect(await ada.move({ type: 'lobby/rename', name: 'Dee' })).toBe('ok');
  });

  it('goes on when what is sent to everybody can not be made', async () => {
    const errors = expectErrors();
    const host = await openMatch(app.url);
    const ada = await joinAs(app.url, host.code, 'Ada');
    const { shown } = hostedOf(host.code).service;
    Object.defineProperty(shown, 'budgetFlops', { configurable: true, enumerable: true, get: broken });
    await ada.move({ type: 'lobby/rename', name: 'Bo' });
    await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0));
    Object.defineProperty(shown, 'budgetFlops', { configurable: true, writable: true, value: null });
    await ada.move({ type: 'lobby/rename', name: 'Cy' });
    await host.until('the name', ({ players }) => players[0]?.name === 'Cy');
  });
});

describe('a match that is over and gone', () => {
  it('answers so, whatever still comes in', async () => {
    const host = await openMatch(app.url);
    await joinAs(app.url, host.code, 'Ada');
    const { service, training } = hostedOf(host.code);
    app.directory.remove(host.code);
    expect(service.signal.aborted).toBe(true);
    expect(service.submit({ type: 'host/lock', locked: true }, { kind: 'host' })).toEqual({
      ok: false,
      error: { code: 'match/closed' },
    });
    expect(training.shard('nobody', 'pretrain', 1).ok).toBe(false);
    await vi.waitFor(() => expect(host.room.connection.isOpen).toBe(false));
    /* Its clock, its jobs and its timers are gone with it: they would log errors. */
    await sleep(300);
  });
});

describe('a timer that nobody guards', () => {
  it('does not end the process, and is logged as a bug', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--import', here('./throwing-timer.mjs'), here('../../server/main.ts')],
      {
        env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_FOLDER: 'none' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    try {
      let log = '';
      child.stderr.on('data', (data: Buffer) => (log += data.toString()));
      await vi.waitFor(() => expect(log).toContain('Uncaught exception'));
      expect((await fetch(`http://127.0.0.1:${port}${ROUTES.health}`)).status).toBe(200);
      expect(log.match(/^\s+at /m)).toBeNull();
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });
});
