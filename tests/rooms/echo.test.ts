/** The socket that a page tries out: it says back what our own page says, for a while, and is closed to all others. */

import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createApp, type App } from '../../server/app.ts';
import { ECHO } from '../../shared/game/wire/echo.ts';

let app: App;
beforeAll(async () => void (app = await createApp({ port: 0 })));
afterAll(() => app.close());

const connect = (origin = app.url): WebSocket =>
  new WebSocket(`${app.url.replace('http', 'ws')}${ECHO.path}`, { origin });

async function ask(socket: WebSocket, message: string | Buffer): Promise<Buffer> {
  socket.send(message);
  return ((await once(socket, 'message')) as [Buffer])[0];
}

describe('the echo', () => {
  it("says text back with the server's time, and bytes as they are", async () => {
    const socket = connect();
    await once(socket, 'open');
    const [time, text] = (await ask(socket, 'ping')).toString().split(' ');
    expect(Math.abs(Number(time) - Date.now())).toBeLessThan(5_000);
    expect(text).toBe('ping');
    const bytes = Buffer.alloc(ECHO.bytes, 7);
    expect((await ask(socket, bytes)).equals(bytes)).toBe(true);
    socket.close();
  });

  it('ends with its last message, and at one that is too large', async () => {
    const [chatty, large] = [connect(), connect()];
    await Promise.all([once(chatty, 'open'), once(large, 'open')]);
    for (let count = 0; count < ECHO.messages; count++) await ask(chatty, 'more');
    chatty.send('one too many');
    large.on('error', () => undefined);
    large.send(Buffer.alloc(ECHO.bytes + 1));
    await Promise.all([once(chatty, 'close'), once(large, 'close')]);
  });

  it("is refused to another site's page", async () => {
    const [, response] = (await once(connect('https://elsewhere.example'), 'unexpected-response')) as [
      unknown,
      { statusCode: number },
    ];
    expect(response.statusCode).toBe(403);
  });

  it('is open to a class at once, and then full, until somebody leaves', async () => {
    const sockets = Array.from({ length: 60 }, () => connect());
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    const [, response] = (await once(connect(), 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(503);
    for (const socket of sockets) socket.close();
    await Promise.all(sockets.map((socket) => once(socket, 'close')));
    const next = connect();
    await once(next, 'open');
    next.close();
  });
});
