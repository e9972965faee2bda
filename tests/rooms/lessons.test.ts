/** A lab's small copy is taught by the lab's devices: one that sends rubbish, one that leaves, one that teaches; and by the server in their place. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { judgePupil, teachPupil } from '../../server/referee/pupil.ts';
import { trainTrial } from '../../client/lab/engine/trial.ts';
import { fillRoute } from '../../client/session/http.ts';
import { decodeRows } from '../../shared/data/rows.ts';
import { decodeCheckpoint, type Checkpoint } from '../../shared/lm/checkpoint.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import type { LessonPlace } from '../../shared/lm/lessons.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import { DEFAULT_DEPLOY_PLAN, productOf } from '../../shared/game/stages/deploy/state.ts';
import type { ShopView } from '../../shared/game/stages/deploy/view.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { encodeUpdate, type Update } from '../../shared/game/wire/update.ts';
import { PUPIL_LESSONS, type Pupil } from '../../shared/serving/models.ts';
import { createRandom } from '../../shared/random.ts';
import { joinAs, openMatch, type FakePlayer, type Guest } from './fake-player.ts';

let app: App;
let host: Guest & { code: string };
let ada: FakePlayer;
let bob: FakePlayer;
let cy: FakePlayer;

const shopIn = (guest: Guest): ShopView | undefined =>
  guest.view().teams[0].own?.views.deploy as ShopView | undefined;
const pupilIn = (guest: Guest): Pupil | null => shopIn(guest)?.pupil ?? null;
const teacherIs = (id: string) => host.until(`the turn of ${id}`, () => pupilIn(host)?.turn?.playerId === id);

beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
  const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.1, clockScale: 10 };
  host = await openMatch(app.url, { teamCount: 1, leftOut: ['align', 'test'], experiment });
  [ada, bob, cy] = [
    await joinAs(app.url, host.code, 'Ada'),
    await joinAs(app.url, host.code, 'Bob'),
    await joinAs(app.url, host.code, 'Cy'),
  ];
  for (const [player, tokensPerSecond] of [
    [ada, 40_000],
    [bob, 30_000],
    [cy, 20_000],
  ] as const)
    await player.move({ type: 'lobby/benchmark', tokensPerSecond, backend: 'test' });
  await host.move({ type: 'host/start' });
  for (const stage of ['data', 'scale', 'pretrain', 'fine-tune'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    const proposed = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
    if (stage === 'scale')
      for (const player of [ada, bob]) await player.move({ type: 'plan/propose', proposed });
    if (stage === 'pretrain') await host.until('a model', ({ teams }) => teams.every(({ ready }) => ready));
    await host.move({ type: 'host/skip' });
    if (stage === 'fine-tune') await host.move({ type: 'host/skip' });
  }
  await host.until('a timed replica', () => Boolean(shopIn(host)?.replica));
});
afterAll(() => app.close());

async function bytesOf(player: FakePlayer, route: string, lesson: number): Promise<Uint8Array> {
  const response = await player.get(fillRoute(route, { lesson }));
  return new Uint8Array(await response.arrayBuffer());
}

async function codeOf(response: Response): Promise<string> {
  const reply = (await response.json()) as { error?: { code: string } };
  return reply.error?.code ?? 'ok';
}

const askedBy = async (player: FakePlayer, route: string, lesson: number): Promise<string> =>
  codeOf(await player.get(fillRoute(route, { lesson })));

/** Brings what a device made of a part; the code of a refusal, or 'ok'. */
async function bring(player: FakePlayer, lesson: number, body: Uint8Array): Promise<string> {
  const headers = { authorization: `Bearer ${player.token}`, 'content-type': 'application/octet-stream' };
  const path = app.url + fillRoute(ROUTES.lesson, { lesson });
  return codeOf(await fetch(path, { method: 'POST', headers, body: new Uint8Array(body) }));
}

interface Taught {
  checkpoint: Checkpoint;
  rows: Rows;
  place: LessonPlace;
  update: Update;
}

/** Takes the part that is this player's, and teaches it with the engine of a page. */
async function teach(player: FakePlayer): Promise<Taught> {
  const { lessonsDone, rowsTotal, tokensTotal } = pupilIn(player)!;
  const checkpoint = decodeCheckpoint(await bytesOf(player, ROUTES.lessonPupil, lessonsDone));
  const rows = decodeRows(await bytesOf(player, ROUTES.lessonRows, lessonsDone));
  const { config, weights, tokens: tokensBefore } = checkpoint;
  const place = { rowsTotal, tokensTotal, tokensBefore };
  const executor = await createWasmExecutor(config);
  await executor.load(weights);
  const trial = { executor, weights, rows, lesson: place, pause: undefined };
  const update = await trainTrial(trial, () => undefined);
  executor.dispose();
  if (!update) throw new Error('the loss broke');
  return { checkpoint, rows, place, update };
}

