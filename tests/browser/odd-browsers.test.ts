/** A browser that translates the page, one that is too old for it, and a page that breaks while it is drawn. */

import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { tooOldText } from '../../client/ui/browser-needs.ts';
import { joinAs, openMatch, serveGame } from './served.ts';
import { openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 60_000;
const served = serveGame();

/** Does in the page what the translators of browsers do: puts an element in the place of every text, now and whenever one comes. */
function translateAll(): void {
  const isOff = (node: Node): boolean => node.parentElement?.closest('[translate="no"], font') !== null;
  const translate = (node: Node): void => {
    if (node.nodeType !== Node.TEXT_NODE) return node.childNodes.forEach(translate);
    if (isOff(node) || !node.textContent?.trim() || !node.parentNode) return;
    const translation = document.createElement('font');
    translation.textContent = node.textContent.toUpperCase();
    node.parentNode.replaceChild(translation, node);
  };
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) [target, ...addedNodes].forEach((node) => translate(node));
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  translate(document.body);
}

const wordsOf = async (page: Page): Promise<string> => (await page.locator('#app').innerText()).toUpperCase();

it('goes on counting and from stage to stage in a browser that translates it', async () => {
  const { code, host } = await openMatch(served.app.url, { teamCount: 2, experiment: { clockScale: 10 } });
  const player = await openPage(served.browser, 'translated', `${served.app.url}/?code=${code}`, SIZES[0]);
  await pressMain(player);
  await host.until(({ players }) => players.length === 1, PATIENCE_MILLIS);
  const { page } = player;
  await page.getByText(t('lobby.waiting', { count: 1 })).waitFor();
  expect(await page.locator('.notice').count()).toBe(0);
  await page.evaluate(translateAll);

  const second = await joinAs(served.app.url, code, 'Ada');
  await page.getByText(t('lobby.waiting', { count: 2 }).toUpperCase()).waitFor();
  expect(await wordsOf(page)).not.toContain(t('lobby.waiting', { count: 1 }).toUpperCase());

  for (const [move, stage] of [
    ['host/start', 'data'],
    ['host/skip', 'scale'],
  ] as const) {
    await host.send({ type: move });
    await page.locator(`.lab[data-stage="${stage}"]`).waitFor();
    await page.waitForFunction(
      (title) => document.querySelector('#app')?.textContent?.toUpperCase().includes(title),
      t(`stage.${stage}`).toUpperCase(),
    );
  }
  const clock = page.getByRole('timer');
  const before = await clock.innerText();
  await expect.poll(() => clock.innerText()).not.toBe(before);
  expect(player.complaints).toEqual([]);
  await Promise.all([host.close(), second.close()]);
});

it('says in one sentence what an old browser lacks', async () => {
  const player = await openPage(served.browser, 'old', 'about:blank', SIZES[0]);
  await player.page.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'timeout'));
  await player.page.goto(served.app.url);
  await player.page.getByText(tooOldText()).waitFor();
  expect(player.complaints).toEqual([]);
});

it('offers to draw the page again when a part of it breaks', async () => {
  const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment: { clockScale: 10 } });
  const { page, complaints } = await openPage(
    served.browser,
    'broken',
    `${served.app.url}/?code=${code}`,
    SIZES[0],
  );
  await page.getByTestId('main-action').click();
  await host.until(({ players }) => players.length === 1, PATIENCE_MILLIS);
  await host.send({ type: 'host/start' });
  await page.getByRole('timer').first().waitFor();
  /* The clock's pie calls this whenever it is drawn. */
  await page.evaluate(() => {
    const real = Number.prototype.toFixed;
    Reflect.set(Number.prototype, 'toFixed', () => {
      Reflect.set(Number.prototype, 'toFixed', real);
      throw new Error('broken for the test');
    });
  });
  await page.getByText(t('app.broke')).waitFor();
  expect(complaints.join()).toContain('broken for the test');
  await page.getByRole('button', { name: t('app.drawAgain') }).click();
  await page.locator('.lab[data-stage="data"]').waitFor();
  await page.getByRole('timer').first().waitFor();
  await host.close();
});
