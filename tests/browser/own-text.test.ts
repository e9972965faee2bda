/** A player trains on a text of their own in real Chromium: the lab sees that, and nothing of the text leaves the page. */

import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { ownRows } from '../../shared/data/own-text.ts';
import { t } from '../../client/i18n/t.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import { openMatch, serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;
/** Words that nothing else in the game holds. */
const SECRET = 'Zwiebelkuchen quokka xylophonist';
const TEXT = `${SECRET}, said nobody before 1987. The quokka baked it twice, and hummed. `.repeat(40);
/** Tokens in a row that would be no accident. */
const RUN_TOKENS = 6;

const served = serveGame();

/** Everything that the page sends from now on: addresses, bodies, and messages on sockets. */
function sentBy(page: Page): Buffer[] {
  const sent: Buffer[] = [];
  page.on('request', (request) => {
    sent.push(Buffer.from(request.url()), Buffer.from(JSON.stringify(request.headers())));
    const body = request.postDataBuffer();
    if (body) sent.push(body);
  });
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => void sent.push(Buffer.from(payload))),
  );
  return sent;
}

/** Pieces of the text in every form that it has on the device: letters, and rows of tokens as two bytes or four each. */
function traces(tokenizerFile: unknown): Buffer[] {
  const words = SECRET.split(' ').flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
  const { tokens } = ownRows(TEXT, tokenizerFromJSON(tokenizerFile), 32);
  const runs = Array.from({ length: 40 }, (_, i) => tokens.slice(3 * i, 3 * i + RUN_TOKENS));
  return [
    ...words,
    ...runs.map((run) => Buffer.from(run.buffer)),
    ...runs.map((run) => Buffer.from(Int32Array.from(run).buffer)),
    ...runs.map((run) => Buffer.from(run.join(','))),
  ];
}

describe("a player's own text", () => {
  it('trains the model and stays on the device', async () => {
    const experiment = { seed: 5, budgetFlops: 1e10, graceSeconds: 20, clockScale: 10, roundRows: 64 };
    const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment });
    const until = (wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MILLIS);
    const ada = await openPage(
      served.browser,
      'own-text',
      `${served.app.url}/?code=${code}&executor=wasm`,
      SIZES[0],
    );
    const { page } = ada;
    const sent = sentBy(page);
    await page.reload();
    await pressMain(ada);
    await until(({ players }) => players.some(({ device }) => device !== null));
    await host.send({ type: 'host/start' });

    await page.getByRole('tab', { name: t('ownText.tab') }).click();
    expect(await checkLayout(ada, 'own-text-empty')).toEqual([]);
    const add = page.getByTestId('own-text-add');
    await add.click();
    await page.getByText(t('ownText.problem.empty')).waitFor();
    await page.getByLabel(t('ownText.label')).fill('a'.repeat(400));
    await add.click();
    await page.getByText(t('ownText.problem.monotone')).waitFor();
    await page.getByLabel(t('ownText.label')).fill(`${TEXT} What a shit day.`);
    await add.click();
    await page.getByText(t('ownText.leftOut', { count: 1 })).waitFor();
    await page.getByText(t('ownText.team', { count: 1 })).waitFor();
    await until(({ players }) => players.every(({ addsOwnText }) => addsOwnText));
    expect(await checkLayout(ada, 'own-text')).toEqual([]);

    for (const stage of ['data', 'scale'] as const) {
      await until((view) => view.stage === stage);
      await host.send({ type: 'host/skip' });
    }
    await until(({ teams }) => (teams[0].runs.pretrain?.roundsDone ?? 0) >= 2);
    await page.getByRole('tab', { name: t('ownText.tab') }).click();
    await page.getByTestId('privacy-spent').waitFor();
    expect(await page.getByTestId('privacy-spent').innerText()).toContain('epsilon');
    expect(await checkLayout(ada, 'own-text-training')).toEqual([]);
    await page.getByTestId('own-text-remove').click();
    await until(({ players }) => players.every(({ addsOwnText }) => !addsOwnText));

    const tokenizer: unknown = await page.evaluate(async (route) => {
      const seats = Object.values(localStorage).join(' ');
      const token = /"token":"([^"]+)"/.exec(seats)?.[1] ?? '';
      return (await fetch(route, { headers: { authorization: `Bearer ${token}` } })).json();
    }, ROUTES.tokenizer);
    const updates = sent.filter((bytes) => bytes.subarray(0, 4).toString() === 'LLUP');
    expect(updates.length).toBeGreaterThanOrEqual(2);
    const found = traces(tokenizer).filter((trace) => sent.some((bytes) => bytes.includes(trace)));
    expect(found.map((trace) => trace.toString())).toEqual([]);
    expect(ada.complaints).toEqual([]);
    await host.close();
  });
});
