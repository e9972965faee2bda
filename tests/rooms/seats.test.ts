/** Seats: a token opens its seat again and again, on one socket at a time, until the host removes the player. */

import { WORLD_KINDS } from '../../shared/world/document.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { fillRoute } from '../../client/session/http.ts';
import { GOODBYE_MESSAGE } from '../../shared/game/wire/requests.ts';
import {
  enter,
  joinAs,
  openMatch,
  post,
  seated,
  takeSeat,
  type FakePlayer,
  type Guest,
} from './fake-player.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import type { ScreenKind } from '../../shared/game/screen-kinds.ts';
import { makeToken } from '../../server/match/random-ids.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

/** Resolves with what the room said goodbye with, once the socket is closed. */
function goodbye(player: Guest): Promise<{ said: unknown; closeCode: number }> {
  let said: unknown = null;
  player.room.onMessage(GOODBYE_MESSAGE, (error: unknown) => (said = error));
  return new Promise((resolve) => player.room.onLeave((closeCode) => resolve({ said, closeCode })));
}

describe('a seat', () => {
  it('is kept when the connection is lost, and taken again with its token', async () => {
    const host = await openMatch(app.url);
    const { body } = await takeSeat(app.url, host.code, 'Ada');
    const first = await seated(app.url, body);
    await host.until('Ada', ({ players }) => players[0]?.connected === true);
    first.room.connection.close();
    await host.until('the loss', ({ players }) => players[0]?.connected === false);
    const again = await seated(app.url, body);
    await host.until('the return', ({ players }) => players[0]?.connected === true);
    expect(again.view().players).toHaveLength(1);
    expect(await again.move({ type: 'lobby/rename', name: 'Ada again' })).toBe('ok');
  });

  it('is the same when it is asked for again because the answer was lost, also while the first asks still', async () => {
    const host = await openMatch(app.url);
    const path = app.url + fillRoute(ROUTES.takeSeat, { code: host.code });
    const wish = { version: PROTOCOL_VERSION, name: 'Ada', token: 'a'.repeat(32) };
    const [first, second] = await Promise.all([post(path, wish), post(path, wish)]);
    expect([first.status, second.body, (await post(path, wish)).body]).toEqual([201, first.body, first.body]);
    const { players } = await host.until('Ada', (view) => view.players.length > 0);
    expect(players.map(({ name }) => name)).toEqual(['Ada']);
    const other = await openMatch(app.url);
    const elsewhere = await post(app.url + fillRoute(ROUTES.takeSeat, { code: other.code }), wish);
    expect(elsewhere.body).toEqual({ error: { code: 'protocol/bad_message' } });
    const asHost = await post(path, { ...wish, name: 'Bob', token: host.hostToken });
    expect(asHost.body).toEqual({ error: { code: 'protocol/bad_message' } });
  });

  it('goes to the newest tab; the older one is told why', async () => {
    const host = await openMatch(app.url);
    const { body } = await takeSeat(app.url, host.code, 'Ada');
    const older = await seated(app.url, body);
    const farewell = goodbye(older);
    const newer = await seated(app.url, body);
    expect(await farewell).toEqual({ said: { code: 'client/replaced' }, closeCode: 4000 });
    expect(await newer.move({ type: 'lobby/rename', name: 'Newer' })).toBe('ok');
    const { players } = await host.until('the new name', (view) => view.players[0]?.name === 'Newer');
    expect(players.map(({ connected }) => connected)).toEqual([true]);
  });

  it('of the host may end the match for good, and nobody else may', async () => {
    const host = await openMatch(app.url);
    const { body } = await takeSeat(app.url, host.code, 'Ada');
    const ada = await seated(app.url, body);
    const left = new Promise((resolve) => ada.room.onLeave(resolve));
    const path = fillRoute(ROUTES.endMatch, { code: host.code });
    const end = async (token: string, code: string): Promise<number> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
      const request = { method: 'POST', headers, body: JSON.stringify({ version: PROTOCOL_VERSION, code }) };
      return (await fetch(app.url + path, request)).status;
    };
    const other = await openMatch(app.url);
    expect(await end('nobody', host.code)).toBe(401);
    expect(await end(body.seatToken, host.code)).toBe(403);
    expect(await end(other.hostToken, host.code)).toBe(404);
    expect(await end(host.hostToken, other.code)).toBe(404);
    expect(app.directory.byCode(host.code)).not.toBeNull();
    expect(await end(host.hostToken, host.code)).toBe(200);
    await left;
    expect((await takeSeat(app.url, host.code, 'Bob')).status).toBe(404);
    expect(await end(host.hostToken, host.code)).toBe(401);
  });

  it('of the host is open on a few screens; the oldest makes way for one more', async () => {
    const host = await openMatch(app.url);
    const farewell = goodbye(host);
    for (let screen = 2; screen <= 5; screen++) await enter(app.url, host.roomId, host.hostToken);
    expect(await farewell).toEqual({ said: { code: 'client/screen_replaced' }, closeCode: 4000 });
    await vi.waitFor(() => expect(app.directory.byCode(host.code)?.visitors).toBe(4));
  });

  it('of a link to another screen looks on or steers as the host said, and is over once it is withdrawn', async () => {
    const host = await openMatch(app.url);
    const open = async (
      kind: ScreenKind,
      by = host.hostToken,
    ): Promise<{ status: number; token: string }> => {
      const token = makeToken();
      const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/octet-stream' };
      const body = JSON.stringify({ version: PROTOCOL_VERSION, kind, token });
      const path = fillRoute(ROUTES.openScreen, { code: host.code });
      const { status } = await fetch(app.url + path, { method: 'POST', headers, body });
      return { status, token };
    };
    const [watching, remote] = [await open('projector'), await open('console')];
    expect([watching.status, remote.status]).toEqual([201, 201]);
    const projector = await enter(app.url, host.roomId, watching.token);
    const control = await enter(app.url, host.roomId, remote.token);

    expect(await projector.move({ type: 'host/lock', locked: true })).toBe('protocol/host_only');
    expect(await control.move({ type: 'host/lock', locked: true })).toBe('ok');
    const { screens, teams } = await host.until('the lock', ({ locked }) => locked);
    expect(screens.map(({ kind }) => kind)).toEqual(['projector', 'console']);
    expect(projector.view().teams.every(({ own }) => own !== null)).toBe(true);
    expect(teams).toHaveLength(projector.view().teams.length);
    for (const token of [watching.token, remote.token]) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
      const body = JSON.stringify({ version: PROTOCOL_VERSION, code: host.code });
      const path = fillRoute(ROUTES.endMatch, { code: host.code });
      expect((await fetch(app.url + path, { method: 'POST', headers, body })).status).toBe(403);
      expect((await open('console', token)).status).toBe(403);
    }

    const farewells = [goodbye(projector), goodbye(control)];
    for (const { id } of screens)
      expect(await host.move({ type: 'host/withdraw-screen', screenId: id })).toBe('ok');
    for (const farewell of farewells)
      expect(await farewell).toEqual({ said: { code: 'client/screen_withdrawn' }, closeCode: 4000 });
    await expect(enter(app.url, host.roomId, remote.token)).rejects.toThrow('protocol/bad_token');
  });

  it('is over for a player whom the host removes', async () => {
    const host = await openMatch(app.url);
    const ada = await joinAs(app.url, host.code, 'Ada');
    const farewell = goodbye(ada);
    expect(await host.move({ type: 'host/remove', playerId: ada.id })).toBe('ok');
    expect(await farewell).toEqual({ said: { code: 'lobby/removed' }, closeCode: 4000 });
    expect((await ada.get(ROUTES.tokenizer)).status).toBe(409);
    const rejoined = seated(app.url, { roomId: host.roomId, playerId: ada.id, seatToken: ada.token });
    await expect(rejoined).rejects.toThrow('lobby/removed');
  });

  it("shows what is one's own team's, also after switching teams", async () => {
    const host = await openMatch(app.url, { teamCount: 2 });
    const ada = await joinAs(app.url, host.code, 'Ada');
    const shown = (player: FakePlayer) => player.view().teams.map(({ own }) => own !== null);
    expect(shown(ada)).toEqual([true, false]);
    await ada.move({ type: 'lobby/switch-team', teamId: 'team-2' });
    await ada.until('what is the other team’s', ({ teams }) => teams[1].own !== null);
    expect(shown(ada)).toEqual([false, true]);
  });
});

