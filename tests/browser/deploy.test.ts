/** The deploy stage on pages: two labs serve a town for a day with a rush, and the host sends news; the models are real, if hardly trained. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { DEFAULT_DEPLOY_PLAN } from '../../shared/game/stages/deploy/state.ts';
import type { DeployView } from '../../shared/game/stages/deploy/view.ts';
import { joinAs, openMatch, serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

const served = serveGame();
const PATIENCE = 60_000;

describe('the deploy stage on pages', () => {
  it('is tried out and decided on a phone, asked by a town, and steered from the console', async () => {
    const { app, browser } = served;
    const { code, host } = await openMatch(app.url, {
      teamCount: 2,
      leftOut: ['align', 'test'],
      experiment: { seed: 5, budgetFlops: 3e9, clockScale: 10 },
    });
    const ada = await openPage(browser, 'deploy-player', `${app.url}/?code=${code}&executor=wasm`, SIZES[0]);
    await pressMain(ada);
    await ada.page.locator('.lab[data-stage="lobby"]').waitFor();
    const bo = await joinAs(app.url, code, 'Bo');
    await host.until(({ players }) => players.length === 2, PATIENCE);
    await host.send({ type: 'host/start' });
    for (const stage of ['data', 'scale', 'pretrain', 'fine-tune'] as const) {
      await host.until((view) => view.stage === stage, PATIENCE);
      if (stage === 'pretrain') await host.until(({ teams }) => teams.every(({ ready }) => ready), PATIENCE);
      await host.send({ type: 'host/skip' });
      if (stage === 'fine-tune') await host.send({ type: 'host/skip' });
    }

    const panel = ada.page.locator('.lab[data-stage="deploy"] .panel');
    await panel.getByText(t('deploy.row.trueShare')).waitFor({ timeout: PATIENCE });
    await panel.locator('.way summary').first().click();
    await panel.getByText(t('deploy.step.gate')).first().waitFor();
    expect(await checkLayout(ada, 'deploy-bench')).toEqual([]);
    await panel.getByRole('tab', { name: t('deploy.tabServing') }).click();
    await panel.getByText(t('deploy.forecast')).waitFor();
    await panel.locator('label', { hasText: t('deploy.cache.on') }).click();
    expect(await checkLayout(ada, 'deploy-serving')).toEqual([]);
    await pressMain(ada);
    await bo.send({ type: 'plan/propose', proposed: { stage: 'deploy', plan: DEFAULT_DEPLOY_PLAN } });

    const hourIs = (hour: number) => host.until((view) => dayOf(view)?.hoursDone === hour, PATIENCE);
    await hourIs(1);
    await panel.getByText(t('deploy.day')).waitFor();
    await host.send({ type: 'host/town-event', event: 'news' });
    await panel.getByRole('button', { name: t('deploy.respond.tighten') }).click();
    await panel.getByText(t('deploy.responded.tighten')).waitFor();
    await host.send({ type: 'host/skip' });
    await hourIs(2);
    const events = dayOf(host.view)?.hour?.events;
    expect(events).toEqual(['spike', 'news']);
    await panel.getByText(t('deploy.event.news')).waitFor();
    expect(await checkLayout(ada, 'deploy-day')).toEqual([]);
    for (const hour of [3, 4]) {
      await host.send({ type: 'host/skip' });
      await hourIs(hour);
    }
    await host.send({ type: 'host/skip' });
    await host.until(({ stage }) => stage === 'arena', PATIENCE);
    expect(ada.complaints).toEqual([]);
  }, 180_000);
});

const dayOf = ({ views }: { views: object }): DeployView | undefined =>
  (views as { deploy?: DeployView }).deploy;
