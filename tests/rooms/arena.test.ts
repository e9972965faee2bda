/** The arena by two labs of two on the real server: blind ballots of sampled answers, votes, the reveal, and the scores. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { ROUTES, type ArenaReply } from '../../shared/game/wire/routes.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import { fillRoute } from '../../client/session/http.ts';
import type { WatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { enter, joinAs, openMatch, post, trainAll, type FakePlayer } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const ballotOf = async (player: Pick<FakePlayer, 'get'>): Promise<ArenaReply['pairs']> =>
  ((await (await player.get(ROUTES.arena)).json()) as ArenaReply).pairs;

/** Below the server's limit of requests. */
const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

async function inArena() {
  const experiment = { seed: 5, budgetFlops: 3e10, graceSeconds: 0.3, clockScale: 10 };
  const host = await openMatch(app.url, { teamCount: 2, leftOut: ['test', 'deploy'], experiment });
  const players: FakePlayer[] = [];
  for (const name of ['Ada', 'Bob', 'Cy', 'Dee']) players.push(await joinAs(app.url, host.code, name));
  /* One device of each lab can train. */
  for (const [index, player] of players.entries()) {
    const tokensPerSecond = index < 2 ? 40_000 : 0;
    await player.move({ type: 'lobby/benchmark', tokensPerSecond, backend: 'test' });
  }
  await host.move({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    await host.move({ type: 'host/skip' });
  }
  await host.until('pretrain', ({ stage }) => stage === 'pretrain');
  await host.until('models', ({ teams }) => teams.every(({ ready }) => ready));
  await host.move({ type: 'host/skip' });
  await host.until('fine-tune', ({ stage }) => stage === 'fine-tune');
  await host.move({ type: 'host/skip' });
  await trainAll(players[0], 'fine-tune');
  await host.move({ type: 'host/skip' });
  await host.until('align', ({ stage }) => stage === 'align');
  await host.move({ type: 'host/skip' });
  await host.until('the answers', ({ stage, arena }) => stage === 'arena' && arena?.sampled === true);
  return { host, players };
}

/** Somebody without a lab. */
async function watch(code: string) {
  const path = app.url + fillRoute(ROUTES.watch, { code });
  const { status, body } = await post<WatchReply>(path, { version: PROTOCOL_VERSION });
  expect(status).toBe(201);
  const guest = await enter(app.url, body.roomId, body.seatToken);
  const get = (route: string): Promise<Response> =>
    fetch(app.url + route, { headers: { authorization: `Bearer ${body.seatToken}` } });
  return { ...guest, id: body.watcherId, get };
}

describe('the audience', () => {
  it('gets in by a code without a name, is refused by a wrong one, and sees what no lab keeps to itself', async () => {
    const host = await openMatch(app.url, { teamCount: 2 });
    await joinAs(app.url, host.code, 'Ada');
    const wil = await watch(host.code);
    await host.until('somebody who watches', ({ audience }) => audience === 1);
    const { players, teams } = wil.view();
    expect(players.map(({ name }) => name)).toEqual(['Ada']);
    expect(teams.map(({ own }) => own)).toEqual([null, null]);
    expect((await wil.get(ROUTES.tokenizer)).status).toBe(401);
    expect(await wil.move({ type: 'lobby/rename', name: 'Wil' })).toBe('protocol/bad_message');
    expect(await wil.move({ type: 'host/dismiss-audience' })).toBe('protocol/host_only');
    const nowhere = await post(app.url + fillRoute(ROUTES.watch, { code: 'ABCD99' }), {
      version: PROTOCOL_VERSION,
    });
    expect([nowhere.status, nowhere.body.error?.code]).toEqual([404, 'protocol/no_such_match']);
    const path = app.url + fillRoute(ROUTES.watch, { code: host.code });
    const odd = await post(path, { version: PROTOCOL_VERSION, name: 'Wil' });
    expect(odd.body.error?.code).toBe('protocol/bad_message');
    expect(await host.move({ type: 'host/dismiss-audience' })).toBe('ok');
    await host.until('nobody who watches', ({ audience }) => audience === 0);
    expect((await wil.get(ROUTES.arena)).status).toBe(401);
  });
});

describe('the arena', () => {
  it('is blind until the reveal, dead after it, and ends in ratings and scores', async () => {
    const { host, players } = await inArena();
    const [ada] = players;
    await ada.until('the arena', ({ arena }) => arena?.sampled === true);
    const ballot = await ballotOf(ada);
    expect(ballot.length).toBeGreaterThan(5);
    for (const pair of ballot) {
      expect(Object.keys(pair).toSorted()).toEqual(
        ['a', 'b', 'choice', 'criterion', 'evidence', 'id', 'question', 'reveal'].toSorted(),
      );
      expect([pair.choice, pair.reveal]).toEqual([null, null]);
      expect(pair.evidence !== '').toBe(pair.criterion === 'true');
    }
    const all = (await (
      await fetch(app.url + ROUTES.arena, { headers: { authorization: `Bearer ${host.hostToken}` } })
    ).json()) as ArenaReply;
    expect(all.pairs.length).toBeGreaterThan(ballot.length);
    expect(all.pairs.every(({ reveal }) => reveal === null)).toBe(true);
    expect(JSON.stringify([all, host.view().arena])).not.toMatch(/team-\d|house/);

    const own = all.pairs.find(({ id }) => !ballot.some((pair) => pair.id === id));
    expect(await ada.move({ type: 'arena/vote', pairId: own?.id ?? '', choice: 'a' })).toBe('arena/own_lab');
    expect(await ada.move({ type: 'arena/vote', pairId: 'no-such-pair', choice: 'a' })).toBe(
      'arena/no_such_pair',
    );
    expect(await ada.move({ type: 'arena/vote', pairId: ballot[0].id, choice: 'c' as 'a' })).toBe(
      'protocol/bad_message',
    );
    expect(await host.move({ type: 'arena/vote', pairId: ballot[0].id, choice: 'a' })).toBe(
      'protocol/bad_message',
    );

    const wil = await watch(host.code);
    await wil.until('the arena', (view) => view.arena?.sampled === true);
    const [duel] = await ballotOf(wil);
    expect([duel.choice, duel.reveal]).toEqual([null, null]);
    expect(await wil.move({ type: 'audience/vote', pairId: duel.id, choice: 'a' })).toBe('ok');
    expect(await wil.move({ type: 'arena/vote', pairId: duel.id, choice: 'b' })).toBe('protocol/bad_message');
    expect((await ballotOf(wil)).find(({ id }) => id === duel.id)?.choice).toBe('a');
    expect(await host.move({ type: 'host/vote', pairId: duel.id, choice: 'b' })).toBe('ok');
    wil.room.leave();

    const answer = { pairId: ballot[0].id, side: 'a' } as const;
    expect(await ada.move({ type: 'host/spotlight', answer })).toBe('protocol/host_only');
    expect(await host.move({ type: 'host/spotlight', answer })).toBe('ok');
    const lit = await ada.until('the spotlight', ({ arena }) => arena?.spotlight != null);
    expect(lit.arena?.spotlight).toEqual({
      question: ballot[0].question,
      text: ballot[0].a,
      contestantId: null,
    });

    await Promise.all(
      players.map(async (player) => {
        for (const { id, a, b } of await ballotOf(player)) {
          const choice = a.length > b.length ? 'a' : a.length < b.length ? 'b' : 'tie';
          expect(await player.move({ type: 'arena/vote', pairId: id, choice })).toBe('ok');
          await pause(70);
        }
      }),
    );
    const told = await host.until('the reveal', ({ arena }) => arena?.revealed === true);
    expect(told.arena?.benches).toMatchObject({
      audience: { votes: 2, weight: 1 },
      rivals: { votes: told.arena?.votes ? told.arena.votes - 2 : 0 },
    });
    const { rivals, referee } = told.arena?.benches ?? {};
    expect((rivals?.votes ?? 0) * (rivals?.weight ?? 0)).toBeLessThanOrEqual((referee?.votes ?? 0) + 2.01);
    expect(told.arena?.ratings?.map(({ id }) => id)).toEqual([HOUSE_ID, 'team-1', 'team-2']);
    expect(told.arena?.spotlight?.contestantId).toMatch(/team-|house/);
    const late = await ada.move({ type: 'arena/vote', pairId: ballot[0].id, choice: 'b' });
    expect(late).toBe('match/wrong_stage');
    const opened = await ballotOf(ada);
    const mine = ada.view().players.find(({ id }) => id === ada.id)?.teamId;
    for (const { reveal } of opened) {
      expect(Object.values(reveal?.who ?? {})).not.toContain(mine);
      expect(reveal?.tally.a ?? 0 + (reveal?.tally.b ?? 0)).toBeGreaterThanOrEqual(0);
    }
    const isTold = (view: ReturnType<FakePlayer['view']>) =>
      view.teams.every(({ debrief }) => debrief?.score);
    const { teams, arena } = await host.until('the scores', isTold);
    for (const { id, debrief } of teams) {
      expect(debrief?.score?.use).toBe(arena?.ratings?.find((rating) => rating.id === id)?.value);
    }
    expect(arena?.spotlight).toBeNull();
  });
});
