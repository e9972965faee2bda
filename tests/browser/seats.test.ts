/** What happens to phones: they freeze, lose their network, are opened twice, or their network blocks sockets. The seat stays. */

import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { CuttingProxy } from '../faults/cutting-proxy.ts';
import { joinAs, openMatch, serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

const PATIENCE_MS = 60_000;
const FROZEN_MS = 60_000;
/** From the moment that the server can be reached again. */
const MOST_RETURN_MS = 3_000;
/** Until both ends have noticed that a line is dead, and until the page says that sockets are blocked. */
const MOST_NOTICE_MS = 15_000;
const MOST_SILENCE_MS = 10_000;
const [PHONE, LAPTOP] = SIZES;

const served = serveGame();
const banner = (page: Page) => page.locator('.offline');
const seatsIn = ({ players }: MatchView) => players.map(({ id, name, teamId }) => ({ id, name, teamId }));

/** A player in a lobby, on a network of its own. */
async function joined() {
  const network = await CuttingProxy.to(served.app.port);
  const { code, host } = await openMatch(served.app.url, { teamCount: 2, experiment: { clockScale: 10 } });
  const phone = await openPage(served.browser, 'phone', `${network.url}/?code=${code}`, PHONE);
  onTestFinished(async () => {
    await phone.page.context().close();
    host.close();
    await network.close();
  });
  await pressMain(phone);
  const view = await host.until(({ players: [first] }) => first?.device != null, PATIENCE_MS);
  return { network, code, host, phone, seats: seatsIn(view) };
}

async function isBack({ page }: WatchedPage): Promise<void> {
  await page.locator('.lab').waitFor();
  await banner(page).waitFor({ state: 'detached' });
}

describe('a seat', () => {
  it('is had by a page that drew a name which somebody took before it came in', async () => {
    const { code, host } = await openMatch(served.app.url, { teamCount: 2, experiment: { clockScale: 10 } });
    const { page } = await openPage(served.browser, 'late', `${served.app.url}/?code=${code}`, PHONE);
    onTestFinished(async () => {
      await page.context().close();
      host.close();
    });
    const drawn = await page.getByLabel(t('join.name')).inputValue();
    const first = await joinAs(served.app.url, code, drawn);
    await page.getByTestId('main-action').click();
    const { players } = await host.until((view) => view.players.length === 2, PATIENCE_MS);
    expect(new Set(players.map(({ name }) => name)).size).toBe(2);
    await first.close();
  });

  it('is found again by a phone that was frozen for a minute', async () => {
    const { host, phone, seats } = await joined();
    const devtools = await phone.page.context().newCDPSession(phone.page);
    await devtools.send('Page.enable');
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, FROZEN_MS));
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    const startMs = performance.now();
    await host.until(({ players }) => players[0]?.connected === true, PATIENCE_MS);
    await isBack(phone);
    expect(performance.now() - startMs).toBeLessThan(MOST_RETURN_MS);
    expect(seatsIn(host.view)).toEqual(seats);
    await host.send({ type: 'host/start' });
    await phone.page.locator('.lab[data-stage="data"]').waitFor({ timeout: MOST_RETURN_MS });
  });

  it('is found again over a line that fell silent without being closed', async () => {
    const { network, host, phone, seats } = await joined();
    network.fallSilent();
    const startMs = performance.now();
    await banner(phone.page).waitFor({ timeout: MOST_NOTICE_MS });
    await isBack(phone);
    expect(performance.now() - startMs).toBeLessThan(MOST_NOTICE_MS + MOST_RETURN_MS);
    await host.until(({ players }) => players[0]?.connected === true, PATIENCE_MS);
    expect(seatsIn(host.view)).toEqual(seats);
  });

  it('is found again at once when a silent phone is looked at', async () => {
    const { network, phone } = await joined();
    network.fallSilent();
    const startMs = performance.now();
    await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await banner(phone.page).waitFor();
    await isBack(phone);
    expect(performance.now() - startMs).toBeLessThan(MOST_RETURN_MS);
  });

  it('that is open in another tab is asked for, not stolen', async () => {
    const { host, phone, seats } = await joined();
    const second = await phone.page.context().newPage();
    await second.goto(phone.page.url());
    await second.getByText(t('connection.openElsewhere')).waitFor();
    expect(await phone.page.locator('.lab').isVisible()).toBe(true);
    expect(await checkLayout({ ...phone, name: 'second-tab', page: second }, 'open-elsewhere')).toEqual([]);
    await second.getByTestId('main-action').click();
    await second.locator('.lab').waitFor();
    await phone.page.getByText(t('errors.client/replaced')).waitFor();
    expect(seatsIn(host.view)).toEqual(seats);
  });

  it('is found again by a reload without a question', async () => {
    const { host, phone, seats } = await joined();
    await phone.page.reload();
    await phone.page.locator('.lab').waitFor({ timeout: MOST_RETURN_MS });
    expect(seatsIn(host.view)).toEqual(seats);
  });

  it('of a host who closed the tab is offered at the plain address', async () => {
    const host = await openPage(served.browser, 'host', `${served.app.url}/host`, LAPTOP);
    await pressMain(host);
    const code = host.page.locator('.console-code');
    await code.waitFor();
    const shown = await code.innerText();
    const again = await host.page.context().newPage();
    await host.page.close();
    await again.goto(`${served.app.url}/host`);
    await again.getByRole('button', { name: t('host.resume', { code: shown }) }).click();
    await again.locator('.console-code').waitFor();
    expect(await again.locator('.console-code').innerText()).toBe(shown);
    await again.context().close();
  });
});

describe('a network that blocks sockets', () => {
  it('is named within ten seconds, and waited for', async () => {
    const { network, host, phone, seats } = await joined();
    network.blocksWebSockets = true;
    network.cut();
    const startMs = performance.now();
    await phone.page.getByText(t('errors.client/sockets_blocked')).waitFor({ timeout: MOST_SILENCE_MS });
    expect(performance.now() - startMs).toBeLessThan(MOST_SILENCE_MS);
    expect(await checkLayout(phone, 'sockets-blocked')).toEqual([]);
    network.blocksWebSockets = false;
    await isBack(phone);
    await host.until(({ players }) => players[0]?.connected === true, PATIENCE_MS);
    expect(seatsIn(host.view)).toEqual(seats);
  });
});
