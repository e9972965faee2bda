/** The page that tries out a device: what works says so, what does not says what helps, in both languages, and it keeps nobody out. */

import { expect, it } from 'vitest';
import { words } from '../../client/i18n/es.ts';
import { t } from '../../client/i18n/t.ts';
import { ECHO } from '../../shared/game/wire/echo.ts';
import { findBarriers } from './barriers.ts';
import { serveGame } from './served.ts';
import { checkLayout, openPage, SIZES } from './watched-page.ts';

const served = serveGame();

it('finds a live connection, its speed and the clock, and says so in English and Spanish', async () => {
  const checked = await openPage(served.browser, 'check', `${served.app.url}/`, SIZES[0]);
  const { page } = checked;
  await page.getByRole('link', { name: t('check.link') }).click();
  for (const key of ['check.browser.good', 'check.secure.good', 'check.clock.good'] as const)
    await page.getByText(t(key)).waitFor();
  await page.locator('li.good', { hasText: t('check.socket') }).waitFor();
  await page.locator('li.good', { hasText: t('check.speed') }).waitFor();
  expect(await checkLayout(checked, 'check')).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByText(words['check.browser.good']).waitFor();
  expect(await page.title()).toBe(words['title.check']);
  expect(await checkLayout(checked, 'check-es')).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
  expect(checked.complaints).toEqual([]);
});

it('says what is in the way, and what helps, where no socket opens', async () => {
  const { page } = await openPage(served.browser, 'check-blocked', `${served.app.url}/`, SIZES[0]);
  await page.routeWebSocket(new RegExp(ECHO.path), (socket) => socket.close());
  await page.goto(`${served.app.url}/check`);
  await page.getByText(t('check.socket.bad')).waitFor();
  await page.getByText(t('check.all.bad')).waitFor();
});
