/** Two processes that share a database and a Redis: each answers for every match, and what one leaves behind the other goes on with. */

import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillRoute } from '../../client/session/http.ts';
import { FRESH_MS } from '../../server/cluster/silence.ts';
import { MATCH_PATH, ROUTES, type QuickMatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { KillableServer } from '../faults/server.ts';
import { freePort } from '../free-port.ts';
import { noPostgres, TestPostgres } from '../postgres.ts';
import { noRedis, TestRedis } from '../redis.ts';
import { enter, openMatch, post, seated, takeSeat, type Guest } from './fake-player.ts';

const NEEDED = noRedis ?? noPostgres;
/** From the end of a process until another has its matches. */
const TAKEN_OVER_MS = 10_000;
const ENTER_MS = 2_000;

const rejectAfter = (millis: number): Promise<never> =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no room')), millis));

describe.skipIf(NEEDED)(NEEDED ?? 'two processes', () => {
  let postgres: TestPostgres;
  let redis: TestRedis;
  let first: KillableServer;
  let second: KillableServer;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([TestPostgres.start(), TestRedis.start()]);
    const environment = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url };
    first = new KillableServer(await freePort(), environment);
    second = new KillableServer(await freePort(), environment);
    await Promise.all([first.start(), second.start()]);
  });
  afterAll(async () => {
    await Promise.all([first.end('SIGTERM'), second.end('SIGTERM')]);
    await postgres.remove();
    await redis.down();
    expect([...first.troubles, ...second.troubles]).toEqual([]);
  });

  /** The address of a match at a process, as a page asks for it. */
  const at = (server: KillableServer, code: string): string => server.url + fillRoute(MATCH_PATH, { code });

  /** Comes back as soon as it is let in; a refusal for good would throw the seat away. */
  async function comeBack(url: string, roomId: string, token: string): Promise<Guest> {
    const giveUpMs = performance.now() + TAKEN_OVER_MS;
    for (;;) {
      try {
        /* Where the match is just being given up, the room closes before it has shown anything. */
        return await Promise.race([enter(url, roomId, token), rejectAfter(ENTER_MS)]);
      } catch (error) {
        expect(String(error)).not.toMatch(/bad_token|no_such_match/);
        if (performance.now() > giveUpMs) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** The processes of which rooms are listed. */
  async function listedProcesses(): Promise<Set<string>> {
    const client = new Redis(redis.url);
    const rooms = await client.hvals('roomcaches');
    client.disconnect();
    return new Set(rooms.map((room) => (JSON.parse(room) as { processId: string }).processId));
  }

  it('each let people into a match of the other, over HTTP and sockets', async () => {
    const host = await openMatch(first.url);
    const { status, body } = await takeSeat(second.url, host.code, 'Ada');
    expect(status).toBe(201);
    const ada = await seated(at(second, host.code), body);
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada L' })).toBe('ok');
    await host.until('the name', ({ players }) => players[0]?.name === 'Ada L');
    const authorization = { authorization: `Bearer ${body.seatToken}` };
    const ask = (code: string) => fetch(at(second, code) + ROUTES.tokenizer, { headers: authorization });
    expect((await ask(host.code)).status).toBe(404);
    expect(await (await ask(host.code)).json()).toEqual({ error: { code: 'protocol/not_found' } });
    expect((await ask('ZUZU99')).status).toBe(401);
    expect((await takeSeat(second.url, 'ZUZU99', 'Bob')).status).toBe(404);
    const image = await fetch(second.url + fillRoute(ROUTES.joinImage, { code: host.code }));
    expect(image.headers.get('content-type')).toContain('image/svg+xml');
    await Promise.all([ada.room.leave(), host.room.leave()]);
  });

  it('play on while Redis is away and when it is back empty', async () => {
    const host = await openMatch(first.url);
    const { body } = await takeSeat(second.url, host.code, 'Ada');
    const ada = await seated(at(second, host.code), body);
    await redis.down();
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada II' })).toBe('ok');
    await host.until('the name', ({ players }) => players[0]?.name === 'Ada II');
    expect((await takeSeat(first.url, host.code, 'Bob')).status).toBe(201);
    expect((await takeSeat(second.url, host.code, 'Cy')).status).toBe(503);
    await redis.up();
    await expect.poll(async () => (await takeSeat(second.url, host.code, 'Cy')).status).toBe(201);
    await expect.poll(async () => (await listedProcesses()).size).toBe(1);
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada III' })).toBe('ok');
    await Promise.all([ada.room.leave(), host.room.leave()]);
  });

  it('keep each its own matches when the database is gone and back', async () => {
    const opened = [await openMatch(first.url), await openMatch(second.url)];
    await postgres.down();
    expect(await opened[0].move({ type: 'host/lock', locked: true })).toBe('protocol/server_busy');
    await postgres.up();
    for (const [index, host] of opened.entries()) {
      const lock = () => host.move({ type: 'host/lock', locked: true }, `lock-${index}`);
      await expect.poll(lock, { interval: 200 }).toBe('ok');
    }
    /* Their locks went with the database: whoever looks for the dead would find the other among them. */
    await sleep(2 * FRESH_MS);
    for (const host of opened) expect(await host.move({ type: 'host/lock', locked: false })).toBe('ok');
    first.troubles.length = 0;
    second.troubles.length = 0;
  });

  it('lose the matches of one that is killed to the other within ten seconds, and its rooms from the list', async () => {
    const host = await openMatch(first.url);
    const { body } = await takeSeat(first.url, host.code, 'Ada');
    await first.end('SIGKILL');
    const startMs = performance.now();
    const back = await comeBack(at(second, host.code), host.roomId, host.hostToken);
    expect(performance.now() - startMs).toBeLessThan(TAKEN_OVER_MS);
    expect(back.view().players.map(({ name }) => name)).toEqual(['Ada']);
    await expect.poll(async () => (await listedProcesses()).size, { timeout: TAKEN_OVER_MS }).toBe(1);
    await first.start();
    const ada = await seated(at(first, host.code), body);
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada III' })).toBe('ok');
    await back.until('the name', ({ players }) => players[0]?.name === 'Ada III');
  });

  it('hand matches over when they are told to stop', async () => {
    const host = await openMatch(first.url);
    await first.end('SIGTERM');
    const back = await comeBack(at(second, host.code), host.roomId, host.hostToken);
    expect(back.view().code).toBe(host.code);
    await first.start();
  });

  it('lose the matches of one that stands still, which gives them up when it goes on', async () => {
    const host = await openMatch(second.url);
    second.send('SIGSTOP');
    const startMs = performance.now();
    const comingBack = comeBack(at(first, host.code), host.roomId, host.hostToken);
    const back = await comingBack.finally(() => second.send('SIGCONT'));
    expect(performance.now() - startMs).toBeLessThan(TAKEN_OVER_MS);
    /* Until it has noticed what became of its match it refuses, and whoever comes into its room is put out again. */
    await expect.poll(async () => (await takeSeat(second.url, host.code, 'Ada')).status).toBe(201);
    const again = await comeBack(at(second, host.code), host.roomId, host.hostToken);
    await Promise.all(
      [back, again].map((one) => one.until('Ada', ({ players }) => players[0]?.name === 'Ada')),
    );
  });

  it('send strangers who come to either into one quick match', async () => {
    const find = ({ url }: KillableServer) =>
      post<QuickMatchReply>(url + ROUTES.quickMatch, { version: PROTOCOL_VERSION, kind: 'public' });
    const found = await Promise.all([first, second, second, first].map(find));
    const codes = new Set(found.map(({ body }) => body.code));
    expect(codes.size).toBe(1);
    const [code = ''] = codes;
    for (const server of [first, second])
      expect((await takeSeat(server.url, code, 'Tiny Mango')).status).toBe(201);
  });

  it('open a match where it was asked for, and count together how many an address opens', async () => {
    const opening = (server: KillableServer) =>
      post<{ code: string }>(server.url + ROUTES.createMatch, { version: PROTOCOL_VERSION });
    const client = new Redis(redis.url);
    for (const server of [second, second, first]) {
      const { body } = await opening(server);
      expect(await client.get(`loss-leaders:match:${body.code}`)).toBe(server.url);
    }
    client.disconnect();
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, index) => opening([first, second][index % 2])),
    );
    const most = 12;
    expect(all.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(most - 3);
    expect(all.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(3);
  });
});
