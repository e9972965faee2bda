/** After a match, the host's console leads to its report and its replay: they say what the match said, on paper and in a table too. */

import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { rankTeams } from '../../client/stages/debrief/rank.ts';
import type { Connection } from '../../client/bots/connection.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { lookInBothLanguages } from './languages.ts';
import { joinAs, openMatch, serveGame } from './served.ts';
import { findOverflow, openHostAt, SIZES, TAKES_PICTURES } from './watched-page.ts';

const EXPERIMENT = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.3, clockScale: 10, roundRows: 64 };
const PATIENCE_MS = 120_000;
const PICTURES = fileURLToPath(new URL('screenshots/report', import.meta.url));
const [PHONE, LAPTOP] = SIZES;

const served = serveGame();

/** Two labs whose devices can't train, so that the server does; what they could decide is skipped. */
async function playMatch() {
  const { url } = served.app;
  const made = await openMatch(url, { teamCount: 2, survey: true, experiment: EXPERIMENT });
  const { host } = made;
  const answer = (player: Connection, text: string) =>
    player.send({ type: 'survey/answer', question: 'wrong', text });
  const [ada, bob] = [await joinAs(url, made.code, 'Ada'), await joinAs(url, made.code, 'Bob')];
  await answer(bob, 'It is lazy.');
  for (const player of [ada, bob]) {
    await player.send({ type: 'lobby/benchmark', tokensPerSecond: 0, backend: 'none' });
  }
  const until = (wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MS);
  await host.send({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await until((view) => view.stage === stage);
    await host.send({ type: 'host/skip' });
  }
  for (const stage of ['fine-tune', 'align'] as const) {
    await until((view) => view.stage === stage);
    await host.send({ type: 'host/skip' });
  }
  await until(({ stage, arena }) => stage === 'arena' && arena?.sampled === true);
  await host.send({ type: 'host/skip' });
  const view = await until(({ teams }) => teams.every(({ debrief }) => debrief?.score));
  await answer(bob, 'It has read little.');
  return { made, bob, view };
}

async function takePicture(page: Page, name: string): Promise<void> {
  if (!TAKES_PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

/** From now on nothing that the page sends reaches the server; returns a function that lets it go. */
async function holdBack(page: Page): Promise<() => Promise<void>> {
  const pass = await page.evaluateHandle(() => {
    const { send } = WebSocket.prototype;
    const held: (() => void)[] = [];
    WebSocket.prototype.send = function hold(data) {
      const copy = data instanceof Uint8Array ? data.slice() : data;
      held.push(() => send.call(this, copy as Parameters<typeof send>[0]));
    };
    return () => {
      WebSocket.prototype.send = send;
      for (const letGo of held) letGo();
    };
  });
  return () => pass.evaluate((letGo) => letGo());
}

/** What a link of the console opens. */
async function follow(page: Page, words: string): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: words }).click();
  return opening;
}

it('is printed, saved and played again, with the ranking that it ended in', async () => {
  const { made, bob, view } = await playMatch();
  const ranking = rankTeams(view.teams).map(({ team }) => team.name);
  const console = await openHostAt(served.browser, served.app.url, {
    name: 'console',
    made,
    view: 'console',
    size: LAPTOP,
  });

  const ticks = console.page.getByRole('checkbox', { name: t('survey.rubric.data') });
  await ticks.nth(1).check();
  /* A tick stands from the moment it is made, though the server still says what was before. */
  const letGo = await holdBack(console.page);
  const quote = console.page.getByRole('checkbox', { name: t('survey.quote') });
  await quote.check();
  await bob.send({ type: 'survey/answer', question: 'wrong', text: 'It read nothing about it.' });
  await console.page.getByText('It read nothing about it.').waitFor();
  expect(await quote.isChecked()).toBe(true);
  await letGo();
  const counted = console.page.locator('.rubric-count tbody tr').first();
  await expect.poll(() => counted.innerText()).toContain(t('survey.share', { count: 1, all: 1 }));

  const report = await follow(console.page, t('report.open'));
  const rows = report.locator('.report-ranking tbody tr');
  await expect.poll(() => rows.count()).toBe(2);
  expect(await report.locator('.report-ranking .report-lab').allInnerTexts()).toEqual(ranking);
  expect(await report.locator('.report-lab-head h2').allInnerTexts()).toEqual(ranking);
  await report.locator('.chart svg').waitFor();
  const words = report.locator('body');
  await expect.poll(() => words.innerText()).toContain('It read nothing about it.');
  expect(await words.innerText()).not.toMatch(/\bBob\b/);
  /* Nor does anybody translate what players wrote. */
  const names = [...ranking, made.code, 'It is lazy.', 'It read nothing about it.'];
  const isName = (text: string): boolean => names.includes(text);
  expect(await lookInBothLanguages(report, { isName })).toEqual([]);
  await takePicture(report, 'report');
  await report.setViewportSize(PHONE);
  expect(await report.evaluate(findOverflow)).toEqual([]);
  await report.getByRole('button', { name: 'Español' }).click();
  await expect.poll(() => report.locator('h1').innerText()).toBe('Qué salió de la partida');
  expect(await report.evaluate(findOverflow)).toEqual([]);
  const paper = await report.pdf({ format: 'A4' });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');

  const saving = report.waitForEvent('download');
  await report.getByTestId('csv').click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(`loss-leaders-${made.code}.csv`);
  const lines = readFileSync(await saved.path(), 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\ufeff"laboratorio","parte"/);
  for (const name of ranking) expect(lines.some((line) => line.startsWith(`"${name}"`))).toBe(true);

  await report.getByRole('button', { name: 'English' }).click();
  const replay = await follow(console.page, t('replay.open'));
  await replay.setViewportSize(LAPTOP);
  const stageName = replay.locator('.stage-card h1');
  await expect.poll(() => stageName.innerText()).toBe(t('stage.lobby'));
  await takePicture(replay, 'replay-lobby');
  await replay.getByTestId('play').click();
  await replay.getByRole('button', { name: t('stage.pretrain') }).click();
  await expect.poll(() => stageName.innerText()).toBe(t('stage.pretrain'));
  await takePicture(replay, 'replay-pretrain');
  const place = replay.getByRole('slider', { name: t('replay.seek') });
  await place.press('End');
  await expect.poll(() => stageName.innerText()).toBe(t('stage.debrief'));
  expect(await replay.locator('.podium-name').allInnerTexts()).toEqual(ranking);
  expect(await lookInBothLanguages(replay, { isName })).toEqual([]);
  await takePicture(replay, 'replay-debrief');
  expect(await replay.evaluate(findOverflow)).toEqual([]);
  await place.press('Home');
  await expect.poll(() => stageName.innerText()).toBe(t('stage.lobby'));
  expect(made.host.view.stage).toBe('debrief');
  expect(console.complaints).toEqual([]);
  await made.host.close();
});
