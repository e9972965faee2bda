/** The pages where people come in, in both languages: nothing on them keeps anybody out, and nothing sticks out of a phone, or of a host's laptop. */

import { expect, it } from 'vitest';
import { findBarriers } from './barriers.ts';
import { openMatch, serveGame } from './served.ts';
import { findOverflow, SIZES } from './watched-page.ts';

const served = serveGame();
const [PHONE, LAPTOP] = SIZES;

it.each(['en-US', 'es-MX'])('are open to everybody in %s', async (locale) => {
  const { url } = served.app;
  const { code, host } = await openMatch(url, { teamCount: 2, experiment: { clockScale: 10 } });
  const context = await served.browser.newContext({ locale, viewport: PHONE });
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
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
    const found = [...(await findBarriers(page)), ...(await page.evaluate(findOverflow))];
    troubles.push(...found.map((trouble) => `${path}: ${trouble}`));
  }
  await context.close();
  await host.close();
  expect(troubles).toEqual([]);
});
