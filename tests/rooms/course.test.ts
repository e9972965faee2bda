/** A facilitator's evening on the real server: a stage begins again, timers are off, and the host's page is gone. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import { enter, isAsked, joinAs, openMatch, type FakePlayer, type Guest } from './fake-player.ts';

let app: App;
let opened: Awaited<ReturnType<typeof openMatch>>;
let host: Guest;
let ada: FakePlayer;
/** How far the server's clock is ahead. */
let aheadMs = 0;

const runOf = (): RunView | null => host.view().teams[0].runs.pretrain;

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true, now: () => Date.now() + aheadMs });
  const experiment = { seed: 5, budgetFlops: 6e9, graceSeconds: 0.1, roundRows: 16 };
  opened = await openMatch(app.url, { teamCount: 1, experiment });
  host = opened;
  ada = await joinAs(app.url, opened.code, 'Ada');
  await ada.move({ type: 'lobby/benchmark', tokensPerSecond: 300, backend: 'test' });
  await host.move({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    await host.move({ type: 'host/skip', step: `1.${stage}` });
  }
});
afterAll(() => app.close());

it('a stage that begins again trains from the first weights, and what was made for the old run is refused', async () => {
  await ada.until('a round', ({ teams }) => isAsked(teams[0].runs.pretrain, ada.id));
  const first = await ada.train('pretrain');
  await ada.sendUpdate('pretrain', first.round, encodeUpdate(first.update));
  await host.until('its score', () => (runOf()?.checkpoints.length ?? 0) > 0);
  await ada.until('another', ({ teams }) => isAsked(teams[0].runs.pretrain, ada.id));
  const late = await ada.train('pretrain');
  expect(late.round).toBeGreaterThan(first.round);
  const untrained = runOf()?.curve[0]?.bitsPerByte;

  expect(await host.move({ type: 'host/repeat', step: '1.scale' })).toBe('match/other_stage');
  expect(await host.move({ type: 'host/repeat', step: '1.pretrain' })).toBe('ok');
  await host.until('nothing trained', () => runOf() === null);
  const { body } = await ada.sendUpdate('pretrain', late.round, encodeUpdate(late.update));
  expect(body.error?.code).toMatch(/train\/(not_running|stale_round)/);

  await ada.until('a round of the new run', ({ teams }) => isAsked(teams[0].runs.pretrain, ada.id));
  expect(runOf()).toMatchObject({ tokensUsed: 0, curve: [{ tokens: 0, bitsPerByte: untrained }] });
  const again = await ada.train('pretrain');
  expect(again.round).toBeGreaterThan(first.round);
  expect(again.update.trainLoss).toBeCloseTo(first.update.trainLoss, 3);
  await ada.sendUpdate('pretrain', again.round, encodeUpdate(again.update));
  await host.until('its score', () => (runOf()?.checkpoints.length ?? 0) > 0);
});

it('timers off: the clock is gone for everybody, and comes back', async () => {
  await host.move({ type: 'host/timers', areOff: true });
  await ada.until('no clock', ({ untimed, stageEndsAtMs }) => untimed && stageEndsAtMs === null);
  await host.move({ type: 'host/timers', areOff: false });
  await ada.until('a clock', ({ untimed, stageEndsAtMs }) => !untimed && stageEndsAtMs !== null);
});

it('whoever comes late has a seat and work at once', async () => {
  const bo = await joinAs(app.url, opened.code, 'Bo');
  await bo.move({ type: 'lobby/benchmark', tokensPerSecond: 300, backend: 'test' });
  await ada.until('the end of the round', ({ teams }) => isAsked(teams[0].runs.pretrain, ada.id));
  const { round, update } = await ada.train('pretrain');
  await ada.sendUpdate('pretrain', round, encodeUpdate(update));
  await bo.until('a round', ({ teams }) => isAsked(teams[0].runs.pretrain, bo.id));
  await bo.room.leave();
});

it('whoever was removed by mistake gets the same seat back', async () => {
  const cy = await joinAs(app.url, opened.code, 'Cy');
  await host.move({ type: 'host/remove', playerId: cy.id });
  await host.until('a removed player', ({ teams }) => teams[0].own?.removed[0]?.id === cy.id);
  await expect(enter(app.url, opened.roomId, cy.token)).rejects.toThrow('lobby/removed');
  expect(await host.move({ type: 'host/take-back', playerId: cy.id })).toBe('ok');
  const back = await enter(app.url, opened.roomId, cy.token);
  await back.until('Cy', ({ players }) =>
    players.some(({ id, name, connected }) => id === cy.id && name === 'Cy' && connected),
  );
  await back.room.leave();
});

it('pauses itself a minute after the last of the host’s pages is gone, and says so', async () => {
  const second = await enter(app.url, opened.roomId, opened.hostToken);
  /* In small steps: a clock that jumps is no time that passed. */
  const pass = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 2) {
      aheadMs += 2_000;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  await host.room.leave();
  await pass(20);
  await second.room.leave();
  await pass(30);
  expect(ada.view().pausedAtMs).toBeNull();
  await pass(34);
  await ada.until('a pause', ({ pausedAtMs, isHostMissed }) => pausedAtMs !== null && isHostMissed);
  const back = await enter(app.url, opened.roomId, opened.hostToken);
  expect(await back.move({ type: 'host/resume' })).toBe('ok');
  await ada.until('it goes on', ({ pausedAtMs, isHostMissed }) => pausedAtMs === null && !isHostMissed);
  await back.room.leave();
});
