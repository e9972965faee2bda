/** The pages where people come in, in both languages: nothing on them keeps anybody out or stays in English, and nothing sticks out of a phone, or of a host's laptop. */

import { expect, it } from 'vitest';
import { lookInBothLanguages } from './languages.ts';
import { openMatch, serveGame } from './served.ts';
import { findOverflow, SIZES } from './watched-page.ts';

const served = serveGame();
const [PHONE, LAPTOP] = SIZES;

it('are open to everybody, in the language of the browser and in the other', async () => {
  const { url } = served.app;
  const { code, host } = await openMatch(url, { teamCount: 2, experiment: { clockScale: 10 } });
  const context = await served.browser.newContext({ locale: 'es-MX', viewport: PHONE });
  const page = await context.newPage();
  const troubles: string[] = [];
  for (const path of [
    '/',
    '/host',
    '/solo.html',
    '/online',
    '/check.html',
    '/images.html',
    `/watch/${code}`,
    `/?code=${code}`,
  ]) {
    await page.setViewportSize(path === '/host' ? LAPTOP : PHONE);
    await page.goto(url + path);
    await page.locator('h1, h2').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    const found = await page.evaluate(findOverflow);
    await page.getByRole('button', { name: 'English' }).click();
    found.push(...(await lookInBothLanguages(page)), ...(await page.evaluate(findOverflow)));
    await page.evaluate(() => localStorage.clear());
    troubles.push(...found.map((trouble) => `${path}: ${trouble}`));
  }
  await context.close();
  await host.close();
  expect(troubles).toEqual([]);
});
