/** A whole match by keyboard alone: a host, a player in English, and one in Spanish whose every stage is Spanish; and nothing keeps anybody out on the way. */

import type { Locator, Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../client/i18n/es.ts';
import type { TextKey } from '../../client/i18n/en.ts';
import { t } from '../../client/i18n/t.ts';
import type { Match } from '../../shared/game/match.ts';
import { sliceOf } from '../../shared/game/slices.ts';
import { dayOf, shopOf } from '../../shared/game/stages/deploy/day.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { findBarriers } from './barriers.ts';
import { serveGame } from './served.ts';
import { LOOK_MILLIS, openPage, SIZES, type WatchedPage } from './watched-page.ts';

/** Little to train, and no stage ends by itself, however busy the machine is: the host's keys alone move on. */
const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 11,
  budgetFlops: 1e10,
  graceSeconds: 60,
  clockScale: 10,
};
const PATIENCE = { timeout: 120_000, interval: 100 };
/** More steps than any page has between two things. */
const MOST_STEPS = 80;

const served = serveGame();

/** Goes from one thing to the next by the Tab key until it is on this one; the focus must be seen on the way. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor(PATIENCE);
  const passed: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    passed.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        const isSeen = at === document.body || at?.matches(':focus-visible');
        return `${isSeen ? '' : 'UNSEEN '}${at?.textContent?.slice(0, 30) || at?.tagName}`;
      }),
    );
  }
  throw new Error(`The Tab key never came there, but to: ${passed.join(' | ')}`);
}

const main = ({ page }: WatchedPage): Locator => page.getByTestId('main-action');

async function press({ page }: WatchedPage, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** The tab of a stage after the chosen one, or the one before. */
async function nextTab({ page }: WatchedPage, arrow = 'ArrowRight'): Promise<void> {
  await tabTo(page, page.locator('.panel [role=tab][aria-selected=true]').first());
  await page.keyboard.press(arrow);
}

/** The smallest model, which is soon trained, measured and asked. */
async function chooseSmallest({ page }: WatchedPage): Promise<void> {
  const sizes = page.locator('.rung input');
  await sizes.first().waitFor(PATIENCE);
  const chosen = await sizes.evaluateAll((inputs: HTMLInputElement[]) =>
    inputs.findIndex(({ checked }) => checked),
  );
  await tabTo(page, sizes.nth(chosen));
  for (let step = 0; step < chosen; step++) await page.keyboard.press('ArrowUp');
  expect(await sizes.first().isChecked()).toBe(true);
}

