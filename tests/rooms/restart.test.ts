/** A server that is started anew has its matches back: people find their seats, and training goes on from the same weights. */

import { afterEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { createMemoryDisk, openMemoryStore } from '../../server/store/memory.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import { fillRoute } from '../../client/session/http.ts';
import { enter, isAsked, joinAs, openMatch, seated, takeSeat } from './fake-player.ts';

const EXPERIMENT = { seed: 3, budgetFlops: 4e9, graceSeconds: 60, clockScale: 100, roundRows: 16 };

let app: App | null = null;
afterEach(() => app?.close());

describe('a server that is started anew', () => {
  it('takes everybody back into the same seat, and goes on training from the same weights', async () => {
    const disk = createMemoryDisk();
    const start = () => createApp({ port: 0, allowExperiments: true, store: openMemoryStore(disk) });
    app = await start();
    const host = await openMatch(app.url, { preset: 'short', teamCount: 1, experiment: EXPERIMENT });
    const { body } = await takeSeat(app.url, host.code, 'Ada');
    const ada = await seated(app.url, body);
    await ada.move({ type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'test' });
    await host.move({ type: 'host/start' });
    await host.move({ type: 'host/skip' });
    await host.move({ type: 'host/skip' });
    const isMine = (view: ReturnType<typeof ada.view>): boolean =>
      isAsked(view.teams[0]?.runs.pretrain, ada.id);
    await ada.until('a round', isMine);
    const first = await ada.train('pretrain');
    await ada.sendUpdate('pretrain', first.round, encodeUpdate(first.update));
    await host.until('new weights', ({ teams }) => (teams[0]?.runs.pretrain?.version ?? 0) > 0);
    const version = host.view().teams[0]?.runs.pretrain?.version ?? 0;
    const path = fillRoute(ROUTES.checkpoint, { stage: 'pretrain', version: String(version) });
    const before = await (await ada.get(path)).arrayBuffer();

    await app.close();
    app = await start();
    const back = await seated(app.url, body);
    const hostBack = await enter(app.url, host.roomId, host.hostToken);
    expect(hostBack.view()).toMatchObject({ code: host.code, stage: 'pretrain', broughtBack: 'whole' });
    expect(Buffer.compare(Buffer.from(await (await back.get(path)).arrayBuffer()), Buffer.from(before))).toBe(
      0,
    );
    expect(await hostBack.move({ type: 'host/resume' })).toBe('ok');
    await back.until('a round', isMine);
    const second = await back.train('pretrain');
    expect(second.round).toBeGreaterThan(first.round);
    await back.sendUpdate('pretrain', second.round, encodeUpdate(second.update));
    await hostBack.until('newer weights', ({ teams }) => (teams[0]?.runs.pretrain?.version ?? 0) > version);
    const newcomer = await joinAs(app.url, host.code, 'Bob');
    expect(newcomer.view().players.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  });
});
