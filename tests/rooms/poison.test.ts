/** A team with a liar, a sleeper and somebody who sends everything twice ends with as good a model as without them. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { encodeUpdate, type Update } from '../../shared/game/wire/update.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
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

const runOf = (guest: Guest): RunView | null => guest.view().teams[0].runs.pretrain;

/** One team that trains a tiny model, with one device for each manner; the run has begun. */
async function pretraining(count: number): Promise<{ host: Guest; players: FakePlayer[] }> {
  /* Rows fixed, so that every device is asked: with so much time, the first alone would do. */
  const experiment = { seed: 11, budgetFlops: 1.5e10, graceSeconds: 0.1, clockScale: 10, roundRows: 128 };
  const host = await openMatch(app.url, { preset: 'short', teamCount: 1, experiment });
  const players: FakePlayer[] = [];
  for (let index = 0; index < count; index++) {
    const guest = await joinAs(app.url, host.code, ['Ada', 'Bob', 'Cy', 'Dee'][index]);
    await guest.move({ type: 'lobby/benchmark', tokensPerSecond: 1_000, backend: 'test' });
    players.push(guest);
  }
  await host.move({ type: 'host/start' });
  await host.until('data', ({ stage }) => stage === 'data');
  await host.move({ type: 'host/skip' });
  const proposed = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
  await host.until('scale', ({ stage }) => stage === 'scale');
  await players[0].move({ type: 'plan/propose', proposed });
  await host.move({ type: 'host/skip' });
  await host.until('the first round', () => runOf(host)?.round != null);
  return { host, players };
}

/** How often a device was asked for a part, how many updates were taken from it, and how many refused as sent before. */
interface Answers {
  asked: number;
  taken: number;
  repeats: number;
}

/** Trains in this manner until the run is over; resolves to how often it was asked, and what the server said to what it sent. */
async function take(player: FakePlayer, manner: Manner): Promise<Answers> {
  const answers: Answers = { asked: 0, taken: 0, repeats: 0 };
  for (;;) {
    const isOver = (): boolean => runOf(player)?.status === 'finished';
    await player.until('a part, or the end', () => isOver() || isAsked(runOf(player), player.id));
    if (isOver()) return answers;
    answers.asked++;
    const { round, update } = await player.train('pretrain').catch(() => ({ round: 0, update: null }));
    if (update)
      for (const sent of manner(update)) {
        const { body } = await player.sendUpdate('pretrain', round, encodeUpdate(sent));
        if (body.ok) answers.taken++;
        if (body.error?.code === 'train/repeat') answers.repeats++;
      }
    await player.until('the end of the round', () => isOver() || runOf(player)?.round?.number !== round);
  }
}

/** How a team of these ends: its held-out bits per byte, and for each device what it was asked, brought, and counted with. */
async function finalBits(
  ...manners: Manner[]
): Promise<{ bits: number; run: RunView; devices: (Answers & { tokens: number })[] }> {
  const { host, players } = await pretraining(manners.length);
  const counts = await Promise.all(manners.map((manner, index) => take(players[index], manner)));
  await host.until('the last score', ({ stage }) => stage === 'fine-tune');
  const run = runOf(host);
  if (!run) throw new Error('no run');
  const devices = players.map(({ id }, index) => {
    const tokens = run.workers.find(({ playerId }) => playerId === id)?.tokens ?? 0;
    return { ...counts[index], tokens };
  });
  return { bits: run.curve.at(-1)?.bitsPerByte ?? Infinity, run, devices };
}

/** Two runs of honest devices differ by less: who gets which rows depends on who is how fast. */
const NOISE = 0.1;

describe.concurrent('a team', () => {
  let honestRun: ReturnType<typeof finalBits> | null = null;
  /** The run without an odd device, trained once for all comparisons. */
  const without = (): ReturnType<typeof finalBits> => (honestRun ??= finalBits(honest, honest));

  it('ends within noise of the run without a device that points the wrong way', async () => {
    const [{ bits: expected }, { bits, run, devices }] = await Promise.all([
      without(),
      finalBits(honest, honest, backwards),
    ]);
    const [ada, bob, liar] = devices;
    expect(liar.taken).toBeGreaterThan(0);
    expect(liar.tokens).toBe(0);
    expect(ada.tokens + bob.tokens).toBe(run.tokensTotal);
    expect(Math.abs(bits - expected)).toBeLessThan(NOISE);
  });

  it('ends within noise of the run without a device that never answers', async () => {
    const [{ bits: expected }, { bits, run, devices }] = await Promise.all([
      without(),
      finalBits(honest, honest, asleep),
    ]);
    const [ada, bob, sleeper] = devices;
    expect(sleeper).toMatchObject({ taken: 0, tokens: 0 });
    expect(sleeper.asked).toBeGreaterThan(0);
    expect(ada.tokens + bob.tokens).toBe(run.tokensTotal);
    expect(Math.abs(bits - expected)).toBeLessThan(NOISE);
  });

  it('ends within noise of the same run when one device sends everything twice', async () => {
    const [{ bits: expected }, { bits, run, devices }] = await Promise.all([
      without(),
      finalBits(honest, twice),
    ]);
    const [ada, echo] = devices;
    expect(echo.taken).toBeGreaterThan(0);
    expect(echo.repeats).toBe(echo.taken);
    expect(ada.tokens + echo.tokens).toBe(run.tokensTotal);
    expect(Math.abs(bits - expected)).toBeLessThan(NOISE);
  });

  it('ends within noise of its honest half with all of them at once', async () => {
    const [{ bits: expected }, { bits, run, devices }] = await Promise.all([
      without(),
      finalBits(twice, honest, backwards, asleep),
    ]);
    const [ada, bob, liar, sleeper] = devices;
    expect([liar.tokens, sleeper.tokens]).toEqual([0, 0]);
    expect(ada.tokens + bob.tokens).toBe(run.tokensTotal);
    expect(bits).toBeLessThan(expected + NOISE);
  });

  it('loses nothing but a round to a lone device that spoils the model, and the server stands in', async () => {
    const { host, players } = await pretraining(1);
    const [ada] = players;
    const first = await ada.train('pretrain');
    await ada.sendUpdate('pretrain', first.round, encodeUpdate(first.update));
    const isScored = (): boolean => (runOf(host)?.curve[1]?.bitsPerByte ?? null) !== null;
    await host.until('the first score', isScored);
    const { tokensUsed } = runOf(host) ?? {};
    const { round, update } = await ada.train('pretrain');
    const delta = first.update.delta.map((change) => -2 * change);
    expect((await ada.sendUpdate('pretrain', round, encodeUpdate({ ...update, delta }))).status).toBe(200);
    await host.until('the rollback', () => runOf(host)?.rollbacks === 1);
    expect(runOf(host)).toMatchObject({ version: first.round, tokensUsed });
    expect(runOf(host)?.curve).toHaveLength(2);
    await host.until('a round of the server', () => isAsked(runOf(host), SERVER_WORKER));
  });
});
