/** A lab steers its pretraining on the real server: another rate for the next round, and back to weights that are still there. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { decodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { PretrainPlan } from '../../shared/game/match.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import { isAsked, joinAs, openMatch, type FakePlayer, type Guest } from './fake-player.ts';
import { fillRoute } from '../../client/session/http.ts';

let app: App;
let host: Guest;
let ada: FakePlayer;

const runOf = (): RunView => {
  const run = host.view().teams[0].runs.pretrain;
  if (!run) throw new Error('no run');
  return run;
};
const decide = (plan: PretrainPlan) =>
  ada.move({ type: 'plan/propose', proposed: { stage: 'pretrain', plan } });
const weightsAt = async (version: number): Promise<Float32Array> => {
  const response = await ada.get(fillRoute(ROUTES.checkpoint, { stage: 'pretrain', version }));
  return decodeCheckpoint(new Uint8Array(await response.arrayBuffer())).weights;
};

/** Trains a round and waits for its score. */
async function trainOne(): Promise<number> {
  await ada.until('a round', ({ teams }) => isAsked(teams[0].runs.pretrain, ada.id));
  const { round, update } = await ada.train('pretrain');
  expect((await ada.sendUpdate('pretrain', round, encodeUpdate(update))).status).toBe(200);
  await host.until('its score', () => runOf().checkpoints.some(({ version }) => version === round));
  return round;
}

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
  const experiment = { seed: 5, budgetFlops: 6e9, graceSeconds: 0.1, roundRows: 16 };
  const opened = await openMatch(app.url, { teamCount: 1, experiment });
  host = opened;
  ada = await joinAs(app.url, opened.code, 'Ada');
  await ada.move({ type: 'lobby/benchmark', tokensPerSecond: 300, backend: 'test' });
  await host.move({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    await host.move({ type: 'host/skip' });
  }
});
afterAll(() => app.close());

it('going back gives every device the old weights, and the next round goes on from them', async () => {
  const first = await trainOne();
  const weights = await weightsAt(first);
  const second = await trainOne();
  expect(await weightsAt(second)).not.toEqual(weights);
  const { tokensUsed } = runOf();

  expect(await decide({ rollBackTo: first })).toBe('ok');
  await host.until('the old version', () => runOf().version === first);
  expect(runOf()).toMatchObject({ tokensUsed, status: 'running' });
  expect(runOf().curve.at(-1)?.bitsPerByte).toBeCloseTo(runOf().checkpoints[0].bitsPerByte);
  expect(await weightsAt(runOf().version)).toEqual(weights);

  const third = await trainOne();
  expect(third).toBeGreaterThan(second);
  expect(runOf().version).toBe(third);
  expect(runOf().tokensUsed).toBeGreaterThan(tokensUsed);
  expect(await decide({ rollBackTo: second })).toBe('pretrain/no_such_checkpoint');
});

it('the rate is told to every device, and nothing but the rates on offer is taken', async () => {
  expect(await decide({ rateFactor: 0.5 })).toBe('ok');
  await ada.until('the rate', ({ teams }) => teams[0].runs.pretrain?.rateFactor === 0.5);
  expect(await decide({ rateFactor: 0.5 })).toBe('pretrain/same_rate');
  expect(await decide({ rateFactor: 100 } as unknown as PretrainPlan)).toBe('protocol/bad_message');
});
