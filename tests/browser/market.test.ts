/** The market in real Chromium: a phone looks into a dataset, bids by keyboard, cuts a sentence, and finds leaks that cleaning takes away. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { openMatch, joinAs, serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;

const served = serveGame();

describe('the market', () => {
  it('is looked into, bid for, cut and checked for leaks', async () => {
    const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.5, clockScale: 10 };
    const { code, host } = await openMatch(served.app.url, { teamCount: 2, experiment });
    const until = (wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MILLIS);
    const ada = await openPage(
      served.browser,
      'market',
      `${served.app.url}/?code=${code}&executor=wasm`,
      SIZES[0],
    );
    const { page } = ada;
    await pressMain(ada);
    await until(({ players }) => players.length === 1);
    const bo = await joinAs(served.app.url, code, 'Bo');
    await host.send({ type: 'host/start' });

    /* By keyboard alone: the slider one coin up, then the button. */
    await page.getByLabel(t('auction.bid')).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByTestId('auction-bid').focus();
    await page.keyboard.press('Enter');
    const sealed = await until(({ auction }) => auction?.spoken === 1);
    expect(sealed.teams.map(({ own }) => own?.bid?.coins ?? null)).toEqual([21, null]);
    expect(await checkLayout(ada, 'market-buy')).toEqual([]);

    const web = page.locator('.dataset', { hasText: t('kind.web.about') });
    await web.getByRole('button', { name: t('data.read') }).click();
    const drawer = page.getByRole('dialog', { name: t('drawer.title', { kind: t('kind.web') }) });
    await drawer.locator('.document').first().waitFor();
    await drawer.getByRole('tab', { name: t('drawer.view.search') }).click();
    await drawer.getByLabel(t('drawer.searchFor')).fill('CHEAP');
    await page.keyboard.press('Enter');
    await drawer.locator('mark').first().waitFor();
    expect((await drawer.locator('mark').first().innerText()).toLowerCase()).toBe('cheap');
    expect(await checkLayout(ada, 'market-search')).toEqual([]);
    await drawer.getByRole('tab', { name: t('drawer.view.words') }).click();
    await drawer.locator('.word-bars li').first().waitFor();
    expect(await drawer.locator('.word-bars li').first().innerText()).toMatch(/^the\s+\d+/);
    expect(await checkLayout(ada, 'market-words')).toEqual([]);
    await drawer.getByRole('tab', { name: t('drawer.view.copies') }).click();
    await drawer.locator('.copy-pair').first().waitFor();
    expect(await checkLayout(ada, 'market-copies')).toEqual([]);
    await page.keyboard.press('Escape');

    await bo.send({ type: 'auction/bid', coins: null });
    await page.getByText(t('auction.yours')).waitFor();
    const { auction } = await until((view) => view.auction?.outcome !== null);
    expect(auction?.outcome?.coins).toBe(21);
    await web.getByRole('radio', { name: t('portion.whole') }).check();

    await page.getByRole('tab', { name: t('data.tabMix') }).click();
    await page.getByText(t('bench.title')).click();
    await page.getByTestId('bench-go').click();
    await page.locator('.bench-name').nth(2).waitFor();
    expect(await page.locator('.bench-list').first().locator('li').count()).toBe(3);
    await page.getByText(t('leak.title')).click();
    const leaked = async (): Promise<number> => {
      const found = page.getByText(/held-out pages \(\d+/);
      return Number(/^\d+/.exec(await found.innerText())?.[0]);
    };
    await page.getByTestId('leak-go').click();
    await page.getByText(/held-out pages \(\d+/).waitFor();
    const before = await leaked();
    expect(before).toBeGreaterThan(5);
    expect(await checkLayout(ada, 'market-mix')).toEqual([]);

    await page.getByRole('tab', { name: t('cleaning.tab') }).click();
    await page.getByRole('radio', { name: t('cleaning.tool.copies') }).check();
    await page.getByRole('radio', { name: t('cleaning.on'), exact: true }).check();
    await page.getByRole('tab', { name: t('data.tabMix') }).click();
    await page.getByText(t('leak.title')).click();
    await page.getByTestId('leak-go').click();
    await page.getByText(/held-out pages \(\d+/).waitFor();
    expect(await leaked()).toBeLessThan(before / 2);

    await pressMain(ada);
    const decided = await until(({ teams }) => teams.some(({ committed }) => committed.includes('data')));
    const mine = decided.teams.find(({ own }) => own?.plans.data);
    expect(mine?.own?.plans.data?.purchases).toMatchObject({
      web: 'whole',
      [auction?.kind ?? '']: 'archive',
    });
    expect(ada.complaints).toEqual([]);
    await bo.close();
    await host.close();
  });

  it('keeps what was bought, though nobody proposed it before the clock decided', async () => {
    const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.5, clockScale: 0.15 };
    const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment });
    const until = (wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MILLIS);
    const address = `${served.app.url}/?code=${code}&executor=wasm`;
    const ada = await openPage(served.browser, 'late', address, SIZES[0]);
    await pressMain(ada);
    await until(({ players }) => players.length === 1);
    await host.send({ type: 'host/start' });
    const web = ada.page.locator('.dataset', { hasText: t('kind.web.about') });
    await web.getByRole('radio', { name: t('portion.whole') }).check();
    await ada.page.getByText(t('proposal.lastWord')).waitFor();
    const { teams } = await until(({ stage }) => stage !== 'data');
    expect(teams[0].own?.plans.data?.purchases).toEqual({ web: 'whole' });
    expect(teams[0].defaulted).toEqual([]);
    expect(ada.complaints).toEqual([]);
    await host.close();
  });
});
