/** The page that is taken home: opened from a disk without a network it answers as the match did, and it can come back. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { launch } from 'puppeteer-core';
import { page as homePage } from 'virtual:home-page';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextKey } from '../../client/i18n/en.ts';
import { t } from '../../client/i18n/t.ts';
import { promptTokens } from '../../shared/data/rows.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { formatFor, writeHomeFile } from '../../shared/home/home-file.ts';
import { homeModel, noisyWeights, worldTokenizer } from '../../shared/home/testing.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { launchChromium } from './chromium.ts';
import { clientFolder } from './client-folder.ts';
import { lookInBothLanguages } from './languages.ts';
import { hostStatically } from './static-files.ts';

const FIREFOX = process.env.FIREFOX_PATH || '/usr/bin/firefox-esr';
/** As long as an answer in the game is at most. */
const ANSWER_TOKENS = 48;
const MOST_BYTES = 2_000_000;
const MOST_SECONDS = 1;

const NO_PLANS = { data: null, scale: null, 'fine-tune': null, align: null };
const QUESTION = 'Who lives at the mill?';
const tokenizer = worldTokenizer();
const model = homeModel(tokenizer);
const folder = mkdtempSync(join(tmpdir(), 'home-page-'));
const path = join(folder, 'blue-lantern.html');
let wanted = '';

beforeAll(async () => {
  const file = writeHomeFile(homePage, model, NO_PLANS, 'fp32');
  expect(file.length).toBeLessThan(MOST_BYTES);
  writeFileSync(path, file);
  const executor = await createWasmExecutor(model.config);
  await executor.load(model.weights);
  const options = { maxTokens: ANSWER_TOKENS, temperature: 0, topP: 1, seed: 1, stopTokens: [END] };
  const [answer] = await executor.generate([promptTokens(QUESTION, tokenizer)], options);
  wanted = tokenizer.decode(answer).trim();
  expect(wanted.length).toBeGreaterThan(10);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Asks at temperature 0 within the page; what was said, and the seconds since the page was opened. */
async function askInPage({ question }: { question: string }): Promise<{ said: string; seconds: number }> {
  const set = (element: HTMLInputElement | null, value: string): void => {
    if (!element) throw new Error('a field is missing');
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
  while (!document.querySelector('[data-testid="home-ask"]')) await wait();
  set(document.querySelector('input[type="range"]'), '0');
  set(document.querySelector('.rename input'), question);
  await wait();
  document.querySelector<HTMLElement>('[data-testid="home-ask"]')?.click();
  while (!document.querySelector('[data-testid="home-said"]')) await wait();
  const lines = document.querySelector('[data-testid="home-said"]')?.childNodes ?? [];
  return { said: lines[lines.length - 1]?.textContent ?? '', seconds: performance.now() / 1000 };
}

describe('the page', () => {
  it('is below two megabytes with the largest model of the game', () => {
    const config = modelConfig({ size: 'huge', contextLength: 64 }, tokenizer.vocabSize);
    const largest = { ...model, config, weights: noisyWeights(config) };
    const format = formatFor(largest, homePage.length);
    expect(writeHomeFile(homePage, largest, NO_PLANS, format).length).toBeLessThan(MOST_BYTES);
  });
});

/** Each tab, and each view of the model's inside, in both languages. */
async function lookAtTabs(page: Page): Promise<string[]> {
  const troubles: string[] = [];
  const look = async (tab: TextKey): Promise<void> => {
    await page.getByRole('tab', { name: t(tab) }).click();
    await page.locator('.inside[aria-busy="true"]').waitFor({ state: 'detached' });
    const found = await lookInBothLanguages(page, { isName: (text) => text === 'Blue Lantern' });
    troubles.push(...found.map((trouble) => `${tab}: ${trouble}`));
  };
  await look('home.tabTalk');
  await look('inside.title');
  for (const view of ['Heads', 'Layers', 'Words', 'Pieces'] as const) await look(`inside.tab${view}`);
  return troubles;
}

describe('a page from a disk, with the network off', () => {
  it('answers as the match did in Chromium, within a second of opening', async () => {
    const browser = await launchChromium();
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(pathToFileURL(path).href);
    const { said, seconds } = await page.evaluate(askInPage, { question: QUESTION });
    expect(said).toBe(wanted);
    expect(seconds).toBeLessThan(MOST_SECONDS);
    await page.getByRole('tab', { name: t('home.tabCard') }).click();
    await page.getByText('stories 60 %').waitFor();
    expect(complaints).toEqual([]);
    expect(await lookAtTabs(page)).toEqual([]);
    await browser.close();
  });

  it.skipIf(!existsSync(FIREFOX))('answers as the match did in Firefox', async () => {
    const browser = await launch({
      browser: 'firefox',
      executablePath: FIREFOX,
      /* Whatever is asked of a network goes to a port where nobody listens. */
      extraPrefsFirefox: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': 9,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': 9,
      },
    });
    const page = await browser.newPage();
    await page.goto(pathToFileURL(path).href);
    const { said } = await page.evaluate(askInPage, { question: QUESTION });
    expect(said).toBe(wanted);
    await browser.close();
  });
});

describe('a page that comes back', () => {
  it('speaks again where one plays alone, and another file is refused in a sentence', async () => {
    const host = await hostStatically(clientFolder());
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.goto(`${host.url}solo.html`);
    await page.getByText(t('home.open')).click();
    const foreign = {
      name: 'x.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<img src=x onerror=alert(1)>'),
    };
    await page.getByTestId('home-file').setInputFiles(foreign);
    await expect.poll(() => page.getByTestId('home-problem').innerText()).toBe(t('home.problem.foreign'));
    await page.getByTestId('home-file').setInputFiles(path);
    await expect.poll(() => page.getByTestId('home-opened').innerText()).toContain('Blue Lantern');
    await page.getByTestId('home-ask').click();
    await expect.poll(() => page.getByTestId('home-said').innerText(), { timeout: 20_000 }).toMatch(/\w{3}/);
    await browser.close();
    host.close();
  });
});