describe('a match by keyboard alone', () => {
  let host: WatchedPage;
  let english: WatchedPage;
  let spanish: WatchedPage;
  let match: Match;
  const players = (): WatchedPage[] => [english, spanish];
  /** Each player with the words of their language. */
  const speakers = (): [WatchedPage, (key: TextKey) => string][] => [
    [english, (key) => t(key)],
    [spanish, (key) => words[key]],
  ];
  const barriers: string[] = [];

  const until = (isSo: () => boolean) => expect.poll(isSo, PATIENCE).toBe(true);
  const isIn = (stage: Stage) => () => match.stage === stage;

  /** Every page is looked at; that of the Spanish player calls the stage by its Spanish name. */
  async function look(stage: Stage): Promise<void> {
    for (const { name, page } of [host, english, spanish])
      barriers.push(...(await findBarriers(page)).map((barrier) => `${stage}, ${name}: ${barrier}`));
    const key: TextKey = `stage.${stage}`;
    const announced = words['stage.announce'].replace('{stage}', words[key]);
    await spanish.page
      .getByRole('status')
      .getByText(announced)
      .waitFor({ state: 'attached', ...PATIENCE });
  }

  /** The host goes on until it is so: where the console asks first, the question has the focus, on the answer that changes nothing. */
  async function goOn(isSo: () => boolean): Promise<void> {
    const { page } = host;
    const yes = page.getByTestId('skip-yes');
    let asks = false;
    await press(host, page.getByTestId('skip'));
    await expect.poll(async () => (asks = await yes.isVisible()) || isSo(), PATIENCE).toBe(true);
    if (asks) {
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('common.cancel'));
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
    }
    await until(isSo);
  }

  beforeAll(async () => {
    host = await openPage(served.browser, 'keyboard-host', `${served.app.url}/host`, SIZES[1]);
    await host.page.route(`**${ROUTES.createMatch}`, (route, request) => {
      const asked = request.postDataJSON() as CreateMatchBody;
      const body = { ...asked, experiment: EXPERIMENT };
      return route.continue({ postData: JSON.stringify(body) });
    });
    const slider = host.page.getByLabel(t('host.teams'));
    await tabTo(host.page, slider);
    await host.page.keyboard.press('ArrowLeft');
    const answered = host.page.waitForResponse(`**${ROUTES.createMatch}`);
    await press(host, main(host));
    const { code } = (await (await answered).json()) as CreateMatchReply;
    const hosted = served.app.directory.byCode(code);
    if (!hosted) throw new Error('the match is not there');
    match = hosted.service.match;
    const link = `${served.app.url}/?code=${code}&executor=wasm`;
    english = await openPage(served.browser, 'keyboard-english', link, SIZES[0]);
    await press(english, main(english));
    await english.page.locator('.lab').waitFor(PATIENCE);
    spanish = await openPage(served.browser, 'keyboard-spanish', link, SIZES[1]);
    await press(spanish, spanish.page.getByRole('button', { name: 'Español' }));
    await spanish.page.getByText(words['join.name']).waitFor(PATIENCE);
    expect(await spanish.page.locator('html').getAttribute('lang')).toBe('es');
    barriers.push(...(await findBarriers(spanish.page)));
    await press(spanish, main(spanish));
    await spanish.page.locator('.lab').waitFor(PATIENCE);
  });

  it('begins when the host says so, once both devices are measured', async () => {
    await expect
      .poll(() => Object.values(match.players).filter(({ device }) => device).length, PATIENCE)
      .toBe(2);
    await look('lobby');
    await press(host, main(host));
    await until(isIn('data'));
  });

  it('comes to the work by the first key, and buys with arrows and the space bar', async () => {
    await look('data');
    for (const [player, say] of speakers()) {
      const { page } = player;
      const offer = page
        .locator('.dataset', { hasText: say('kind.stories.about') })
        .getByRole('radio')
        .first();
      await tabTo(page, offer);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await press(player, main(player));
      await press(player, main(player));
      await page.getByText(say('proposal.committed')).waitFor(PATIENCE);
    }
    await goOn(isIn('scale'));
  });

  it('decides on a size, and trains', async () => {
    await look('scale');
    for (const player of players()) {
      await chooseSmallest(player);
      await press(player, main(player));
    }
    await goOn(isIn('pretrain'));
    await look('pretrain');
    await nextTab(english);
    await until(() => match.ready !== null);
    await goOn(isIn('fine-tune'));
  });

  it('stays in the panel when the stage changes under it', async () => {
    const place = () => english.page.evaluate(() => document.activeElement?.closest('.panel') !== null);
    await expect.poll(place, PATIENCE).toBe(true);
  });

  it('teaches, and judges answers', async () => {
    await look('fine-tune');
    for (const player of players()) await press(player, main(player));
    await goOn(isIn('align'));
    await look('align');
    for (const player of players()) {
      const answer = player.page.getByTestId('answer-a');
      await answer.or(player.page.locator('.panel [role=tablist]')).first().waitFor(PATIENCE);
      await nextTab(player);
      await press(player, player.page.getByTestId('align-skip'));
    }
    await goOn(isIn('test'));
  });

  it('reads what was measured, and opens the gate', async () => {
    for (const { page } of players())
      await page
        .getByTestId(/^gate-(ship|known)$/)
        .first()
        .waitFor(PATIENCE);
    await look('test');
    for (const player of players()) {
      await nextTab(player);
      await press(player, player.page.getByTestId('attack'));
      await nextTab(player, 'ArrowLeft');
      await press(player, player.page.getByTestId(/^gate-(ship|known)$/));
    }
    await until(() => match.ready !== null);
    await goOn(isIn('deploy'));
  });

  it('puts a product together, and answers for it through a day in town', async () => {
    for (const player of players()) await main(player).waitFor(PATIENCE);
    await until(() => Object.values(match.teams).every((team) => shopOf(team).tried.length > 0));
    await look('deploy');
    for (const player of players()) {
      await nextTab(player);
      await press(player, main(player));
    }
    await until(() => match.ready !== null);
    const isServed = (hours: number) => () => dayOf(match).hours.length === hours;
    await goOn(() => dayOf(match).isOpen);
    await until(isServed(1));
    await look('deploy');
    for (const [player, say] of speakers())
      await press(player, player.page.getByRole('button', { name: say('deploy.respond.tighten') }));
    await press(host, host.page.getByRole('button', { name: t('deploy.event.rule.short') }));
    for (const hour of [2, 3, 4]) await goOn(isServed(hour));
    await goOn(isIn('arena'));
  });

  it('votes by keys', async () => {
    await expect.poll(() => sliceOf(match, 'arena').sampled, PATIENCE).toBe(true);
    await look('arena');
    for (const { page } of players()) {
      await page.getByTestId('vote-a').waitFor(PATIENCE);
      await page.waitForTimeout(LOOK_MILLIS);
      await page.keyboard.press('a');
    }
    const voted = () => Object.values(sliceOf(match, 'arena').votes).flatMap((votes) => Object.keys(votes));
    await expect.poll(() => new Set(voted()).size, PATIENCE).toBe(2);
    await goOn(() => sliceOf(match, 'arena').revealed);
    await goOn(isIn('debrief'));
  });

  it('ends with results that can be leafed through', async () => {
    await english.page.getByText(t('debrief.waiting')).waitFor({ state: 'detached', ...PATIENCE });
    await look('debrief');
    for (const player of players()) await nextTab(player);
    await english.page.getByRole('heading', { name: t('debrief.chose') }).waitFor(PATIENCE);
    await spanish.page.getByRole('heading', { name: words['debrief.chose'] }).waitFor(PATIENCE);
  });

  it('met nothing that keeps anybody out, and no complaint', () => {
    expect(barriers).toEqual([]);
    for (const { name, complaints } of [host, english, spanish]) expect(complaints, name).toEqual([]);
  });
});
