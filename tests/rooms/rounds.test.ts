/** Rounds of a team whose devices come and go: work is never lost, and never waits for somebody who left. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import { isAsked, joinAs, openMatch, trainAll, type FakePlayer, type Guest } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const runOf = (guest: Guest): RunView | null => guest.view().teams[0].runs.pretrain;
const workersOf = (guest: Guest): string[] =>
  runOf(guest)?.round?.shards.map(({ playerId }) => playerId) ?? [];

/** One team, whose run is about to begin, with a device for each speed. */
async function pretraining(...speeds: number[]): Promise<{ host: Guest; players: FakePlayer[] }> {
  const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.1, roundRows: 16 };
  const host = await openMatch(app.url, { teamCount: 1, experiment });
  const players: FakePlayer[] = [];
  for (const [index, tokensPerSecond] of speeds.entries()) {
    const guest = await joinAs(app.url, host.code, ['Ada', 'Bob', 'Cy'][index]);
    await guest.move({ type: 'lobby/benchmark', tokensPerSecond, backend: 'test' });
    players.push(guest);
  }
  await host.move({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    await host.move({ type: 'host/skip' });
  }
  await host.until('the first round', () => workersOf(host).length > 0);
  return { host, players };
}

async function trainOne(player: FakePlayer): Promise<number> {
  const { round, update } = await player.train('pretrain');
  expect((await player.sendUpdate('pretrain', round, encodeUpdate(update))).status).toBe(200);
  return round;
}

describe('rounds', () => {
  it('are shared by all devices of a team, which make one model together', async () => {
    const { host, players } = await pretraining(300, 200);
    const [ada, bob] = players;
    expect(workersOf(host)).toEqual([ada.id, bob.id]);
    await Promise.all(players.map((player) => trainAll(player, 'pretrain')));
    await host.until('the last score', ({ stage }) => stage === 'fine-tune');
    const run = runOf(host);
    expect(run?.tokensUsed).toBe(run?.tokensTotal);
    expect(run?.workers.every(({ tokens, updates }) => tokens > 0 && updates > 0)).toBe(true);
    expect(run?.workers.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(run?.tokensTotal);
    expect(run?.curve.at(-1)?.bitsPerByte).toBeLessThan(run?.curve[0].bitsPerByte ?? 0);
  });

  it('go on without a device that leaves, and with one that comes late', async () => {
    const { host, players } = await pretraining(300, 200);
    const [ada, bob] = players;
    await ada.room.leave();
    await trainOne(bob);
    await host.until('a round without Ada', () => workersOf(host).join() === bob.id);
    expect(runOf(host)?.version).toBe(1);
    const cy = await joinAs(app.url, (host as Guest & { code: string }).code, 'Cy');
    await cy.move({ type: 'lobby/benchmark', tokensPerSecond: 200, backend: 'test' });
    await trainOne(bob);
    await host.until('a round with Cy', () => isAsked(runOf(host), cy.id));
    await Promise.all([trainAll(bob, 'pretrain'), trainAll(cy, 'pretrain')]);
    expect(runOf(host)?.tokensUsed).toBe(runOf(host)?.tokensTotal);
  });

  it('finish during a pause, and go on after it', async () => {
    const { host, players } = await pretraining(600);
    const { round, update } = await players[0].train('pretrain');
    expect(await host.move({ type: 'host/pause' })).toBe('ok');
    expect((await players[0].sendUpdate('pretrain', round, encodeUpdate(update))).status).toBe(200);
    await host.until('the update', () => runOf(host)?.version === round);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(workersOf(host)).toEqual([]);
    expect(await host.move({ type: 'host/resume' })).toBe('ok');
    await host.until('the next round', () => isAsked(runOf(host), players[0].id));
  });

  it('end early when the team says so', async () => {
    const { host, players } = await pretraining(300, 200);
    const stop = {
      type: 'plan/propose',
      proposed: { stage: 'pretrain', plan: { stopEarly: true } },
    } as const;
    await Promise.all(players.map(trainOne));
    await host.until('the first average', () => runOf(host)?.roundsDone === 1);
    expect(await players[0].move(stop)).toBe('ok');
    const view = await players[1].until('the proposal', ({ teams }) => teams[0].own?.proposals.length === 1);
    const proposalId = view.teams[0].own?.proposals[0].id ?? '';
    expect(await players[1].move({ type: 'plan/agree', proposalId })).toBe('ok');
    await host.until('the end of the stage', ({ stage }) => stage === 'fine-tune');
    expect(runOf(host)).toMatchObject({ status: 'finished', stoppedEarly: true, roundsDone: 1 });
  });

  it('are trained by the server for a team whose devices cannot', async () => {
    const { host } = await pretraining(0, 0);
    await host.until('the end of the stage', ({ stage }) => stage === 'fine-tune');
    const run = runOf(host);
    expect(run?.workers).toMatchObject([{ playerId: SERVER_WORKER, tokens: run?.tokensTotal }]);
    expect(run?.curve.at(-1)?.bitsPerByte).toBeLessThan(run?.curve[0].bitsPerByte ?? 0);
  });
});
