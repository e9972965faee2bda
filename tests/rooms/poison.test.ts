/** A team with a liar, a sleeper and somebody who sends everything twice ends with as good a model as without them. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { encodeUpdate, type Update } from '../../shared/protocol/update.ts';
import { SERVER_WORKER } from '../../shared/rules/match.ts';
import type { RunView } from '../../shared/schema/view.ts';
import { isAsked, joinAs, openMatch, type FakePlayer, type Guest } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

/** How a device behaves in a round: what it sends, one after the other. */
type Manner = (honest: Update) => Update[];
const honest: Manner = (update) => [update];
const twice: Manner = (update) => [update, update];
const asleep: Manner = () => [];
/** As long as an honest update, and in the wrong direction. */
const backwards: Manner = (update) => [{ ...update, delta: update.delta.map((change) => -change) }];

const runOf = (guest: Guest): RunView | null => guest.view().teams[0].pretrain;

/** One team that trains a tiny model, with one device for each manner; the run has begun. */
async function pretraining(count: number): Promise<{ host: Guest; players: FakePlayer[] }> {
  const experiment = { seed: 11, budgetFlops: 3e10, graceSeconds: 0.1, clockScale: 10 };
  const host = await openMatch(app.url, { preset: 'short', teamCount: 1, experiment });
  const players: FakePlayer[] = [];
  for (let index = 0; index < count; index++) {
    const guest = await joinAs(app.url, host.code, ['Ada', 'Bob', 'Cy', 'Dee'][index]);
    await guest.move({ type: 'lobby/probe', tokensPerSecond: 1_000, backend: 'test' });
    players.push(guest);
  }
  await host.move({ type: 'host/start' });
  await host.until('data', ({ stage }) => stage === 'data');
  await host.move({ type: 'host/skip' });
  const proposed = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
  await host.until('scale', ({ stage }) => stage === 'scale');
  await players[0].move({ type: 'plan/propose', proposed });
  await host.move({ type: 'host/skip' });
  await host.until('the first round', () => runOf(host)?.round !== null && runOf(host)?.round !== undefined);
  return { host, players };
}

/** Trains in this manner until the run is over. */
async function take(player: FakePlayer, manner: Manner): Promise<void> {
  for (;;) {
    const isOver = (): boolean => runOf(player)?.status === 'finished';
    await player.until('a part, or the end', () => isOver() || isAsked(runOf(player), player.id), 120);
    if (isOver()) return;
    const { round, update } = await player.train('pretrain').catch(() => ({ round: 0, update: null }));
    if (update)
      for (const sent of manner(update)) await player.sendUpdate('pretrain', round, encodeUpdate(sent));
    await player.until('the end of the round', () => isOver() || runOf(player)?.round?.number !== round, 60);
  }
}

/** The held-out bits per byte that a team of these ends with. */
async function finalBits(
  ...manners: Manner[]
): Promise<{ bits: number; run: RunView; players: FakePlayer[] }> {
  const { host, players } = await pretraining(manners.length);
  await Promise.all(manners.map((manner, index) => take(players[index], manner)));
  await host.until('the last score', ({ stage }) => stage === 'fine-tune', 60);
  const run = runOf(host);
  if (!run) throw new Error('no run');
  return { bits: run.curve.at(-1)?.bitsPerByte ?? Infinity, run, players };
}

describe('a team', () => {
  it('ends within noise of its honest half, whatever the others do', async () => {
    const without = await finalBits(honest, honest);
    const { bits, run, players } = await finalBits(twice, honest, backwards, asleep);
    expect(bits).toBeLessThan(without.bits + 0.1);
    expect(run.tokensUsed).toBe(run.tokensTotal);
    const [ada, bob, liar, sleeper] = players.map(
      ({ id }) => run.workers.find(({ playerId }) => playerId === id)?.tokens ?? 0,
    );
    expect([liar, sleeper]).toEqual([0, 0]);
    expect(ada + bob).toBe(run.tokensTotal);
  }, 180_000);

  it('loses nothing but a round to a lone device that spoils the model, and the server lends a hand', async () => {
    const { host, players } = await pretraining(1);
    const [ada] = players;
    const first = await ada.train('pretrain');
    await ada.sendUpdate('pretrain', first.round, encodeUpdate(first.update));
    await host.until('the first score', () => (runOf(host)?.curve[1]?.bitsPerByte ?? null) !== null);
    const { tokensUsed } = runOf(host) ?? {};
    const { round, update } = await ada.train('pretrain');
    const delta = first.update.delta.map((change) => -2 * change);
    expect((await ada.sendUpdate('pretrain', round, encodeUpdate({ ...update, delta }))).status).toBe(200);
    await host.until('the rollback', () => runOf(host)?.rollbacks === 1);
    expect(runOf(host)).toMatchObject({ version: first.round, tokensUsed });
    expect(runOf(host)?.curve).toHaveLength(2);
    await host.until('a round of the server', () => isAsked(runOf(host), SERVER_WORKER));
  }, 60_000);
});
