/** Attacks over the network: floods of matches and joins, forged headers, bodies, and what they write into the log. */

import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { takeSeat } from '../rooms/fake-player.ts';
import { startMeterThread } from './honest-thread.ts';
import { postJson, sendHttp } from './over-http.ts';
import { MOST_HONEST_MS } from './report.ts';
import { bringSchool, PUPILS } from './school.ts';
import { manyAddresses, useStand } from './stand.ts';

const { server, openGame } = useStand(6);

function postMatch(localAddress?: string, headers: Record<string, string> = {}) {
  const from = localAddress === undefined ? {} : { localAddress };
  const body = { version: PROTOCOL_VERSION };
  return postJson<CreateMatchReply>(server().url, ROUTES.createMatch, body, { ...from, headers });
}

describe('opening matches', () => {
  it.runIf(manyAddresses)('120 times in a row leaves another host as free as before', async () => {
    const answers = [];
    for (let number = 0; number < 120; number++) answers.push(await postMatch('127.0.0.2'));
    const honest = await postMatch('127.0.0.3');
    expect(honest.status).toBe(201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.length).toBeGreaterThan(90);
    for (const { status, code } of refused) {
      expect(status).toBe(429);
      expect(['protocol/too_many_matches', 'protocol/rate_limited']).toContain(code);
    }
  });

  it.runIf(manyAddresses)('is counted by the address that is there, not by one that is claimed', async () => {
    const statuses = [];
    for (let number = 0; number < 30; number++) {
      const forged = { 'x-forwarded-for': `10.0.0.${number}` };
      statuses.push((await postMatch('127.0.0.4', forged)).status);
    }
    expect(statuses).toContain(429);
  });
});

