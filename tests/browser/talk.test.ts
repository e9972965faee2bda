/** Talk and the arena as people have them: somebody without a lab votes, and in the end one talks to any lab's model and the House, two at once. */

import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { TextKey } from '../../client/i18n/en.ts';
import { t } from '../../client/i18n/t.ts';
import { readHomeFile } from '../../shared/home/home-file.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { fillRoute } from '../../client/session/http.ts';
import { stepOf, type MatchView } from '../../shared/game/sync/view.ts';
import type { Connection } from '../../client/bots/connection.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { joinAs, openMatch, serveGame } from './served.ts';
import {
  checkLayout,
  LOOK_MILLIS,
  openHostAt,
  openPage,
  pressMain,
  SIZES,
  type WatchedPage,
} from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;
const [PHONE, LAPTOP, BIG] = SIZES;

const served = serveGame();

interface Evening {
  code: string;
  host: Connection;
  ada: WatchedPage;
  bo: Connection;
  /** The host's two screens. */
  screen: WatchedPage;
  desk: WatchedPage;
}

/** Two labs, one of which trains a tiny model for real. */
async function open(): Promise<Evening> {
  const experiment = { budgetFlops: 2e10, graceSeconds: 4, seed: 5, clockScale: 10 };
  const made = await openMatch(served.app.url, { teamCount: 2, experiment });
  const { code, host } = made;
  const ada = await openPage(served.browser, 'talk', `${served.app.url}/?code=${code}&executor=wasm`, LAPTOP);
  await pressMain(ada);
  const bo = await joinAs(served.app.url, code, 'Bo');
  await host.until(
    ({ players }) => players.length === 2 && players.some(({ device }) => device !== null),
    PATIENCE_MILLIS,
  );
  await host.send({ type: 'host/start' });
  const [screen, desk] = [
    await openHostAt(served.browser, served.app.url, {
      name: 'projector',
      made,
      view: 'projector',
      size: BIG,
    }),
    await openHostAt(served.browser, served.app.url, {
      name: 'console',
      made,
      view: 'console',
      size: LAPTOP,
    }),
  ];
  return { code, host, ada, bo, screen, desk };
}

async function skipTo(host: Connection, stage: Stage): Promise<void> {
  while (host.view.stage !== stage) {
    const { view: before } = host;
    await host.send({ type: 'host/skip', step: stepOf(before) });
    await host.until((view) => stepOf(view) !== stepOf(before), PATIENCE_MILLIS);
  }
}

const until = (host: Connection, wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MILLIS);

/** Asks two models by their names in the list; `words` are what the line calls the first. */
async function askBoth(page: Page, one: string, other: string, words = one): Promise<void> {
  await page.getByLabel(t('talk.who')).selectOption({ label: one });
  await page.getByLabel(t('talk.beside')).selectOption({ label: other });
  await page.getByTestId('talk-say').click();
  const line = page.locator('.talk-line').first();
  await expect.poll(() => line.locator('.model-voice').count()).toBe(2);
  await expect.poll(() => line.innerText(), { timeout: PATIENCE_MILLIS }).not.toContain('…');
  expect(await line.innerText()).toContain(words);
  expect(await line.innerText()).toContain(other);
}

