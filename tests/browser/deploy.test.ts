/** The deploy stage on pages: two labs serve a town for a day with a rush, a lab's real model answers all with recipes, and the host sends news. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { DEFAULT_DEPLOY_PLAN } from '../../shared/game/stages/deploy/state.ts';
import { dayOf } from '../../shared/game/stages/deploy/shown.ts';
import { joinAs, openMatch, serveGame } from './served.ts';
import { PUPIL_LESSONS } from '../../shared/serving/models.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

const served = serveGame();
const PATIENCE = 60_000;

/** A model that learns in seconds, and whose cards are recipes alone: it tells how to make some dish whatever it is asked for, and that is no danger. */
const COOK: readonly TeamPlan[] = [
  { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } },
  {
    stage: 'fine-tune',
    plan: {
      style: 'short',
      cards: { facts: 0, recipes: 120, 'small-talk': 0, exercises: 0 },
      replayShare: 0.5,
      evidenceShare: 0,
      toolShare: 0,
      styleLines: false,
      talks: false,
    },
  },
];

describe('the deploy stage on pages', () => {
  it('is tried out and decided on a phone, asked by a town, does no harm with its recipes, is steered from the console, and answers the law', async () => {
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
    const cy = await joinAs(app.url, code, 'Cy');
    await cy.send({ type: 'lobby/switch-team', teamId: 'team-1' });
    await host.until(({ players }) => players.length === 3, PATIENCE);
    await host.send({ type: 'host/start' });
    for (const stage of ['data', 'scale', 'pretrain', 'fine-tune'] as const) {
      await host.until((view) => view.stage === stage, PATIENCE);
      const proposed = COOK.find((plan) => plan.stage === stage);
      if (proposed) await cy.send({ type: 'plan/propose', proposed });
      if (stage === 'pretrain') await host.until(({ teams }) => teams.every(({ ready }) => ready), PATIENCE);
      await host.send({ type: 'host/skip' });
      if (stage !== 'fine-tune') continue;
      await host.until(({ teams }) => teams[0]?.runs[stage]?.status === 'finished', PATIENCE);
      await host.send({ type: 'host/skip' });
    }

    const panel = ada.page.locator('.lab[data-stage="deploy"] .panel');
    await panel.getByText(t('deploy.row.trueShare')).waitFor({ timeout: PATIENCE });
    await panel.locator('.way summary').first().click();
    await panel.getByText(t('deploy.step.gate')).first().waitFor();
    expect(await checkLayout(ada, 'deploy-bench')).toEqual([]);
    /* Her device teaches the small copy, and no other can. */
    const copied = panel.locator('label', { hasText: t('deploy.model.pupil') });
    await copied.click();
    await panel.getByText(t('deploy.pupilByYou')).waitFor({ timeout: PATIENCE });
    expect(await checkLayout(ada, 'deploy-teaching')).toEqual([]);
    const taught = t('deploy.pupilTaughtBy', { devices: PUPIL_LESSONS, server: 0 });
    await panel.getByText(taught).waitFor({ timeout: PATIENCE });
    await panel.getByText(t('deploy.row.pupilShare')).waitFor({ timeout: PATIENCE });
    expect(await checkLayout(ada, 'deploy-taught')).toEqual([]);
    await panel.locator('label', { hasText: t('deploy.model.own') }).click();
    await panel.getByRole('tab', { name: t('deploy.tabTools') }).click();
    await panel.locator('label', { hasText: t('deploy.tools.checked') }).click();
    await panel.getByText(t('deploy.row.toolMalformedShare')).waitFor({ timeout: PATIENCE });
    expect(await checkLayout(ada, 'deploy-tools')).toEqual([]);
    await panel.getByRole('tab', { name: t('deploy.tabServing') }).click();
    await panel.getByText(t('deploy.forecast')).waitFor();
    await panel.locator('label', { hasText: t('deploy.cache.on') }).click();
    await panel.locator('label', { hasText: t('deploy.machineRange', { least: 1, most: 4 }) }).click();
    await panel.locator('label', { hasText: t('deploy.balancing.turns') }).click();
    await panel.getByText(t('deploy.balancingMeaning.turns')).waitFor();
    expect(await checkLayout(ada, 'deploy-serving')).toEqual([]);
    await panel.locator('label', { hasText: t('deploy.place.phones') }).click();
    await panel.getByText(t('deploy.compare.cost')).waitFor();
    expect(await panel.locator('input[name="replicas"]').count()).toBe(0);
    expect(await checkLayout(ada, 'deploy-phones')).toEqual([]);
    await panel.locator('label', { hasText: t('deploy.place.cloud') }).click();
    await pressMain(ada);
    const proposed = { stage: 'deploy', plan: DEFAULT_DEPLOY_PLAN } as const;
    await bo.send({ type: 'plan/propose', proposed });
    await cy.send({
      type: 'plan/propose',
      proposed: {
        ...proposed,
        plan: {
          ...DEFAULT_DEPLOY_PLAN,
          tools: 'checked',
          cache: true,
          replicas: 'auto',
          balancing: 'turns',
        },
      },
    });

    const hourIs = (hour: number) => host.until((view) => dayOf(view)?.hoursDone === hour, PATIENCE);
    await hourIs(1);
    await panel.getByText(t('deploy.day')).waitFor();
    expect(dayOf(host.view)?.labs[0]?.incidents).toBe(0);
    await panel.getByText(t('deploy.noIncidents')).waitFor();
    expect(await checkLayout(ada, 'deploy-first-hour')).toEqual([]);
    await host.send({ type: 'host/town-event', event: 'news' });
    await panel.getByRole('button', { name: t('deploy.respond.tighten') }).click();
    await panel.getByText(t('deploy.responded.tighten')).waitFor();
    await host.send({ type: 'host/skip' });
    await hourIs(2);
    const events = dayOf(host.view)?.hour?.events;
    expect(events).toEqual(['spike', 'news']);
    await panel.getByText(t('deploy.event.news')).waitFor();
    expect(await checkLayout(ada, 'deploy-spike')).toEqual([]);
    for (const event of ['labels', 'suit'] as const) await host.send({ type: 'host/town-event', event });
    await host.send({ type: 'host/skip' });
    await hourIs(3);
    await panel.getByRole('heading', { name: t('deploy.law'), exact: true }).waitFor();
    await panel.getByRole('button', { name: t('deploy.respond.mark') }).click();
    await panel.getByText(t('deploy.responded.mark')).waitFor();
    expect(await checkLayout(ada, 'deploy-law')).toEqual([]);
    await host.send({ type: 'host/skip' });
    await hourIs(4);
    await host.send({ type: 'host/skip' });
    await host.until(({ stage }) => stage === 'arena', PATIENCE);
    expect(ada.complaints).toEqual([]);
  }, 240_000);
});
