/** Time that people can trust, in real Chromium: a stop is asked for and taken back, all are ready and one still talks, and the host's button says where it leads. */

import { expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { TrainingRun } from '../../shared/game/match.ts';
import { MORE_SECONDS } from '../../shared/game/ready.ts';
import { OVERTIME_SECONDS } from '../../shared/game/stages/fine-tune/rules.ts';
import { must } from '../../shared/game/testing.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import { serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE = { timeout: 120_000 };
/** A talk is shorter than what whoever is still talking gets, so that the button is there at once. */
const EXPERIMENT = { seed: 5, budgetFlops: 4e10, graceSeconds: 25, clockScale: 10, roundRows: 64 };

const served = serveGame();

it('a stage ends when people expect it to', async () => {
  const host = await openPage(served.browser, 'ready-host', `${served.app.url}/host`, SIZES[1]);
  await host.page.route(`**${ROUTES.createMatch}`, (route, request) => {
    const wished = request.postDataJSON() as CreateMatchBody;
    return route.continue({
      postData: JSON.stringify({ ...wished, experiment: EXPERIMENT, teamCount: 1 }),
    });
  });
  const answered = host.page.waitForResponse(`**${ROUTES.createMatch}`);
  await pressMain(host);
  const { code } = (await (await answered).json()) as CreateMatchReply;
  const { match } = must(served.app.directory.byCode(code)).service;
  const team = () => must(Object.values(match.teams)[0]);
  const run = (): TrainingRun | null => team().now.pretrain.run;
  const until = (what: () => unknown) => expect.poll(what, PATIENCE);
  const ada = await openPage(
    served.browser,
    'ready',
    `${served.app.url}/?code=${code}&executor=wasm`,
    SIZES[0],
  );
  await pressMain(ada);
  await until(() => Object.values(match.players)[0]?.device?.backend).toMatch(/^wasm/);
  await pressMain(host);

  /** The host moves on by a button that says where it leads, and is asked first. */
  async function goOnTo(next: string): Promise<void> {
    await host.page.getByTestId('skip').getByText(t('console.skip', { next })).click();
    await host.page.getByTestId('skip-yes').click();
  }
  await until(() => match.stage).toBe('data');
  await goOnTo(t('stage.scale'));
  await until(() => match.stage).toBe('scale');
  await goOnTo(t('stage.pretrain'));

  await until(() => run()?.roundsDone ?? 0).toBeGreaterThan(0);
  expect(await ada.page.getByTestId('main-action').count()).toBe(0);
  await ada.page.getByRole('tab', { name: t('pretrain.tabSteer') }).click();
  await ada.page.getByTestId('stop-early').click();
  expect(await checkLayout(ada, 'stop-sure')).toEqual([]);
  expect(run()?.status).toBe('running');
  await ada.page.getByTestId('stop-yes').click();
  await until(() => run()?.status).toBe('finished');
  await ada.page.getByTestId('take-back').click();
  await until(() => run()?.status).toBe('running');
  expect(run()?.stoppedEarly).toBe(false);

  for (const button of ['stop-early', 'stop-yes']) await ada.page.getByTestId(button).click();
  await until(() => match.ready?.moreIds).toEqual([]);
  await ada.page.getByText(t('ready.all')).waitFor();
  await host.page.getByText(t('console.ready')).waitFor();
  expect(await checkLayout(ada, 'ready')).toEqual([]);
  const endsAtMs = must(match.stageEndsAtMs);
  await ada.page.getByTestId('still-talking').click();
  await until(() => match.ready?.moreIds).toHaveLength(1);
  expect(match.stageEndsAtMs).toBe(endsAtMs + MORE_SECONDS * 1000);
  const { name } = must(Object.values(match.players)[0]);
  await host.page.getByText(t('ready.asked', { name })).waitFor();
  expect(await checkLayout(host, 'ready-host')).toEqual([]);
  /* Nothing is lost, so nothing is asked. */
  await host.page.getByTestId('skip').click();

  await until(() => match.stage).toBe('fine-tune');
  await goOnTo(t('fine-tune.overtime', { seconds: OVERTIME_SECONDS }));
  await until(() => team().now['fine-tune'].plan).not.toBeNull();
  expect(match.stage).toBe('fine-tune');
  await host.page.getByText(t('console.skip', { next: t('stage.align') })).waitFor();
  for (const page of [ada, host]) expect(page.complaints, page.name).toEqual([]);
});
