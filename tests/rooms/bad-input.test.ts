/** Everything a confused or hostile client can send: each answered by name, the match unchanged, nobody kicked. */

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { createLimits } from '../../server/limits/limits.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import type { MoveReply } from '../../shared/game/wire/messages.ts';
import { MOVE_REQUEST } from '../../shared/game/wire/requests.ts';
import { encodeUpdate, type Update } from '../../shared/game/wire/update.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import type { PlayerMove } from '../../shared/game/moves.ts';
import { unknownTo } from '../../shared/game/left-out.ts';
import { createSettings } from '../../shared/game/presets.ts';
import {
  enter,
  joinAs,
  marketIsWritten,
  openMatch,
  post,
  takeSeat,
  type FakePlayer,
  type Guest,
} from './fake-player.ts';
import { fillRoute } from '../../client/session/http.ts';

let app: App;
beforeAll(async () => {
  /* Far more matches are opened here than one address may open. */
  app = await createApp({
    port: 0,
    allowExperiments: true,
    limits: createLimits({ unlimited: ['opening'] }),
  });
});
afterAll(() => app.close());

const BENCHMARK: PlayerMove = { type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'test' };
const PROPOSE_DATA: PlayerMove = {
  type: 'plan/propose',
  proposed: { stage: 'data', plan: DEFAULT_DATA_PLAN },
};

function sequenceOf(code: string): number {
  const hosted = app.directory.byCode(code);
  if (!hosted) throw new Error(`no match ${code}`);
  return hosted.service.match.sequence;
}

/** Runs something that must not change the match. */
async function unchanged<T>(code: string, act: () => Promise<T>): Promise<T> {
  const before = sequenceOf(code);
  const result = await act();
  expect(sequenceOf(code)).toBe(before);
  return result;
}

describe('the settings of a match', () => {
  it('are what the host chose, within bounds', async () => {
    const stageSeconds = { data: 60, align: 900 };
    const host = await openMatch(app.url, {
      generations: 2,
      computeShare: 0.5,
      seed: 7,
      stageSeconds,
      leftOut: ['align'],
    });
    const { settings } = host.view();
    expect(settings).toMatchObject({ generations: 2, computeShare: 0.5, stageSeconds });
    expect(new Set(settings?.leftOut)).toEqual(new Set([...unknownTo('workshop'), 'align']));
    expect(settings?.stageSeconds.scale).toBe(createSettings('workshop').stageSeconds.scale);
    app.directory.remove(host.code);
  });

  it.each<[object]>([
    [{ generations: 9 }],
    [{ leftOut: ['debrief'] }],
    [{ computeShare: 100 }],
    [{ seed: -1 }],
    [{ stageSeconds: { data: 1 } }],
    [{ stageSeconds: { data: 1e9 } }],
    [{ stageSeconds: { lobby: 60 } }],
    [{ stageSeconds: { constructor: 60 } }],
  ])('are refused beyond them: %j', async (wish) => {
    const { status, body } = await post(app.url + ROUTES.createMatch, { version: PROTOCOL_VERSION, ...wish });
    expect([status, body.error?.code]).toEqual([400, 'protocol/bad_message']);
  });
});