/** Opens each view of a model's inside, switches a head off, and reads what stands beside the pictures. */
async function lookInside(ada: WatchedPage): Promise<string[]> {
  const { page } = ada;
  const overflows: string[] = [];
  const open = async (view: TextKey): Promise<void> => page.getByRole('tab', { name: t(view) }).click();
  await open('inside.title');
  await page.getByTestId('inside-kept').waitFor({ timeout: PATIENCE_MILLIS });
  expect(await page.locator('.next-pieces li').first().getAttribute('aria-label')).toMatch(/\d.*%.*%/);
  overflows.push(...(await checkLayout(ada, 'inside-next')));
  await open('inside.tabHeads');
  const twin = page.getByTestId('head-twin').first();
  expect(await twin.innerText()).toMatch(/\d\s%/);
  await page.locator('.heads input').first().click();
  const name = t('inside.headName', { layer: 1, head: 1 });
  await expect.poll(() => twin.innerText()).toBe(t('inside.headOff', { name }));
  await page.getByText(t('inside.answerWhole')).waitFor();
  overflows.push(...(await checkLayout(ada, 'inside-heads')));
  await open('inside.tabLayers');
  await page.getByText(t('inside.layerZero')).waitFor();
  await page.getByLabel(t('inside.probeAsk')).selectOption('pronoun');
  await page.getByTestId('probe-right').last().waitFor({ timeout: PATIENCE_MILLIS });
  overflows.push(...(await checkLayout(ada, 'inside-layers')));
  await open('inside.tabSwap');
  await page.getByTestId('inside-swapped').waitFor({ timeout: PATIENCE_MILLIS });
  overflows.push(...(await checkLayout(ada, 'inside-swap')));
  await open('inside.tabWords');
  await page.getByTestId('inside-near').waitFor();
  overflows.push(...(await checkLayout(ada, 'inside-words')));
  const places = () => page.locator('.word-map circle').evaluateAll((all) => all.map((one) => one.outerHTML));
  const shadow = await places();
  await page.getByRole('radio', { name: t('inside.layout.neighbours') }).check();
  await page.getByText(t('inside.drawing')).waitFor();
  await page.getByText(t('inside.drawing')).waitFor({ state: 'detached', timeout: PATIENCE_MILLIS });
  expect((await places()).length).toBe(shadow.length);
  expect(await places()).not.toEqual(shadow);
  expect(await page.getByTestId('inside-alike').innerText()).toMatch(/\d.*%.*\d.*%/);
  overflows.push(...(await checkLayout(ada, 'inside-neighbors')));
  await open('inside.tabPieces');
  expect(await page.getByTestId('inside-pieces').innerText()).toMatch(/\d/);
  overflows.push(...(await checkLayout(ada, 'inside-pieces')));
  await page.getByLabel(t('talk.beside')).selectOption({ label: t('voice.untrained') });
  await open('inside.tabSide');
  expect(await page.getByTestId('side-twin').innerText()).toMatch(/\d.*%.*%/);
  overflows.push(...(await checkLayout(ada, 'inside-side')));
  return overflows;
}

/** Asks what one decision did: the referee trains anew, and says what came of it beside the guess. */
async function askWhatIf(ada: WatchedPage): Promise<string[]> {
  const { page } = ada;
  await page.getByRole('tab', { name: t('debrief.tabWhy') }).click();
  await page.getByTestId('what-if-pick').selectOption('without stories');
  expect(await page.getByTestId('what-if-ask').isDisabled(), 'trained without a guess').toBe(true);
  await page.getByRole('radio', { name: t('whatIf.outcome.worse'), exact: true }).check();
  await page.getByTestId('what-if-ask').click();
  await page.getByTestId('what-if-outcome').waitFor({ timeout: PATIENCE_MILLIS });
  expect(await page.locator('.what-if').innerText()).toContain(t('whatIf.outcome.worse').toLowerCase());
  return checkLayout(ada, 'what-if');
}

/** Saves the lab's own model; the page with it is small, and one that can be opened again. */
async function takeHome({ page }: WatchedPage): Promise<void> {
  await page.getByTestId('take-home').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByTestId('take-page').click()]);
  expect(saved.suggestedFilename()).toMatch(/\.html$/);
  const file = await readFile(await saved.path(), 'utf8');
  expect(file.length).toBeLessThan(2_000_000);
  expect(readHomeFile(file).card.lines.length).toBeGreaterThan(4);
  const [folder] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('take-folder').click(),
  ]);
  const names = Object.keys(unzipSync(await readFile(await folder.path())));
  expect(names).toEqual(
    expect.arrayContaining(['model.onnx', 'model.safetensors', 'tokenizer.json', 'README.md']),
  );
}

