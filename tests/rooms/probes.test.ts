/** Probes of the scale stage over the real server: trained by the player's device, measured by the referee, seen by all. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { trainTrial } from '../../client/lab/engine/trial.ts';
import { decodeRows } from '../../shared/data/rows.ts';
import { decodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import type { Probe, ProbePlan } from '../../shared/game/stages/scale/state.ts';
import { joinAs, openMatch, type FakePlayer, type Guest } from './fake-player.ts';
import { fillRoute } from '../../client/session/http.ts';

let app: App;
let host: Guest & { code: string };
let ada: FakePlayer;
let bob: FakePlayer;

const PLAN: ProbePlan = { size: 'tiny', contextLength: 32, share: 1 / 64 };
const probesOf = (guest: Guest): Probe[] => guest.view().teams[0].probes;

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
  const experiment = { seed: 5, budgetFlops: 8e11, graceSeconds: 0.1 };
  host = await openMatch(app.url, { teamCount: 1, experiment });
  ada = await joinAs(app.url, host.code, 'Ada');
  bob = await joinAs(app.url, host.code, 'Bob');
  await ada.move({ type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'test' });
  await bob.move({ type: 'lobby/benchmark', tokensPerSecond: 0, backend: 'none' });
  await host.move({ type: 'host/start' });
  await host.until('data', ({ stage }) => stage === 'data');
  await host.move({ type: 'host/skip' });
  await host.until('the text', ({ stage, teams }) => stage === 'scale' && teams[0].own?.text !== null);
});
afterAll(() => app.close());

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await ada.get(path);
  return new Uint8Array(await response.arrayBuffer());
}

/** Sends weights as the player would; returns the code of a refusal, or 'ok'. */
async function bring(player: FakePlayer, id: string, body: Uint8Array): Promise<string> {
  const response = await fetch(app.url + fillRoute(ROUTES.probe, { id }), {
    method: 'POST',
    headers: { authorization: `Bearer ${player.token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(body),
  });
  const reply = (await response.json()) as { error?: { code: string } };
  return reply.error?.code ?? 'ok';
}

it('a probe is trained by the device that asked for it and measured by the referee, and costs nothing', async () => {
  const budget = host.view().budgetFlops;
  expect(await ada.move({ type: 'scale/probe', plan: PLAN })).toBe('ok');
  expect(await ada.move({ type: 'scale/probe', plan: PLAN })).toBe('scale/probe_running');
  await ada.until('its rows', () => probesOf(ada)[0]?.status === 'training');
  const { id, tokens, flops } = probesOf(ada)[0];
  expect(flops / (8e11 * PLAN.share)).toBeCloseTo(1, 1);
  const checkpoint = decodeCheckpoint(await bytesOf(fillRoute(ROUTES.probeCheckpoint, { id })));
  const rows = decodeRows(await bytesOf(fillRoute(ROUTES.probeRows, { id })));
  const executor = await createWasmExecutor(checkpoint.config);
  await executor.load(checkpoint.weights);
  const trial = { executor, weights: checkpoint.weights, rows, pause: undefined };
  const update = await trainTrial(trial, () => undefined);
  executor.dispose();
  if (!update) throw new Error('the loss broke');
  expect(update.tokens).toBe(tokens);

  expect(await bring(ada, id, new Uint8Array([1, 2, 3]))).toMatch(/^protocol|^train/);
  const bent = { ...update, delta: update.delta.map(() => 1e9) };
  expect(await bring(ada, id, encodeUpdate(bent))).toMatch(/^train\//);
  expect(await bring(ada, id, encodeUpdate({ ...update, rowsUsed: 3 }))).toBe('train/no_tokens');
  expect(await bring(bob, id, encodeUpdate(update))).toBe('scale/no_such_probe');
  expect(probesOf(ada)[0].status).toBe('training');

  expect(await bring(ada, id, encodeUpdate(update))).toBe('ok');
  expect(await bring(ada, id, encodeUpdate(update))).toBe('train/repeat');
  await bob.until('its measure', () => probesOf(bob)[0].status === 'measured');
  const bits = probesOf(bob)[0].bitsPerByte ?? 0;
  expect(bits).toBeGreaterThan(1);
  expect(bits).toBeLessThan(3.5);
  expect(host.view().budgetFlops).toBe(budget);
  expect(host.view().teams[0].runs.pretrain).toBeNull();
});

it('a device that cannot train is told so, and an unknown share is no message', async () => {
  expect(await bob.move({ type: 'scale/probe', plan: PLAN })).toBe('scale/device_cannot_train');
  const wrong = { ...PLAN, share: 0.9 } as unknown as ProbePlan;
  expect(await ada.move({ type: 'scale/probe', plan: wrong })).toBe('protocol/bad_message');
});

it('the stage ends while a probe is out: it is lost, and the big run begins all the same', async () => {
  expect(await ada.move({ type: 'scale/probe', plan: PLAN })).toBe('ok');
  await ada.until('its rows', () => probesOf(ada)[1]?.status === 'training');
  await host.move({ type: 'host/skip' });
  await host.until('the run', ({ stage, teams }) => stage === 'pretrain' && teams[0].runs.pretrain !== null);
  expect(probesOf(ada).map(({ status }) => status)).toEqual(['measured', 'lost']);
  expect(await bring(ada, probesOf(ada)[1].id, new Uint8Array())).toMatch(/stale|no_such/);
});
