/** Two years of one lab on the real server: the second goes on from what the first trained, in a world that has changed. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import type { ScalePlan } from '../../shared/game/stages/scale/plan.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import { ROUTES, type CorpusReply } from '../../shared/game/wire/routes.ts';
import { joinAs, openMatch, trainAll, type FakePlayer, type Guest } from './fake-player.ts';
import { fillRoute } from '../../client/session/http.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const TINY: ScalePlan = { size: 'tiny', contextLength: 32 };

async function newspaper(player: FakePlayer): Promise<string[]> {
  const response = await player.get(fillRoute(ROUTES.corpus, { kind: 'news' }));
  return ((await response.json()) as CorpusReply).texts;
}

/** Plays from the data stage to the debrief's results, deciding at once. */
async function playYear(host: Guest, ada: FakePlayer, scale: ScalePlan): Promise<void> {
  const decide = async (proposed: TeamPlan): Promise<void> => {
    await ada.until(proposed.stage, ({ stage }) => stage === proposed.stage);
    expect(await ada.move({ type: 'plan/propose', proposed })).toBe('ok');
  };
  await decide({ stage: 'data', plan: DEFAULT_DATA_PLAN });
  await decide({ stage: 'scale', plan: scale });
  await ada.until('pretraining', ({ stage }) => stage === 'pretrain');
  await trainAll(ada, 'pretrain');
  await decide({ stage: 'fine-tune', plan: DEFAULT_FINE_TUNE_PLAN });
  await trainAll(ada, 'fine-tune');
  await decide({ stage: 'align', plan: { kind: 'keep' } });
  await host.until('the arena', ({ stage, arena }) => stage === 'arena' && arena?.sampled === true);
  await host.move({ type: 'host/skip' });
  await host.until(
    'the results',
    ({ stage, teams }) => stage === 'debrief' && teams.every(({ debrief }) => debrief?.score),
  );
}

it('a second year has other news, more coins, and last year’s model to go on from', async () => {
  const host = await openMatch(app.url, {
    preset: 'long',
    leftOut: ['test', 'deploy'],
    teamCount: 1,
    experiment: { seed: 7, budgetFlops: 1.5e10, graceSeconds: 0.2 },
  });
  const ada = await joinAs(app.url, host.code, 'Ada');
  await ada.move({ type: 'lobby/benchmark', tokensPerSecond: 40_000, backend: 'test' });
  await host.move({ type: 'host/start' });
  const oldNews = await newspaper(ada);
  await playYear(host, ada, TINY);
  const [before] = host.view().teams;
  expect(before?.debrief?.results?.changed).toBeUndefined();

  expect(await host.move({ type: 'host/skip' })).toBe('ok');
  await ada.until('the second year', ({ generation, stage }) => generation === 2 && stage === 'data');
  const [lab] = ada.view().teams;
  expect(lab?.past).toMatchObject([{ score: { total: before?.debrief?.score?.total } }]);
  expect(lab?.own?.coins).toBe(100 + Math.round(0.4 * (before?.debrief?.score?.total ?? 0)));
  expect(lab?.own?.ancestor).toMatchObject({ ...TINY, vocabSize: DEFAULT_DATA_PLAN.vocabSize });
  expect(lab?.runs.pretrain).toBeNull();
  const news = await newspaper(ada);
  expect(news.filter((text) => oldNews.includes(text)).length).toBeLessThan(news.length / 20);

  await playYear(host, ada, { ...TINY, start: 'checkpoint' });
  const [now] = host.view().teams;
  const began = now?.runs.pretrain?.curve[0]?.bitsPerByte ?? Infinity;
  expect(began).toBeLessThan(0.8 * (before?.runs.pretrain?.curve[0]?.bitsPerByte ?? 0));
  expect(now?.runs.pretrain?.curve.at(-1)?.bitsPerByte).toBeLessThan(began);
  expect(now?.debrief?.results?.changed?.facts).toBeGreaterThan(10);
  /* What a phone brings that slept through a year is taken for nothing. */
  const late = { rowsUsed: 16, tokens: 400, trainLoss: 2, millis: 1, delta: new Float32Array(4) };
  const { body } = await ada.sendUpdate('pretrain', 1, encodeUpdate(late));
  expect(body.error?.code).toMatch(/^train\/(not_running|stale_round)$/);
  expect(await host.move({ type: 'host/skip' })).toBe('match/finished');
});