it('is taught by the fastest device, which is asked no more once it has brought what teaches nothing', async () => {
  const product = { ...productOf(DEFAULT_DEPLOY_PLAN), model: 'pupil' } as const;
  expect(await ada.move({ type: 'deploy/try', product })).toBe('ok');
  await teacherIs(ada.id);
  for (const route of [ROUTES.lessonRows, ROUTES.lessonPupil]) {
    expect(await askedBy(bob, route, 0)).toBe('train/not_your_round');
    expect(await askedBy(ada, route, 1)).toBe('train/stale_round');
    expect(await askedBy(ada, `${route}x`, 0)).toBe('protocol/not_found');
  }
  expect(await codeOf(await ada.get(ROUTES.lessonRows.replace(':lesson', '-1')))).toBe(
    'protocol/bad_message',
  );

  await ada.until('its own turn', () => pupilIn(ada)?.turn?.playerId === ada.id);
  const { update } = await teach(ada);
  const bent = (changes: Partial<Update>): Uint8Array => encodeUpdate({ ...update, ...changes });
  expect(await bring(bob, 0, encodeUpdate(update))).toBe('train/not_your_round');
  expect(await bring(ada, 1, encodeUpdate(update))).toBe('train/stale_round');
  expect(await bring(ada, 0, new Uint8Array([1, 2, 3]))).toBe('protocol/bad_message');
  expect(await bring(ada, 0, bent({ delta: new Float32Array(7) }))).toBe('train/wrong_shape');
  expect(await bring(ada, 0, bent({ delta: update.delta.map(() => 1e9) }))).toBe('train/absurd_norm');
  expect(await bring(ada, 0, bent({ delta: update.delta.map(() => Number.NaN) }))).toBe('train/not_finite');
  expect(await bring(ada, 0, bent({ rowsUsed: 8 }))).toBe('train/no_tokens');
  expect(await bring(ada, 0, bent({ tokens: update.tokens + 1 }))).toBe('train/too_many_tokens');
  expect(pupilIn(host)).toMatchObject({ lessonsDone: 0, turn: { playerId: ada.id, isBrought: false } });

  /* Of the right shape and size, and worth nothing. */
  const random = createRandom(1);
  const rubbish = bent({ delta: update.delta.map(() => 0.1 * (random.next() - 0.5)) });
  expect(await bring(ada, 0, rubbish)).toBe('ok');
  expect(await bring(ada, 0, rubbish)).toMatch(/^train\/(repeat|not_your_round)$/);
  await teacherIs(bob.id);
  expect(pupilIn(host)).toMatchObject({ lessonsDone: 0, unableIds: [ada.id] });
  expect(await ada.move({ type: 'deploy/unable' })).toBe('train/not_your_round');
});

it('is taught by another device when one leaves, and learns there what it would on the server', async () => {
  await bytesOf(bob, ROUTES.lessonRows, 0);
  await bob.room.leave();
  await teacherIs(cy.id);
  await cy.until('its own turn', () => pupilIn(cy)?.turn?.playerId === cy.id);
  const before = pupilIn(cy)!.loss;
  const { checkpoint, rows, place, update } = await teach(cy);
  expect(await bring(cy, 0, encodeUpdate(update))).toBe('ok');
  await host.until('a part', () => pupilIn(host)?.lessonsDone === 1);
  expect(pupilIn(host)).toMatchObject({ taughtBy: [cy.id], unableIds: [ada.id] });
  expect(pupilIn(host)!.loss).toBeLessThan(before);

  const task = {
    matchId: 'lessons',
    generation: 1,
    seeds: {} as never,
    tokenizer: {} as never,
    judged: rows,
  };
  const { config, weights } = checkpoint;
  const there = await teachPupil({ ...task, config, weights, part: { rows, place } });
  const here = weights.map((weight, index) => weight + update.delta[index]);
  const [{ loss: untaught }, { loss }] = [
    await judgePupil({ ...task, config, weights }),
    await judgePupil({ ...task, config, weights: here }),
  ];
  expect(Math.abs(loss - there.loss)).toBeLessThan(0.02 * (untaught - there.loss));
});

it('is taught by the server once no device is left, and is then tried out', async () => {
  expect(await cy.move({ type: 'deploy/unable' })).toBe('ok');
  await host.until('all parts', () => pupilIn(host)?.lessonsDone === PUPIL_LESSONS);
  const server = Array.from({ length: PUPIL_LESSONS - 1 }, () => SERVER_WORKER);
  expect(pupilIn(host)?.taughtBy).toEqual([cy.id, ...server]);
  expect(pupilIn(host)?.replica?.alonePerSecond).toBeGreaterThan(0);
  await host.until(
    'what it gives',
    () => shopIn(host)?.tried.some(({ product }) => product.model === 'pupil') ?? false,
  );
});
