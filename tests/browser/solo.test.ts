/** One person plays a whole match alone in real Chromium, from a folder on a host of static files: no server of ours is there. */

import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { launchChromium } from './chromium.ts';
import { clientFolder } from './client-folder.ts';
import { hostStatically, type StaticHost } from './static-files.ts';
import { checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

/** Little to train, though enough that fine-tuning leaves something of it; and clocks that no busy machine runs out. */
const EXPERIMENT: CreateMatchBody['experiment'] = {
  seed: 11,
  budgetFlops: 4e10,
  graceSeconds: 0.5,
  clockScale: 10,
};
/** A text of the person's own. */
const POEM = Array.from({ length: 40 }, (_, at) => `The rain is a guest; it came on day ${at}.`).join('\n\n');
const PATIENCE = { timeout: 240_000, interval: 100 };

let files: StaticHost;
let browser: Browser;

beforeAll(async () => {
  files = await hostStatically(clientFolder());
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  files?.close();
});

describe('a match alone, on a host of static files', () => {
  let alone: WatchedPage;
  const asked: string[] = [];
  const overflows: string[] = [];

  const inStage = (stage: Stage) =>
    alone.page.locator(`.lab[data-stage="${stage}"]`).waitFor({ timeout: PATIENCE.timeout });
  const press = (name: string) => alone.page.getByRole('button', { name }).click(PATIENCE);
  const look = async (moment: string) => overflows.push(...(await checkLayout(alone, moment)));
  async function goOn(): Promise<void> {
    for (const button of ['skip', 'skip-yes']) await alone.page.getByTestId(button).click(PATIENCE);
  }

  it('begins with one button, and fills the other labs with bots', async () => {
    alone = await openPage(browser, 'alone', files.url, SIZES[1]);
    alone.page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await alone.page.getByRole('link', { name: t('solo.title') }).click();
    const experiment = encodeURIComponent(JSON.stringify(EXPERIMENT));
    await alone.page.goto(`${alone.page.url()}?executor=wasm&experiment=${experiment}`);
    await look('solo-start');
    await alone.page.getByTestId('own-book').click();
    await alone.page.getByTestId('class-text-file').setInputFiles({
      name: 'rain.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(POEM),
    });
    await alone.page.getByLabel(t('classText.license')).fill('Mine');
    await look('solo-book');
    await alone.page.getByTestId('class-text-put').click();
    await alone.page.getByTestId('own-book-kept').waitFor();
    await pressMain(alone);
    await inStage('lobby');
    for (const name of ['Gizmo', 'Sprocket'])
      await alone.page.getByText(t('solo.bot', { name })).first().waitFor();
  });

  it('goes on by itself once the device is measured, and stands still while it is paused', async () => {
    await inStage('data');
    await press(t('console.pause'));
    await alone.page.getByText(t('clock.paused')).first().waitFor();
    await alone.page.locator('.dataset', { hasText: 'Mine' }).getByText('rain').waitFor();
    await look('solo-data');
    await press(t('console.resume'));
    await goOn();
    await inStage('scale');
    await look('solo-scale');
    await goOn();
  });

  it('trains the own model and those of the bots', async () => {
    await inStage('pretrain');
    await look('solo-pretrain');
    await inStage('fine-tune');
    await pressMain(alone);
    await look('solo-fine-tune');
    await inStage('align');
    await look('solo-align');
    await goOn();
  });

  it('has the bots vote in the arena', async () => {
    await inStage('arena');
    await alone.page.getByText(t('arena.others', { done: 2, count: 3 })).waitFor(PATIENCE);
    await look('solo-arena');
    await goOn();
    await alone.page.getByRole('heading', { name: t('arena.revealTitle') }).waitFor();
    await goOn();
  });

  it('ends with the results of all three labs', async () => {
    await inStage('debrief');
    await alone.page.getByText(t('debrief.waiting')).waitFor({ state: 'detached', ...PATIENCE });
    await look('solo-debrief');
    const points = alone.page.getByText(/^\d+ points$/);
    await expect.poll(() => points.count(), PATIENCE).toBeGreaterThanOrEqual(3);
  });

  it('may be played again, in a match of its own', async () => {
    await press(t('solo.again'));
    await pressMain(alone);
    await inStage('lobby');
    await alone.page.context().close();
  });

  it('asked for nothing but files, of which none was missing', () => {
    expect(
      asked.filter((request) => !/^GET (data:|blob:)/.test(request) && !request.includes(files.url)),
    ).toEqual([]);
    expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(files.missed).toEqual([]);
  });

  it('left no complaint on the console, and overflowed at no size', () => {
    expect(alone.complaints).toEqual([]);
    expect(overflows).toEqual([]);
  });
});
