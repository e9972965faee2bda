/** One page, two matches: what a player saw, chose and typed in the first one is nowhere in the second, and can't be proposed there. */

import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import type { Connection } from '../../client/bots/connection.ts';
import { openMatch, serveGame } from './served.ts';
import { LOOK_MILLIS, openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 60_000;

const served = serveGame();

const until = (host: Connection, wish: (view: MatchView) => boolean): Promise<MatchView> =>
  host.until(wish, PATIENCE_MILLIS);

const datasetCard = (page: Page) => page.locator('.dataset', { hasText: t('kind.web.about') });

/** What the drawer shows of the web's first pages. */
async function readDrawer(page: Page): Promise<string[]> {
  await datasetCard(page)
    .getByRole('button', { name: t('data.read') })
    .click();
  const drawer = page.getByRole('dialog', { name: t('drawer.title', { kind: t('kind.web') }) });
  await drawer.locator('.document').first().waitFor();
  const documents = await drawer.locator('.document').allInnerTexts();
  await page.keyboard.press('Escape');
  return documents;
}

/** The page that waits to be labelled. */
async function readLabelCard(page: Page): Promise<string> {
  const card = page.getByTestId('label-card').locator('.label-text');
  await card.waitFor();
  return card.innerText();
}

describe('a second match in the same page', () => {
  it('begins with nothing of the first', async () => {
    const experiment = { budgetFlops: 3e9, graceSeconds: 0.5, roundRows: 32 };
    const first = await openMatch(served.app.url, {
      teamCount: 1,
      experiment: { ...experiment, seed: 5, clockScale: 10 },
    });
    const second = await openMatch(served.app.url, {
      teamCount: 1,
      experiment: { ...experiment, seed: 9, clockScale: 0.3 },
    });
    const address = `${served.app.url}/?code=${first.code}&executor=wasm`;
    const ada = await openPage(served.browser, 'second-match', address, SIZES[1]);
    const { page } = ada;

    await pressMain(ada);
    const { players } = await until(first.host, (view) => view.players.length === 1);
    await first.host.send({ type: 'host/start' });
    await datasetCard(page)
      .getByRole('radio', { name: t('portion.whole') })
      .check();
    const documents = await readDrawer(page);
    await page.getByRole('tab', { name: t('cleaning.tab') }).click();
    const labelled = await readLabelCard(page);
    await page.waitForTimeout(LOOK_MILLIS);
    await page.getByTestId('label-keep').click();
    await until(first.host, ({ teams }) => Object.keys(teams[0].own?.labels ?? {}).length === 1);
    await page.getByTestId('label-undo').waitFor();
    await page.getByRole('tab', { name: t('ownText.tab') }).click();
    await page.getByLabel(t('ownText.label')).fill('A text that was meant for the first match.');
    await page.getByRole('tab', { name: t('data.tabMix') }).click();
    await page.getByRole('radio', { name: '256' }).check();

    await first.host.send({ type: 'host/remove', playerId: players[0].id });
    await page.getByRole('button', { name: t('connection.toStart') }).click();
    await page.getByLabel(t('join.code')).fill(second.code);
    await pressMain(ada);
    await until(second.host, (view) => view.players.length === 1);
    await second.host.send({ type: 'host/start' });

    /* Soft, so that all that leaks is told at once. */
    const tab = (name: string) => page.getByRole('tab', { name });
    await tab(t('data.tabBuy')).waitFor();
    expect.soft(await tab(t('data.tabBuy')).getAttribute('aria-selected'), 'the tab').toBe('true');
    await tab(t('data.tabBuy')).click();
    const basket = page.getByRole('group', { name: t('data.buyLegend', { kind: t('kind.web') }) });
    const none = basket.getByRole('radio', { name: t('portion.none') });
    expect.soft(await none.isChecked(), 'an empty basket').toBe(true);
    const shared = (await readDrawer(page)).filter((text) => documents.includes(text));
    expect.soft(shared, 'documents').toEqual([]);
    await tab(t('cleaning.tab')).click();
    expect.soft(await readLabelCard(page), 'the page to label').not.toBe(labelled);
    expect.soft(await page.getByTestId('label-undo').count(), 'a label to take back').toBe(0);
    await tab(t('ownText.tab')).click();
    expect.soft(await page.getByLabel(t('ownText.label')).inputValue(), 'what was being typed').toBe('');
    await tab(t('data.tabMix')).click();
    const pieces = page.getByRole('radio', { name: '256' });
    expect.soft(await pieces.isChecked(), 'the size of the vocabulary').toBe(false);
    const propose = page.getByTestId('main-action');
    expect.soft(await propose.isDisabled(), 'nothing to propose').toBe(true);

    /* Nobody bought anything here, so nobody's last word is said for them. */
    const { teams } = await until(second.host, ({ stage }) => stage !== 'data');
    expect.soft(teams[0].defaulted, 'the clock decides').toEqual(['data']);
    expect(ada.complaints).toEqual([]);
    await first.host.close();
    await second.host.close();
  });
});
