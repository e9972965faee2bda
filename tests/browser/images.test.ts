/** The image lab: a device trains a painter and paints what is asked, noise clears step by step, and nothing keeps anybody out. */

import { expect, it } from 'vitest';
import { words } from '../../client/i18n/es.ts';
import { t } from '../../client/i18n/t.ts';
import { lookInBothLanguages } from './languages.ts';
import { serveGame } from './served.ts';
import { checkLayout, openPage, SIZES } from './watched-page.ts';

const served = serveGame();
/** Twenty seconds of training on a machine that is busy with other tests. */
const PATIENCE_MILLIS = 120_000;

it('trains a painter and has it paint what a person asks for', async () => {
  const lab = await openPage(served.browser, 'images', `${served.app.url}/images`, SIZES[0]);
  const { page } = lab;
  await page.getByLabel(t('images.seconds', { seconds: 20 })).check({ force: true });
  await page.getByTestId('train').click();
  await page.getByText(t('images.previews')).waitFor();
  await page.getByLabel(t('images.subject')).waitFor({ timeout: PATIENCE_MILLIS });
  await page.getByLabel(t('images.subject')).selectOption('tower');
  await page.getByLabel(t('images.color')).selectOption('blue');
  await page.getByTestId('paint').click();
  await page.getByText(/^A fixed rule/).waitFor();
  expect(await page.locator('.picture-row.large canvas').count()).toBe(4);
  const look = page.getByLabel(t('images.look'));
  await look.press('Home');
  expect(await look.getAttribute('aria-valuetext')).toBe(t('images.step', { step: 1, steps: 20 }));
  expect(await page.locator('.picture-row.large canvas').first().getAttribute('aria-label')).toBe(
    t('images.noisy'),
  );
  expect(await checkLayout(lab, 'images')).toEqual([]);
  expect(await lookInBothLanguages(page)).toEqual([]);
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByText(words['images.ask']).waitFor();
  expect(await checkLayout(lab, 'images-es')).toEqual([]);
  expect(lab.complaints).toEqual([]);
}, 240_000);
