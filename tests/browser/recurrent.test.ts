/** A lab that chose a recurrent model, in real Chromium: it trains a round, is looked into, and learns no adapter. */

import { expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { openMatch, serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE = { timeout: 120_000, interval: 50 };
const [PHONE] = SIZES;
const EXPERIMENT = { budgetFlops: 4e10, graceSeconds: 1, seed: 6, clockScale: 10, roundRows: 64 };

const served = serveGame();

it('is probed, trains, and shows that it has no heads', async () => {
  const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment: EXPERIMENT });
  const ada = await openPage(served.browser, 'ada', `${served.app.url}/?code=${code}&executor=wasm`, PHONE);
  const { page } = ada;
  await pressMain(ada);
  await host.until(({ players }) => players.some(({ device }) => device !== null), PATIENCE.timeout);
  await host.send({ type: 'host/start' });
  await host.send({ type: 'host/skip' });
  await host.until(({ stage, teams }) => stage === 'scale' && !!teams[0].own?.text, PATIENCE.timeout);
  const openTab = (key: Parameters<typeof t>[0]) => page.getByRole('tab', { name: t(key) }).click();
  const overflows: string[] = [];

  await page.getByRole('radio', { name: t('scale.architecture.recurrent') }).check();
  await page.getByText(/passes one memory of \d+ numbers/).waitFor();
  overflows.push(...(await checkLayout(ada, 'scale-recurrent')));

  await openTab('scale.tabProbe');
  await page.getByTestId('start-probe').click();
  const { teams } = await host.until(
    (view) => view.teams[0].probes.some(({ status }) => status === 'measured'),
    PATIENCE.timeout,
  );
  expect(teams[0].probes[0]).toMatchObject({ architecture: 'recurrent' });
  await page
    .locator('.probe-list')
    .getByText(t('probe.sizeRecurrent', { size: t('size.tiny') }))
    .waitFor();

  await pressMain(ada);
  await host.until(({ teams: [team] }) => (team.runs.pretrain?.roundsDone ?? 0) > 1, PATIENCE.timeout);
  expect(host.view.teams[0].own?.plans.scale).toMatchObject({ architecture: 'recurrent' });
  await host.send({ type: 'host/pause' });

  await openTab('pretrain.tabTalk');
  await page.getByTestId('talk-say').click();
  await expect.poll(() => page.locator('.talk-line').first().innerText(), PATIENCE).not.toContain('…');
  await openTab('inside.title');
  await page.getByTestId('inside-no-heads').waitFor(PATIENCE);
  await page.getByTestId('inside-kept').waitFor();
  expect(await page.getByRole('tab', { name: t('inside.tabHeads') }).count()).toBe(0);
  overflows.push(...(await checkLayout(ada, 'inside-recurrent')));
  await openTab('inside.tabWords');
  await page.getByTestId('inside-near').waitFor();
  await openTab('inside.tabPieces');
  await page.getByTestId('inside-pieces').waitFor();
  await openTab('adapter.tab');
  await page.getByText(t('adapter.recurrent')).waitFor();
  expect(overflows).toEqual([]);
  expect(ada.complaints).toEqual([]);
});
