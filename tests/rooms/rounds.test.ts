/** Rounds of a team whose devices come and go: work is never lost, and never waits for somebody who left. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { encodeUpdate } from '../../shared/protocol/update.ts';
import { joinAs, openMatch, trainAll, type FakePlayer, type Guest } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const trainerOf = (guest: Guest): string | undefined => guest.view().teams[0].pretrain?.round?.trainerId;

/** One team of two, whose run is about to begin; Ada's device is the faster one. */
async function pretraining(): Promise<{ host: Guest; ada: FakePlayer; bob: FakePlayer }> {
  const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.1 };
  const host = await openMatch(app.url, { teamCount: 1, experiment });
  const ada = await joinAs(app.url, host.code, 'Ada');
  const bob = await joinAs(app.url, host.code, 'Bob');
  await ada.move({ type: 'lobby/probe', tokensPerSecond: 600, backend: 'test' });
  await bob.move({ type: 'lobby/probe', tokensPerSecond: 500, backend: 'test' });
  await host.move({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    await host.move({ type: 'host/skip' });
  }
  await host.until('the first round', () => trainerOf(host) !== undefined);
  return { host, ada, bob };
}

describe('rounds', () => {
  it('go to the fastest device, and to the next one when it leaves', async () => {
    const { host, ada, bob } = await pretraining();
    expect(trainerOf(host)).toBe(ada.id);
    await ada.room.leave();
    await host.until('the handover', () => trainerOf(host) === bob.id);
    await trainAll(bob, 'pretrain');
    await host.until('the last score', ({ stage }) => stage === 'fine-tune');
    const run = host.view().teams[0].pretrain;
    expect(run?.tokensUsed).toBe(run?.tokensTotal);
    expect(
      run?.curve.every(({ bitsPerByte }, index) => index === 0 || bitsPerByte === null || bitsPerByte > 0),
    ).toBe(true);
    expect(run?.curve.at(-1)?.bitsPerByte).toBeLessThan(run?.curve[0].bitsPerByte ?? 0);
  });

  it('finish during a pause, and go on after it', async () => {
    const { host, ada } = await pretraining();
    const { round, update } = await ada.train('pretrain');
    expect(await host.move({ type: 'host/pause' })).toBe('ok');
    expect((await ada.sendUpdate('pretrain', round, encodeUpdate(update))).status).toBe(200);
    await host.until('the update', ({ teams }) => teams[0].pretrain?.roundsDone === round);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(trainerOf(host)).toBeUndefined();
    expect(await host.move({ type: 'host/resume' })).toBe('ok');
    await host.until('the next round', () => trainerOf(host) === ada.id);
  });

  it('end early when the team says so', async () => {
    const { host, ada, bob } = await pretraining();
    const stop = {
      type: 'plan/propose',
      proposed: { stage: 'pretrain', plan: { stopEarly: true } },
    } as const;
    await trainOne(ada);
    expect(await ada.move(stop)).toBe('ok');
    const view = await bob.until('the proposal', ({ teams }) => teams[0].desk?.proposals.length === 1);
    const proposalId = view.teams[0].desk?.proposals[0].id ?? '';
    expect(await bob.move({ type: 'plan/agree', proposalId })).toBe('ok');
    await host.until('the end of the stage', ({ stage }) => stage === 'fine-tune');
    expect(host.view().teams[0].pretrain).toMatchObject({
      status: 'finished',
      stoppedEarly: true,
      roundsDone: 1,
    });
  });
});

async function trainOne(player: FakePlayer): Promise<void> {
  const { round, update } = await player.train('pretrain');
  expect((await player.sendUpdate('pretrain', round, encodeUpdate(update))).status).toBe(200);
}
