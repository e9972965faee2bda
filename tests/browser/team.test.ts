/** Two pages of one lab, one of them on several threads, train one model together in real Chromium, and each says what it did. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import { openMatch, serveGame } from './served.ts';
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
});
