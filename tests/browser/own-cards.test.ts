/** A player writes cards in real Chromium: bad ones are told why, good ones train the model, and none leaves the page. Then votes are judged in one sentence. */

import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { MIN_PAIRS } from '../../shared/game/stages/align/preferences.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { openMatch, serveGame } from './served.ts';
import { checkLayout, LOOK_MILLIS, openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;
/** A word that nothing else in the game holds. */
const SECRET = 'xylophonist';

const served = serveGame();

function sentBy(page: Page): Buffer[] {
  const sent: Buffer[] = [];
  page.on('request', (request) => {
    const body = request.postDataBuffer();
    sent.push(Buffer.from(request.url()), body ?? Buffer.alloc(0));
  });
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => void sent.push(Buffer.from(payload))),
  );
  return sent;
}

async function writeCard(page: Page, question: string, answer: string): Promise<void> {
  await page.getByTestId('own-card-question').fill(question);
  await page.getByTestId('own-card-answer').fill(answer);
  await page.getByTestId('own-card-add').click();
}

describe('own cards', () => {
  it('train the model and stay on the device; the verdict on votes names its cause', async () => {
    const experiment = { seed: 5, budgetFlops: 1e10, graceSeconds: 20, clockScale: 10 };
    const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment });
    const until = (wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MILLIS);
    const address = `${served.app.url}/?code=${code}&executor=wasm`;
    const ada = await openPage(served.browser, 'own-cards', address, SIZES[0]);
    const { page } = ada;
    const sent = sentBy(page);
    await page.reload();
    await pressMain(ada);
    await until(({ players }) => players.some(({ device }) => device !== null));
    await host.send({ type: 'host/start' });
    for (const stage of ['data', 'scale'] as const) {
      await until((view) => view.stage === stage);
      await host.send({ type: 'host/skip' });
    }
    await until(({ stage }) => stage === 'fine-tune');

    await page.getByRole('tab', { name: t('fine-tune.tabOwn') }).click();
    await writeCard(page, 'Who is our teacher', 'A goat.');
    await page.getByText(t('ownCards.problem.no_question_mark')).waitFor();
    expect(await checkLayout(ada, 'own-cards-problem')).toEqual([]);
    await writeCard(page, 'Who is our teacher?', `A ${SECRET}.`);
    await page.getByText(`A ${SECRET}.`).waitFor();
    await writeCard(page, 'What is for lunch?', 'Tea.');
    await page.getByText('What is for lunch?').waitFor();
    await until(({ players }) => players.every(({ addsOwnText }) => addsOwnText));
    expect(await checkLayout(ada, 'own-cards')).toEqual([]);
    await host.send({ type: 'host/skip' });
    await until(({ teams }) => teams[0].runs['fine-tune']?.status === 'finished');
    await page.getByRole('tab', { name: t('fine-tune.tabOwn') }).click();
    await page.getByTestId('privacy-spent').waitFor();
    expect(sent.some((bytes) => bytes.includes(SECRET))).toBe(false);

    await until(({ stage }) => stage === 'align');
    await until(({ pairs }) => pairs > 0);
    for (let rated = 0; rated < MIN_PAIRS; rated++) {
      await page
        .getByText(t('align.rated', { count: rated, total: host.view?.pairs ?? 0 }).slice(0, 12))
        .waitFor();
      await page.waitForTimeout(LOOK_MILLIS);
      await page.getByTestId('answer-a').click();
    }
    await until(({ votes }) => votes >= MIN_PAIRS);
    await pressMain(ada);
    expect(await checkLayout(ada, 'align-train')).toEqual([]);
    await pressMain(ada);
    await page.getByTestId('align-verdict').waitFor({ timeout: PATIENCE_MILLIS });
    expect(await checkLayout(ada, 'align-verdict')).toEqual([]);
    expect(ada.complaints).toEqual([]);
    await host.close();
  });
});
