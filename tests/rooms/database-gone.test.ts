/** A database that goes away in the middle of a match and comes back: moves are refused meanwhile, nothing that was acknowledged is lost, and everybody keeps the seat. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { noPostgres, TestPostgres } from '../postgres.ts';
import { expectErrors } from '../server-errors.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { joinAs, openMatch, post, takeSeat } from './fake-player.ts';

describe.skipIf(noPostgres)(noPostgres ?? 'a database that goes away', () => {
  let postgres: TestPostgres;
  let url: string;
  let app: App;
  beforeAll(async () => {
    postgres = await TestPostgres.start();
    url = await postgres.createDatabase();
    app = await createApp({ port: 0, store: await openPostgresStore(url) });
  });
  afterAll(async () => {
    await app?.close();
    await postgres?.remove();
  });

  it('refuses moves until it is back, and loses none that it acknowledged', async () => {
    const errors = expectErrors();
    const host = await openMatch(app.url);
    const ada = await joinAs(app.url, host.code, 'Ada');
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada the first' })).toBe('ok');
    await host.until('the name', ({ players }) => players[0]?.name === 'Ada the first');
    await postgres.down();
    expect(await ada.move({ type: 'lobby/rename', name: 'Ada the second' }, 'second')).toBe(
      'protocol/server_busy',
    );
    expect((await takeSeat(app.url, host.code, 'Bob')).status).toBe(503);
    const opening = { version: PROTOCOL_VERSION };
    expect((await post(app.url + ROUTES.createMatch, opening)).status).toBe(503);
    expect(host.view().players.map(({ name }) => name)).toEqual(['Ada the first']);
    expect(errors.some(({ message }) => message.includes("can't be written down"))).toBe(true);
    await postgres.up();
    await expect
      .poll(() => ada.move({ type: 'lobby/rename', name: 'Ada the third' }, 'third'), {
        interval: 200,
      })
      .toBe('ok');
    const { status } = await takeSeat(app.url, host.code, 'Bob');
    expect(status).toBe(201);
    const names = ['Ada the third', 'Bob'];
    await host.until('both', ({ players }) => players.map(({ name }) => name).join() === names.join());

    await app.close();
    app = await createApp({ port: 0, store: await openPostgresStore(url) });
    const match = app.directory.byCode(host.code)?.service.shown;
    expect(Object.values(match?.players ?? {}).map(({ name }) => name)).toEqual(names);
  });
});