describe('an evening with two labs', () => {
  const overflows: string[] = [];

  it('lets people without a lab vote, and everybody talk to every model', async () => {
    const { code, host, ada, bo, screen, desk } = await open();
    const { page } = ada;
    await skipTo(host, 'pretrain');
    await until(host, ({ teams }) => (teams[0].runs.pretrain?.roundsDone ?? 0) > 1);
    /* There is time to talk: so little text is soon read. */
    await host.send({ type: 'host/pause' });
    await page.getByRole('tab', { name: t('pretrain.tabTalk') }).click();
    await askBoth(page, t('voice.base'), t('voice.untrained'));

    /* You against your model: a pick each, and a score. */
    await page.getByRole('tab', { name: t('talk.tabGuess') }).click();
    await page.getByTestId('guess-word').first().click();
    await expect
      .poll(() => page.getByTestId('guess-score').innerText(), { timeout: PATIENCE_MILLIS })
      .toMatch(/1$/);
    overflows.push(...(await checkLayout(ada, 'guess')));
    overflows.push(...(await lookInside(ada)));
    await page.getByRole('tab', { name: t('talk.tabAsk') }).click();
    overflows.push(...(await checkLayout(ada, 'talk-pretrain')));

    /* Nobody has a look at a rival's model before the end. */
    const early = fillRoute(ROUTES.finalModel, { id: 'team-2' });
    const status = await bo.getBytes(early).then(
      () => 'given',
      (refusal: { error: { code: string } }) => refusal.error.code,
    );
    expect(status).toBe('match/wrong_stage');

    await host.send({ type: 'host/resume' });
    await skipTo(host, 'arena');
    await until(host, ({ arena }) => arena?.sampled === true);
    const wil = await openPage(served.browser, 'audience', `${served.app.url}/watch/${code}`, PHONE);
    await wil.page.getByTestId('main-action').click();
    await wil.page.getByTestId('vote-a').waitFor();
    overflows.push(...(await checkLayout(wil, 'audience-vote')));
    for (const side of ['vote-a', 'vote-b', 'vote-tie']) {
      await wil.page.waitForTimeout(LOOK_MILLIS);
      await wil.page.getByTestId(side).click();
    }
    await until(host, ({ arena, audience }) => audience === 1 && arena?.votes === 3);
    await desk.page.getByRole('button', { name: t('console.hostVoteBegin') }).click();
    await desk.page.waitForTimeout(LOOK_MILLIS);
    await desk.page.getByTestId('vote-a').click();
    for (const page of [screen, desk]) overflows.push(...(await checkLayout(page, 'arena-vote')));
    await host.send({ type: 'host/skip' });
    await until(host, ({ arena }) => arena?.revealed === true);
    await wil.page.getByText(t('arena.byQuestion')).waitFor();
    overflows.push(...(await checkLayout(wil, 'audience-reveal')));
    for (const page of [ada, screen, desk]) overflows.push(...(await checkLayout(page, 'reveal')));
    expect(host.view.arena?.benches?.audience.votes).toBe(4);

    await skipTo(host, 'debrief');
    await wil.page.getByRole('heading', { name: t('stage.debrief') }).waitFor();
    await page.getByRole('tab', { name: t('debrief.tabTalk') }).click();
    const rival = host.view.teams[1].name;
    const options = await page.getByLabel(t('talk.who')).locator('option').allInnerTexts();
    const ofRival = options.find((option) => option.includes(rival)) ?? '';
    await askBoth(page, ofRival, t('voice.house'), rival);

    /* A star keeps it, the host has it, and the class sees what the host shows. */
    await page.locator('.talk-line .star').first().click();
    await page
      .getByRole('button', { name: t('talk.showClass') })
      .first()
      .click();
    const { teams } = await until(host, (view) => (view.teams[0].own?.answers.length ?? 0) === 1);
    await page.getByText(t('talk.withHost')).waitFor();
    const answer = teams[0].own?.answers[0]?.answer ?? '';
    await desk.page
      .getByRole('button', { name: t('console.spotlightShowAria', { answer }) })
      .first()
      .click();
    await page.getByText(t('talk.onScreen')).waitFor();
    await screen.page.getByText(answer).first().waitFor();
    for (const each of [ada, screen, desk]) overflows.push(...(await checkLayout(each, 'talk-debrief')));
    overflows.push(...(await askWhatIf(ada)));
    await takeHome(ada);
    overflows.push(...(await checkLayout(ada, 'take-home')));
    expect(overflows).toEqual([]);
    expect([ada, wil, screen, desk].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
