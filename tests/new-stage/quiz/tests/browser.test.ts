/** The quiz in Chromium: a phone decides it, and the host sees it on the projector and on the console. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { joinAs, serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

const served = serveGame();

describe('the quiz on pages', () => {
  it('is asked, decided and told', async () => {
    const { app, browser } = served;
    const host = await openPage(browser, 'quiz-host', `${app.url}/host`, SIZES[2]);
    await host.page.getByLabel(t('host.preset.short')).check({ force: true });
    await pressMain(host);
    const code = (await host.page.locator('.console-code').innerText()).replace(/\s/g, '');
    const ada = await openPage(browser, 'quiz-player', `${app.url}/?code=${code}&executor=wasm`, SIZES[0]);
    await pressMain(ada);
    await ada.page.locator('.lab[data-stage="lobby"]').waitFor();
    const bo = await joinAs(app.url, code, 'Bo');
    await host.page.getByText('Bo', { exact: true }).waitFor();
    await pressMain(host);

    const panel = ada.page.locator('.lab[data-stage="quiz"] .panel');
    await panel.getByText(t('quiz.question')).waitFor();
    expect(await checkLayout(ada, 'quiz-asked')).toEqual([]);
    await panel.getByRole('button', { name: t('quiz.sure') }).click();
    await panel.getByText(t('quiz.sureCount', { count: 1 })).waitFor();
    await panel.locator('label', { hasText: t('quiz.no') }).click();
    await pressMain(ada);
    await panel.getByText(t('proposal.committed')).waitFor();

    await host.page.getByText(t('notes.quiz.say')).waitFor();
    expect(await host.page.locator('.lab-status').innerText()).toContain(t('projector.done'));
    await host.page.getByRole('tab', { name: t('host.tabProjector') }).click();
    const wall = host.page.locator('.projector[data-stage="quiz"]');
    await wall.getByText(t('projector.stage.quiz')).waitFor();
    await wall
      .locator('.quiz-wall')
      .getByText(t('quiz.sureCount', { count: 1 }))
      .waitFor();
    await wall.getByText(t('projector.decided', { done: 1, count: 2 })).waitFor();
    await wall.locator('.projector-scene canvas').waitFor();
    expect(await checkLayout(host, 'quiz-wall')).toEqual([]);

    await bo.send({ type: 'plan/propose', proposed: { stage: 'quiz', plan: 'yes' } });
    const right = t('quiz.right', { answer: t('quiz.yes') });
    await wall.locator('.quiz-wall').getByText(right).waitFor();
    await panel.getByRole('status').getByText(right).waitFor();
    expect(await checkLayout(ada, 'quiz-told')).toEqual([]);
    await ada.page.locator('.lab[data-stage="data"]').waitFor();
    expect([...host.complaints, ...ada.complaints]).toEqual([]);
  }, 120_000);
});