describe('joining', () => {
  it('is open to a school of sixty behind one address, all at once', async () => {
    const school = await bringSchool(server().url);
    expect(school).toMatchObject({ seated: PUPILS, inRoom: PUPILS, troubles: [] });
    expect(school.seconds).toBeLessThan(10);
  });

  const enterRoom = (roomId: string, token: string, localAddress?: string) =>
    postJson<unknown>(
      server().url,
      `/matchmake/joinById/${roomId}`,
      { version: PROTOCOL_VERSION, token },
      localAddress === undefined ? {} : { localAddress },
    );

  it('with the token of one match reserves no place in the room of another', async () => {
    const [here, there] = [await openGame(), await openGame()];
    const { body } = await takeSeat(server().url, there.code, 'Mallory');
    for (const token of [there.hostToken, body.seatToken]) {
      const { status } = await enterRoom(here.roomId, token);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });

  it('with one token does not reserve two thousand places', async () => {
    const host = await openGame();
    const { body } = await takeSeat(server().url, host.code, 'Mallory');
    const { body: honest } = await takeSeat(server().url, host.code, 'Ada');
    const tries = Array.from({ length: 2_000 }, () => enterRoom(host.roomId, body.seatToken));
    const answers = await Promise.all(tries);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(50);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect((await enterRoom(host.roomId, honest.seatToken)).status).toBe(200);
  });

  it.each([
    ['joinById', [413]],
    ['create', [404, 413]],
    ['reconnect', [404, 413]],
  ])('by /matchmake/%s takes no body beyond its limit', async (method, statuses) => {
    const body = { token: 'x'.repeat(200_000) };
    expect(statuses).toContain((await postJson(server().url, `/matchmake/${method}/x`, body)).status);
  });
});

describe('a stranger who asks for a socket', () => {
  it('whose upgrade is refused keeps no socket, even when it keeps its own half open', async () => {
    const { port } = new URL(server().url);
    const knock = async (): Promise<string> => {
      const socket = connect({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
      socket.write(
        'GET /x/y?sessionId=z HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      );
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('error', () => undefined);
      await once(socket, 'end');
      /* What is written now reaches nobody: the system answers that the connection is gone. */
      const isGone = new Promise((resolve) => socket.once('close', resolve));
      const writing = setInterval(() => socket.write('x'), 50);
      await isGone;
      clearInterval(writing);
      return answer;
    };
    for (const answer of await Promise.all(Array.from({ length: 20 }, knock)))
      expect(answer).toContain('403');
  });

  it.runIf(manyAddresses)('is counted at every way in, whatever is wrong with what it sends', async () => {
    const headers = { 'content-type': 'application/json' };
    const statusesOf = async (path: string, localAddress: string) => {
      const request = { method: 'POST', path, headers, body: '{', localAddress };
      const answers = await Promise.all(Array.from({ length: 700 }, () => sendHttp(server().url, request)));
      return new Set(answers.map(({ status }) => status));
    };
    expect(await statusesOf('/matchmake/joinById/x', '127.0.10.1')).toEqual(new Set([400, 429]));
    expect(await statusesOf('/matchmake/create/lab', '127.0.10.2')).toEqual(new Set([404, 429]));
  });

  it.runIf(manyAddresses)('uses up nothing of what the others behind its address need', async () => {
    const { code } = await openGame();
    const localAddress = '127.0.10.3';
    const path = ROUTES.takeSeat.replace(':code', code);
    const body = { version: PROTOCOL_VERSION };
    const junk = Array.from({ length: 300 }, () => postJson(server().url, path, body, { localAddress }));
    for (const { status } of await Promise.all(junk)) expect(status).toBe(400);
    const honest = await postJson(server().url, path, { ...body, name: 'Ada' }, { localAddress });
    expect(honest.status).toBe(201);
  });

  it('gets no picture of an address that is none', async () => {
    const { code } = await openGame();
    const path = ROUTES.joinImage.replace(':code', code);
    for (const host of ['x'.repeat(3_000), 'a b', 'x/y'])
      expect((await sendHttp(server().url, { method: 'GET', path, headers: { host } })).status).toBe(400);
  });
});

describe('what a proxy would say', () => {
  const seen = async (headers: Record<string, string>, path: string) =>
    sendHttp(server().url, { method: 'GET', path, headers });

  it('is not believed of strangers: the code to scan leads here', async () => {
    const { code } = await openGame();
    const path = ROUTES.joinImage.replace(':code', code);
    const plain = await seen({}, path);
    const forged = await seen({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }, path);
    expect(plain.status).toBe(200);
    expect(forged.text).toBe(plain.text);
  });

  it('changes no header that keeps the page to itself', async () => {
    const kept = ['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-embedder-policy'];
    const host = '192.168.1.5:2567';
    const plain = await seen({ host }, ROUTES.health);
    const forged = await seen(
      { host, 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'https' },
      ROUTES.health,
    );
    for (const name of kept) expect([name, forged.headers[name]]).toEqual([name, plain.headers[name]]);
    expect(plain.headers['cross-origin-opener-policy']).toBeUndefined();
  });

  it("answers nothing to another site's page", async () => {
    const { status } = await postMatch(undefined, {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
    });
    expect(status).toBe(400);
  });
});

describe('a match that ends', () => {
  it('while somebody waits for its market is gone, and not broken', async () => {
    const { code, seats } = await server().open('data', manyAddresses ? '127.0.7.1' : undefined);
    const headers = { authorization: `Bearer ${seats[0].seatToken}` };
    const asked = sendHttp(server().url, { method: 'GET', path: ROUTES.market, headers });
    await server().look(code);
    await server().end(code);
    const { status, code: refusal } = await asked;
    expect([status, refusal]).not.toEqual([503, 'protocol/server_busy']);
    expect(status).toBeLessThan(500);
  });
});

describe('the log', () => {
  it('gets at most one line of one request, whatever is in it', async () => {
    const linesBefore = server().log().length;
    const { code } = await openGame();
    const paths = ['/%', '/api/%zz', '/api/matches/%00/seats', '/api/team/market', `/x${'y'.repeat(9_000)}`];
    const bodies = ['{', '\u0000', '[]', '{"__proto__":1}', `"${'x'.repeat(80_000)}"`];
    const json = { 'content-type': 'application/json' };
    const requests = [
      ...paths.map((path) => ({ method: 'GET', path })),
      ...[
        '/api/matches',
        `/api/matches/${code}/seats`,
        '/matchmake/joinById/x',
        '/matchmake/create/lab',
      ].flatMap((path) => bodies.map((body) => ({ method: 'POST', path, body, headers: json }))),
      ...paths.map((path) => ({
        method: 'POST',
        path,
        body: '{"a":"\\nb"}',
        headers: { ...json, cookie: '\\n' },
      })),
    ];
    for (const request of requests) {
      const { status } = await sendHttp(server().url, request);
      expect(
        [0, 400, 401, 403, 404, 413, 414, 429, 431],
        `${request.method} ${request.path.slice(0, 40)}`,
      ).toContain(status);
    }
    expect(server().log().length - linesBefore).toBeLessThanOrEqual(requests.length);
  });
});

describe('a flood', () => {
  /** Under way at once, from each of some addresses. */
  const AT_ONCE = 60;
  const FLOOD = 5_000;

  it('of five thousand requests keeps no honest player waiting', async () => {
    const address = manyAddresses ? '127.0.8.1' : undefined;
    const { roomId, hostToken, seats } = await server().open('lobby', address);
    const meter = await startMeterThread(server().url, roomId, hostToken);
    let left = FLOOD;
    const flood = async (_: unknown, index: number): Promise<void> => {
      const localAddress = manyAddresses ? `127.0.9.${1 + (index % 20)}` : '';
      while (left-- > 0) {
        const path = left % 2 === 0 ? ROUTES.takeSeat.replace(':code', 'ZUZU99') : ROUTES.market;
        const headers = {
          'content-type': 'application/json',
          authorization: `Bearer ${seats[index % 4].seatToken.slice(1)}x`,
        };
        const body = JSON.stringify({ version: PROTOCOL_VERSION, name: 'x'.repeat(150) });
        const { status } = await sendHttp(server().url, {
          method: 'POST',
          path,
          headers,
          body,
          localAddress,
        });
        expect(status).toBeLessThan(500);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, flood));
    const { slowestMs, answers, troubles } = await meter.stop();
    expect(troubles).toEqual([]);
    expect(answers).toBeGreaterThan(5);
    expect(slowestMs).toBeLessThan(MOST_HONEST_MS);
  });
});
