/** One player probes, bets, trains, steers and goes back in real Chromium, by keyboard where it counts; a host projects it. */

import { describe, expect, it } from 'vitest';
import type { MatchService } from '../../server/match/authority.ts';
import { SLIDER } from '../../client/stages/scale/bet-range.ts';
import { t } from '../../client/i18n/t.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import type { Team } from '../../shared/game/match.ts';
import { PROBE_SHARES } from '../../shared/game/stages/scale/state.ts';
import { serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 11,
  budgetFlops: 2e11,
  graceSeconds: 1,
  clockScale: 10,
  roundRows: 64,
};
const PATIENCE = { timeout: 60_000, interval: 50 };
const [PHONE, LAPTOP] = SIZES;

const served = serveGame();
let host: WatchedPage;
let ada: WatchedPage;
let service: MatchService;
const overflows: string[] = [];

const team = (): Team => Object.values(service.match.teams)[0];
const measured = (): number => team().now.scale.probes.filter(({ status }) => status === 'measured').length;
const openTab = (key: Parameters<typeof t>[0]): Promise<void> =>
  ada.page.getByRole('tab', { name: t(key) }).click();
const look = async (moment: string): Promise<void> => {
  overflows.push(...(await checkLayout(ada, moment)));
  overflows.push(...(await checkLayout({ ...host, name: 'projector' }, moment)));
};

describe('scale and pretrain in Chromium', () => {
  it('begin with text that is ready for probes', async () => {
    host = await openPage(served.browser, 'host', `${served.app.url}/host`, LAPTOP);
    await host.page.route(`**${ROUTES.createMatch}`, (route, request) =>
      route.continue({
        postData: JSON.stringify({
          ...(request.postDataJSON() as CreateMatchBody),
          experiment: EXPERIMENT,
          teamCount: 1,
        }),
      }),
    );
    const answered = host.page.waitForResponse(`**${ROUTES.createMatch}`);
    await pressMain(host);
    const { code } = (await (await answered).json()) as CreateMatchReply;
    const hosted = served.app.directory.byCode(code);
    if (!hosted) throw new Error(`no match ${code}`);
    service = hosted.service;
    ada = await openPage(served.browser, 'ada', `${served.app.url}/?code=${code}&executor=wasm`, PHONE);
    await pressMain(ada);
    await expect
      .poll(() => Object.values(service.match.players)[0]?.device?.backend, PATIENCE)
      .toMatch(/^wasm/);
    service.submit({ type: 'host/start' }, { kind: 'host' });
    service.submit({ type: 'host/skip' }, { kind: 'host' });
    await host.page.getByRole('tab', { name: t('host.tabProjector') }).click();
    await expect.poll(() => team().now.data.text?.datasets.length ?? 0, PATIENCE).toBeGreaterThan(3);
  });

  it('three probes land on the plot, started by keyboard, and a line is drawn to the big run', async () => {
    await openTab('scale.tabProbe');
    const button = ada.page.getByTestId('start-probe');
    for (const [index, share] of PROBE_SHARES.slice(0, 3).entries()) {
      const label = t('probe.shareOf', { parts: Math.round(1 / share) });
      await ada.page.getByRole('radio', { name: label, exact: true }).check();
      await expect.poll(() => button.isEnabled(), PATIENCE).toBe(true);
      await button.focus();
      await ada.page.keyboard.press('Enter');
      await expect.poll(measured, PATIENCE).toBe(index + 1);
    }
    await ada.page
      .getByText(/the big run will guess like|no line is drawn/)
      .first()
      .waitFor();
    await look('scale-probes');
  });

  it('a bet is agreed with the size', async () => {
    await openTab('scale.tabBet');
    await ada.page.getByRole('slider', { name: t('bet.slider') }).focus();
    await ada.page.keyboard.press('ArrowRight');
    await openTab('scale.tabSize');
    await ada.page.getByRole('radio', { name: new RegExp(`^${t('size.tiny')}:`) }).check();
    await pressMain(ada);
    await expect.poll(() => team().now.scale.plan?.bet, PATIENCE).toBeCloseTo(SLIDER.middle + SLIDER.step);
    await expect.poll(() => service.match.stage, PATIENCE).toBe('pretrain');
  });

  it('the rate is halved, and the lab goes back to a checkpoint that it finds in the film', async () => {
    const checkpoints = () => team().now.pretrain.run?.checkpoints.length ?? 0;
    await expect.poll(checkpoints, PATIENCE).toBeGreaterThanOrEqual(2);
    await openTab('pretrain.tabSteer');
    await ada.page.getByRole('radio', { name: t('pretrain.rate.0.5') }).check();
    await ada.page.getByTestId('propose-rate').click();
    await expect.poll(() => team().now.pretrain.run?.rateFactor, PATIENCE).toBe(0.5);
    await openTab('pretrain.tabWatch');
    const slider = ada.page.getByRole('slider', { name: t('pretrain.filmSlider') });
    await slider.focus();
    await ada.page.keyboard.press('Home');
    await ada.page.keyboard.press('ArrowRight');
    await look('pretrain-film');
    await ada.page.getByTestId('go-back').click();
    await expect.poll(() => team().now.pretrain.run?.abandoned.length, PATIENCE).toBe(1);
  });

  it('the bet is told when the run is over, and nothing stuck out or complained on the way', async () => {
    await openTab('pretrain.tabSteer');
    for (const button of ['stop-early', 'stop-yes']) await ada.page.getByTestId(button).click();
    await openTab('pretrain.tabWatch');
    await ada.page.getByText(/the referee measured/).waitFor();
    await look('pretrain-end');
    /* The run's end is in the class's plot, beside the line that foretold it. */
    await expect.poll(() => service.match.stage, PATIENCE).toBe('fine-tune');
    await host.page.getByText(t('probe.bigRunMark'), { exact: true }).waitFor();
    await look('scale-stars');
    expect(overflows).toEqual([]);
    expect([...ada.complaints, ...host.complaints]).toEqual([]);
  });
});
