/** A host brings a web page for the class in real Chromium: nothing in it runs, and a lab finds it on its market. */

import { expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { classTextSeen } from '../../shared/game/class-text.ts';
import { openMatch, serveGame } from './served.ts';
import { checkLayout, openHostAt, openPage, pressMain, SIZES } from './watched-page.ts';

const served = serveGame();

const RAIN = 'The rain is a guest with a thousand feet, and it never gets tired of our roof.';
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<p>${RAIN} That was day <b>${at}</b>.</p>`).join('\n');

/** It would tell on itself if anything in it ran, or was fetched. */
const PAGE = `<!doctype html><title>Rain</title><script>window.ran = true</script>
<img src="/no-such-picture.png" onerror="window.ran = true"><style>p { color: red }</style>${paragraphs(60)}`;

it("a class's text is looked at before it is put on the market, and sold there under its name", async () => {
  const made = await openMatch(served.app.url, { teamCount: 1 });
  const host = await openHostAt(served.browser, served.app.url, {
    name: 'host',
    made,
    view: 'console',
    size: SIZES[1],
  });
  const { page } = host;
  await page.getByTestId('class-text-open').click();
  const choose = (name: string, buffer: Uint8Array): Promise<void> =>
    page.getByTestId('class-text-file').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(buffer),
    });
  const preview = page.getByRole('region', { name: t('classText.preview') });

  await choose('notes.txt', Buffer.from('Straße', 'latin1'));
  await page.getByText(t('classText.problem.encoding')).waitFor();
  await choose('rain.html', Buffer.from(PAGE));
  await preview.getByText('That was day 0.').waitFor();
  expect(await preview.innerText()).not.toMatch(/ran|color|<p>/);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(await page.getByTestId('class-text-facts').innerText()).toContain('English');
  expect(await checkLayout(host, 'class-text')).toEqual([]);

  await page.getByLabel(t('classText.license')).fill('Written by our class');
  await page.getByTestId('class-text-put').click();
  await page.getByTestId('class-text-kept').waitFor();
  const { name, license, secrets } = classTextSeen(made.host.view) ?? {};
  expect({ name, license, secrets }).toEqual({ name: 'rain', license: 'Written by our class', secrets: 0 });
  expect(await checkLayout(host, 'class-text-kept')).toEqual([]);

  const ada = await openPage(
    served.browser,
    'ada',
    `${served.app.url}/?code=${made.code}&executor=wasm`,
    SIZES[0],
  );
  await pressMain(ada);
  await made.host.until(({ players }) => players.some(({ device }) => device !== null), 120_000);
  await made.host.send({ type: 'host/start' });
  const card = ada.page.locator('.dataset', { hasText: 'Written by our class' });
  await card.getByRole('button', { name: t('data.read') }).click();
  await ada.page.getByText(RAIN).first().waitFor();
  expect(await checkLayout(ada, 'class-text-read')).toEqual([]);
  await ada.page.keyboard.press('Escape');
  await card.getByRole('radio', { name: t('portion.whole') }).check();
  await made.host.until(({ teams }) => teams[0].own?.basket.plan.purchases.class === 'whole', 60_000);
  expect(await checkLayout(ada, 'class-text-market')).toEqual([]);
  expect([...host.complaints, ...ada.complaints]).toEqual([]);
});
