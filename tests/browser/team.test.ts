/** Two pages of one lab, one of them on several threads, train one model together in real Chromium, and each says what it did. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { MatchView, RunView } from '../../shared/game/sync/view.ts';
import { openMatch, serveGame } from './served.ts';
import { costOf } from '../../shared/game/stages/data/plan.ts';
import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import { checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;

const served = serveGame();

describe('two pages of one lab', () => {
  it('train one model together', async () => {
    const experiment = { seed: 5, budgetFlops: 2e10, graceSeconds: 20, clockScale: 10, roundRows: 64 };
    const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment });
    const pages: WatchedPage[] = [];
    for (const [index, size] of SIZES.slice(0, 2).entries()) {
      const executor = ['wasm', 'wasm-threads'][index];
      const page = await openPage(
        served.browser,
        size.name,
        `${served.app.url}/?code=${code}&executor=${executor}`,
        size,
      );
      expect(await page.page.evaluate(() => crossOriginIsolated)).toBe(true);
      await pressMain(page);
      await host.until(({ players }) => players.length > index, PATIENCE_MILLIS);
      pages.push(page);
    }
    await host.until(({ players }) => players.every(({ device }) => device !== null), PATIENCE_MILLIS);
    expect(host.view.players.map(({ device }) => device?.backend).toSorted()).toEqual([
      expect.stringMatching(/^wasm \(relaxed SIMD\)$/),
      expect.stringMatching(/^wasm \(relaxed SIMD, \d threads\)$/),
    ]);
    await host.send({ type: 'host/start' });
    for (const stage of ['data', 'scale'] as const) {
      await host.until((view) => view.stage === stage, PATIENCE_MILLIS);
      await host.send({ type: 'host/skip' });
    }
    const isSettled = (run: RunView | null): boolean =>
      run?.status === 'finished' && run.curve.at(-1)?.bitsPerByte !== null;
    const { teams, players } = await host.until(
      (view) => isSettled(view.teams[0].runs.pretrain),
      PATIENCE_MILLIS,
    );
    const run = teams[0].runs.pretrain;
    expect(run?.workers.map(({ playerId }) => playerId).toSorted()).toEqual(
      players.map(({ id }) => id).toSorted(),
    );
    expect(run?.workers.every(({ tokens }) => tokens > 0)).toBe(true);
    expect(run?.curve.at(-1)?.bitsPerByte).toBeLessThan(run?.curve[0].bitsPerByte ?? 0);
    for (const { page } of pages) {
      const list = page.getByRole('region', { name: t('engine.contributions') });
      expect(await list.getByRole('listitem').allInnerTexts()).toHaveLength(2);
      for (const { name } of players) expect(await list.innerText()).toContain(name);
    }
    for (const page of pages) expect(await checkLayout(page, 'team-training')).toEqual([]);
    for (const { name, complaints } of pages) expect(complaints, name).toEqual([]);
    await host.close();
  });

  it('fill one basket at the same time, and see what each other would choose', async () => {
    const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 20, clockScale: 10 };
    const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment });
    const until = (wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MILLIS);
    const [ada, bo] = await Promise.all(
      ['basket-ada', 'basket-bo'].map((name, index) =>
        openPage(served.browser, name, `${served.app.url}/?code=${code}&executor=wasm`, SIZES[index]),
      ),
    );
    await pressMain(ada);
    await until(({ players }) => players.length === 1);
    await pressMain(bo);
    const { players } = await until((view) => view.players.length === 2);
    const [adaName, boName] = players.map(({ name }) => name);
    await host.send({ type: 'host/start' });
    const offer = ({ page }: WatchedPage, kind: CorpusKind, portion: 'half' | 'whole') =>
      page
        .locator('.dataset', { hasText: t(`kind.${kind}.about`) })
        .getByRole('radio', { name: new RegExp(`^${t(`portion.${portion}`)}`) });

    await offer(ada, 'stories', 'whole').check();
    await expect.poll(() => offer(bo, 'stories', 'whole').isChecked()).toBe(true);
    /* Bo by keyboard, Ada by touch, at once. */
    await Promise.all([
      offer(ada, 'web', 'half').check(),
      offer(bo, 'posts', 'half')
        .focus()
        .then(() => bo.page.keyboard.press('Space')),
    ]);
    const both = { stories: 'whole', web: 'half', posts: 'half' } as const;
    const bought = await until(({ teams }) => Object.keys(teams[0].own?.basket.by ?? {}).length === 3);
    expect(bought.teams[0].own?.basket.plan.purchases).toEqual(both);
    const coins = t('data.coinsLeft', { coins: DATA_BUDGET_COINS - costOf(both) });
    for (const [{ page }, mate] of [
      [ada, boName],
      [bo, adaName],
    ] as const) {
      await page.getByTestId('main-action').getByText(coins).waitFor();
      expect(await page.getByRole('region', { name: t('basket.heading') }).innerText()).toContain(
        `(${mate})`,
      );
    }
    for (const page of [ada, bo]) expect(await checkLayout(page, 'team-basket')).toEqual([]);

    await pressMain(ada);
    await pressMain(ada);
    await bo.page.getByText(t('proposal.by', { name: adaName })).waitFor();
    await pressMain(bo);
    await bo.page.getByTestId('main-action').getByText(t('proposal.agree')).waitFor();
    expect(await checkLayout(bo, 'team-agree')).toEqual([]);
    await pressMain(bo);
    const agreed = await until(({ teams }) => teams[0].committed.includes('data'));
    expect(agreed.teams[0].own?.plans.data?.purchases).toEqual(both);
    for (const { page } of [ada, bo]) await page.getByText(t('proposal.committed')).waitFor();

    await host.send({ type: 'host/skip' });
    const tiny = ({ page }: WatchedPage) =>
      page.getByRole('radio', { name: new RegExp(`^${t('size.tiny')}:`) });
    await tiny(bo).check();
    await ada.page.getByText(t('proposal.leans', { name: boName })).waitFor();
    expect(await checkLayout(ada, 'team-drafts')).toEqual([]);
    await ada.page.getByRole('button', { name: t('proposal.load') }).click();
    expect(await tiny(ada).isChecked()).toBe(true);
    await until(({ teams }) => teams[0].own?.drafts.length === 2);
    await host.send({ type: 'host/skip' });
    for (const { page } of [ada, bo]) await page.getByText(t('proposal.lastWord')).waitFor();
    const { teams } = await until(({ stage }) => stage === 'pretrain');
    expect(teams[0].own?.plans.scale?.size).toBe('tiny');
    for (const { name, complaints } of [ada, bo]) expect(complaints, name).toEqual([]);
    await host.close();
  });
});