describe('what a team may read', () => {
  it('are real documents, cards and sizes', async () => {
    const host = await openMatch(app.url);
    const ada = await joinAs(app.url, host.code, 'Ada');
    const read = async (path: string): Promise<unknown> => (await ada.get(path)).json();
    const market = await read(ROUTES.market);
    /* No host has brought a text of the class's own. */
    expect(market).toMatchObject({ datasets: WORLD_KINDS.map((kind) => ({ kind })) });
    const page = await read(`${fillRoute(ROUTES.documents, { kind: 'stories' })}?page=1`);
    expect(page).toMatchObject({ page: 1, documents: [{ number: 9 }, {}, {}, {}, {}, {}, {}, {}] });
    expect(await read(`${fillRoute(ROUTES.documents, { kind: 'stories' })}?page=x`)).toEqual({
      error: { code: 'protocol/bad_message' },
    });
    expect(await read(fillRoute(ROUTES.documents, { kind: 'secrets' }))).toEqual({
      error: { code: 'protocol/not_found' },
    });
    expect(await read(fillRoute(ROUTES.deck, { style: 'short' }))).toHaveProperty('packs.facts');
    expect(await read(ROUTES.tokenizer)).toEqual({ error: { code: 'protocol/not_found' } });
  });

  it('has a picture of the code to scan', async () => {
    const host = await openMatch(app.url);
    const response = await fetch(app.url + fillRoute(ROUTES.joinImage, { code: host.code }));
    expect(response.headers.get('content-type')).toContain('image/svg+xml');
    expect(await response.text()).toContain('<svg');
  });
});