describe('taking a seat', () => {
  it('needs the code of a match that is there', async () => {
    const { status, body } = await takeSeat(app.url, 'ZUZU99', 'Ada');
    expect([status, body.error?.code]).toEqual([404, 'protocol/no_such_match']);
  });

  it('is over with the match', async () => {
    const host = await openMatch(app.url, {
      leftOut: ['align', 'test', 'deploy'],
      experiment: { clockScale: 0.01 },
    });
    await marketIsWritten(await joinAs(app.url, host.code, 'Ada'));
    await host.move({ type: 'host/start' });
    for (let i = 0; i < 20 && host.view().stage !== 'debrief'; i++) {
      await host.move({ type: 'host/skip' });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    const late = await unchanged(host.code, () => takeSeat(app.url, host.code, 'Bob'));
    expect([late.status, late.body.error?.code]).toEqual([409, 'lobby/closed']);
    app.directory.remove(host.code);
    expect((await takeSeat(app.url, host.code, 'Bob')).body.error?.code).toBe('protocol/no_such_match');
  });

  it('is refused when the room is locked or full', async () => {
    const host = await openMatch(app.url, { teamCount: 1 });
    await host.move({ type: 'host/lock', locked: true });
    const locked = await unchanged(host.code, () => takeSeat(app.url, host.code, 'Ada'));
    expect(locked.body.error?.code).toBe('lobby/locked');
    await host.move({ type: 'host/lock', locked: false });
    const { teamSize } = createSettings('workshop');
    for (let i = 0; i < teamSize; i++) expect((await takeSeat(app.url, host.code, `P${i}`)).status).toBe(201);
    const full = await unchanged(host.code, () => takeSeat(app.url, host.code, 'One too many'));
    expect(full.body.error?.code).toBe('lobby/full');
  });

  it.each([
    ['   ', 'lobby/name_empty'],
    ['\u202e\u200b', 'lobby/name_empty'],
    ['a name that goes on and on', 'lobby/name_too_long'],
    ['sh1t head', 'lobby/name_rude'],
    ['ADA', 'lobby/name_taken'],
    ['x'.repeat(201), 'protocol/bad_message'],
  ])('as %j answers %s', async (name, code) => {
    const host = await openMatch(app.url);
    await takeSeat(app.url, host.code, 'Ada');
    const { body } = await unchanged(host.code, () => takeSeat(app.url, host.code, name));
    expect(body.error?.code).toBe(code);
  });

  it('needs our protocol version and a body that fits', async () => {
    const host = await openMatch(app.url);
    const route = app.url + fillRoute(ROUTES.takeSeat, { code: host.code });
    const codeOf = async (body: unknown): Promise<string | undefined> =>
      (await unchanged(host.code, () => post(route, body))).body.error?.code;
    expect(await codeOf({ version: 99, name: 'Ada', futureField: 1 })).toBe('protocol/unknown_version');
    expect(await codeOf({ version: PROTOCOL_VERSION, name: 7 })).toBe('protocol/bad_message');
    expect(await codeOf({ version: PROTOCOL_VERSION, name: 'Ada', admin: true })).toBe(
      'protocol/bad_message',
    );
    expect(await codeOf({ version: PROTOCOL_VERSION, name: 'x'.repeat(80_000) })).toBe('protocol/too_large');
    const garbage = await fetch(route, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([garbage.status, await garbage.json()]).toEqual([
      400,
      { error: { code: 'protocol/bad_message' } },
    ]);
  });

  it("is not for other sites' pages", async () => {
    const host = await openMatch(app.url);
    const body = { version: PROTOCOL_VERSION, name: 'Ada' };
    const route = app.url + fillRoute(ROUTES.takeSeat, { code: host.code });
    const foreign = await unchanged(host.code, () => post(route, body, { origin: 'https://evil.example' }));
    expect(foreign.body.error?.code).toBe('protocol/foreign_page');
    expect((await post(route, body, { origin: app.url })).status).toBe(201);
  });
});

describe('the way into the room', () => {
  it('opens for tokens of this match only', async () => {
    const here = await openMatch(app.url);
    const there = await openMatch(app.url);
    await expect(enter(app.url, here.roomId, 'A'.repeat(32))).rejects.toThrow('protocol/bad_token');
    await expect(enter(app.url, here.roomId, 'short')).rejects.toThrow('protocol/bad_message');
    await expect(enter(app.url, here.roomId, there.hostToken)).rejects.toThrow();
  });

  it.each(['create', 'joinOrCreate', 'join'])('has no public way to %s rooms', async (method) => {
    const matches = app.directory.size;
    const { status } = await post(`${app.url}/matchmake/${method}/lab`, {
      version: PROTOCOL_VERSION,
      token: 'A'.repeat(32),
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(app.directory.size).toBe(matches);
  });
});

describe('moves', () => {
  let host: Guest & { code: string };
  let ada: FakePlayer;
  let bob: FakePlayer;
  beforeAll(async () => {
    host = await openMatch(app.url, { teamCount: 2 });
    ada = await joinAs(app.url, host.code, 'Ada');
    bob = await joinAs(app.url, host.code, 'Bob');
    await marketIsWritten(ada);
  });

  const raw = (body: unknown): Promise<string> =>
    unchanged(host.code, async () => {
      const reply = await ada.room.request<unknown, MoveReply>(MOVE_REQUEST, body);
      return reply.ok ? 'ok' : reply.error.code;
    });

  it('of the wrong shape or version are answered, and the sender stays', async () => {
    expect(await raw({ version: 99, id: 'a', move: BENCHMARK })).toBe('protocol/unknown_version');
    expect(await raw(undefined)).toBe('protocol/bad_message');
    expect(await raw('hello')).toBe('protocol/bad_message');
    expect(await raw({ version: PROTOCOL_VERSION, id: 'a', move: { type: 'lobby/teleport' } })).toBe(
      'protocol/bad_message',
    );
    expect(
      await raw({ version: PROTOCOL_VERSION, id: 'a', move: { ...BENCHMARK, tokensPerSecond: Number.NaN } }),
    ).toBe('protocol/bad_message');
    expect(await raw({ version: PROTOCOL_VERSION, id: '', move: BENCHMARK })).toBe('protocol/bad_message');
    expect(await raw({ version: PROTOCOL_VERSION, id: 'a', move: { type: 'clock/expire' } })).toBe(
      'protocol/bad_message',
    );
    ada.room.send('no such message', { anything: true });
    expect(await ada.move(BENCHMARK)).toBe('ok');
  });

  it("of the host need the host's token", async () => {
    const start = await unchanged(host.code, () => ada.move({ type: 'host/start' }));
    expect(start).toBe('protocol/host_only');
    const remove = await unchanged(host.code, () => ada.move({ type: 'host/remove', playerId: bob.id }));
    expect(remove).toBe('protocol/host_only');
  });

  it('may not make a name rude', async () => {
    expect(await unchanged(host.code, () => ada.move({ type: 'lobby/rename', name: 'fuck' }))).toBe(
      'lobby/name_rude',
    );
    expect(await unchanged(host.code, () => ada.move({ type: 'lobby/rename', name: 'BOB' }))).toBe(
      'lobby/name_taken',
    );
  });

  it('count once, however often they are sent', async () => {
    const before = sequenceOf(host.code);
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada L' }, 'same-id')).toBe('ok');
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada L' }, 'same-id')).toBe('ok');
    expect(sequenceOf(host.code)).toBe(before + 1);
  });

  it('in the wrong stage, over budget or for another team are refused', async () => {
    expect(await unchanged(host.code, () => ada.move(PROPOSE_DATA))).toBe('match/wrong_stage');
    const carl = await joinAs(app.url, host.code, 'Carl');
    expect(await host.move({ type: 'host/start' })).toBe('ok');
    expect(await unchanged(host.code, () => host.move({ type: 'host/start' }))).toBe('match/already_started');
    const everything = Object.fromEntries(
      Object.keys(DEFAULT_DATA_PLAN.purchases).map((kind) => [kind, 'whole']),
    );
    const greedy = { ...DEFAULT_DATA_PLAN, purchases: everything };
    const move: PlayerMove = { type: 'plan/propose', proposed: { stage: 'data', plan: greedy } };
    expect(await unchanged(host.code, () => ada.move(move))).toBe('data/over_budget');
    expect(await ada.move(PROPOSE_DATA)).toBe('ok');
    const view = await ada.until('the proposal', ({ teams }) =>
      teams.some((team) => team.own?.proposals.length),
    );
    const proposalId = view.teams.flatMap((team) => team.own?.proposals ?? [])[0].id;
    expect(await unchanged(host.code, () => bob.move({ type: 'plan/agree', proposalId }))).toBe(
      'plan/not_your_team',
    );
    expect(await carl.move({ type: 'plan/agree', proposalId })).toBe('ok');
  });

  it('come too fast to be honest are told so, and the sender stays', async () => {
    const replies = await Promise.all(Array.from({ length: 120 }, () => bob.move(BENCHMARK)));
    expect(replies).toContain('protocol/rate_limited');
    expect(replies).toContain('ok');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await bob.move(BENCHMARK)).toBe('ok');
  });
});

describe('a socket', () => {
  it.each([
    ['a flood', (mallory: FakePlayer) => Array.from({ length: 400 }, () => mallory.room.send('noise'))],
    [
      'a message of a size that no move has',
      (mallory: FakePlayer) => mallory.room.send('noise', 'x'.repeat(20_000)),
    ],
  ])('is closed for %s, and everybody else plays on', async (_, attack) => {
    const host = await openMatch(app.url);
    const [mallory, ada] = [
      await joinAs(app.url, host.code, 'Mallory'),
      await joinAs(app.url, host.code, 'Ada'),
    ];
    const isClosed = new Promise((resolve) => mallory.room.onLeave(resolve));
    attack(mallory);
    await isClosed;
    expect(await ada.move(BENCHMARK)).toBe('ok');
    expect(ada.view().players).toHaveLength(2);
  });
});

describe('updates', () => {
  let ada: FakePlayer;
  let bob: FakePlayer;
  let code: string;
  let round: number;
  let honest: Update;

  beforeAll(async () => {
    const host = await openMatch(app.url, {
      teamCount: 1,
      experiment: { seed: 3, budgetFlops: 4e9, graceSeconds: 0.1 },
    });
    code = host.code;
    ada = await joinAs(app.url, code, 'Ada');
    bob = await joinAs(app.url, code, 'Bob');
    await marketIsWritten(ada);
    await ada.move({ ...BENCHMARK, tokensPerSecond: 2_000 });
    await host.move({ type: 'host/start' });
    for (const stage of ['data', 'scale'] as const) {
      await host.until(stage, (view) => view.stage === stage);
      await host.move({ type: 'host/skip' });
    }
    ({ round, update: honest } = await ada.train('pretrain'));
  });

  const send = (changes: Partial<Update>, at = round, player = ada): Promise<string | undefined> =>
    unchanged(code, async () => {
      const { body } = await player.sendUpdate('pretrain', at, encodeUpdate({ ...honest, ...changes }));
      return body.error?.code;
    });
  const spoiled = (value: number): Float32Array<ArrayBuffer> =>
    Float32Array.from(honest.delta, (old, index) => (index === 5 ? value : old));

  it('are checked number by number', async () => {
    expect(await send({ delta: honest.delta.slice(4) })).toBe('train/wrong_shape');
    expect(await send({ delta: spoiled(Number.NaN) })).toBe('train/not_finite');
    expect(await send({ delta: spoiled(Number.POSITIVE_INFINITY) })).toBe('train/not_finite');
    expect(await send({ delta: spoiled(1e9) })).toBe('train/absurd_norm');
    expect(await send({ rowsUsed: honest.rowsUsed + 1 })).toBe('train/too_many_tokens');
    expect(await send({ tokens: honest.tokens + 1 })).toBe('train/too_many_tokens');
    expect(await send({ rowsUsed: 0 })).toBe('train/no_tokens');
  });

  it('are taken from the device that was asked, for the round that is open', async () => {
    expect(await send({}, round, bob)).toBe('train/not_your_round');
    expect(await send({}, round + 1)).toBe('train/stale_round');
    const shard = await bob.get(fillRoute(ROUTES.shard, { stage: 'pretrain', round }));
    expect([shard.status, await shard.json()]).toEqual([200, { error: { code: 'train/not_your_round' } }]);
  });

  it('must be updates, and not too big', async () => {
    const sendBytes = async (bytes: Uint8Array): Promise<string | undefined> =>
      (await unchanged(code, () => ada.sendUpdate('pretrain', round, bytes))).body.error?.code;
    expect(await sendBytes(new Uint8Array())).toBe('protocol/bad_message');
    expect(await sendBytes(crypto.getRandomValues(new Uint8Array(4096)))).toBe('protocol/bad_message');
    expect(await sendBytes(new Uint8Array(9 * 1024 * 1024))).toBe('protocol/too_large');
  });

  it('are read only from a device that is waited for, and a few at a time', async () => {
    /** Begins to send, and never ends; resolves to the answer that comes all the same, or null after a while. */
    const begin = (player: FakePlayer, at: number): Promise<number | null> =>
      new Promise((resolve) => {
        const path = app.url + fillRoute(ROUTES.update, { stage: 'pretrain', round: at });
        const headers = { authorization: `Bearer ${player.token}`, 'content-length': 100_000 };
        const upload = request(path, { method: 'POST', headers, agent: false }, (answer) => {
          resolve(answer.statusCode ?? 0);
          upload.destroy();
        });
        upload.on('error', () => undefined);
        upload.write('x');
        setTimeout(() => {
          resolve(null);
          upload.destroy();
        }, 1_000);
      });
    expect(await Promise.all([begin(bob, round), begin(ada, round + 1)])).toEqual([200, 200]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => begin(ada, round)));
    expect(answers.filter((status) => status === null)).toHaveLength(3);
    expect(answers.filter((status) => status === 429)).toHaveLength(2);
    await vi.waitFor(async () => expect(await begin(ada, round)).toBeNull());
  });

  it("need a seat's token", async () => {
    const path = app.url + fillRoute(ROUTES.update, { stage: 'pretrain', round });
    for (const authorization of ['', 'Bearer nonsense', `Basic ${ada.token}`]) {
      const { status, body } = await unchanged(code, () => post(path, {}, { authorization }));
      expect([status, body.error?.code]).toEqual([401, 'protocol/bad_token']);
    }
  });

  it('count once, and the honest one still counts after all that', async () => {
    expect((await ada.sendUpdate('pretrain', round, encodeUpdate(honest))).status).toBe(200);
    const { status, body } = await ada.sendUpdate('pretrain', round, encodeUpdate(honest));
    expect([status, body.error?.code]).toEqual([200, 'train/repeat']);
    await ada.until('the score', ({ teams }) => (teams[0].runs.pretrain?.roundsDone ?? 0) === round);
  });
});
