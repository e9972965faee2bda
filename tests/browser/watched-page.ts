/** A page under watch: everything it complains about is kept, and its layout can be checked at every size. */

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import type { CreateMatchReply } from '../../shared/game/wire/routes.ts';

const SCREENSHOTS = fileURLToPath(new URL('screenshots', import.meta.url));

/** Pictures are for people: taking them is most of what looking costs, so `SCREENSHOTS=1` asks for them. */
export const TAKES_PICTURES = process.env.SCREENSHOTS === '1';

/** A scene needs this long to draw itself anew at another size. */
const REDRAW_MILLIS = 400;

/** A card takes an answer once it has been on the screen for a third of a second: what comes sooner was meant for the one before. */
export const LOOK_MILLIS = 450;

export const SIZES = [
  { name: 'phone', width: 360, height: 640 },
  { name: 'laptop', width: 1366, height: 768 },
  { name: 'projector', width: 1920, height: 1080 },
] as const;
export type Size = (typeof SIZES)[number];

export interface WatchedPage {
  /** Who sits in front of it; also the name of its screenshots. */
  name: string;
  page: Page;
  size: Size;
  /** Errors on the console, uncaught exceptions and failed requests, in order. */
  complaints: string[];
}

/** Opens a page of its own browser context: another person on another device. */
export async function openPage(
  browser: Browser,
  name: string,
  url: string,
  size: Size,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.method()} ${request.url()}: ${reason}`);
  });
  await page.goto(url);
  return { name, page, size, complaints };
}

export type HostView = 'console' | 'projector';

/** A page of the host's that knows its seat, as it does after a reload. */
export async function openHostAt(
  browser: Browser,
  url: string,
  options: {
    name: string;
    made: Pick<CreateMatchReply, 'code' | 'roomId' | 'hostToken'>;
    view: HostView;
    size: Size;
  },
): Promise<WatchedPage> {
  const { name, made, view, size } = options;
  const watched = await openPage(browser, name, `${url}/host`, size);
  const { code, roomId, hostToken: token } = made;
  const seat = JSON.stringify({ role: 'host', code, roomId, token, playerId: null });
  await watched.page.evaluate(
    ([key, value]) => localStorage.setItem(key, value),
    [`loss-leaders:host:${code}`, seat],
  );
  await watched.page.goto(`${url}/host?code=${code}&view=${view}`);
  return watched;
}

/** Runs in the page: what sticks out of the viewport, sideways or (for main buttons) anywhere. */
export function findOverflow(): string[] {
  const { innerWidth, innerHeight } = window;
  const found: string[] = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) {
    const culprits = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    );
    const named = culprits
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
    found.push(`the page is ${wide} wide in ${innerWidth}: ${named.join(', ')}`);
  }
  for (const button of document.querySelectorAll('[data-testid="main-action"]')) {
    const { left, right, top, bottom, width } = button.getBoundingClientRect();
    if (width === 0) continue;
    if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) {
      const place = [left, top, right, bottom].map(Math.round).join(' ');
      found.push(`the main button "${button.textContent}" is at ${place}`);
    }
  }
  return found;
}

/** Looks at the page at all three sizes, saves a screenshot of each where they are asked for, and returns what overflows where. */
export async function checkLayout(watched: WatchedPage, stage: string): Promise<string[]> {
  const { page, name, size } = watched;
  const found: string[] = [];
  /* A long page may have been scrolled to what was pressed last. */
  await page.evaluate(() => document.body.scrollTo(0, 0));
  for (const { name: sizeName, width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(REDRAW_MILLIS);
    const overflows = await page.evaluate(findOverflow);
    found.push(...overflows.map((overflow) => `${stage}, ${name} at ${width}x${height}: ${overflow}`));
    if (!TAKES_PICTURES) continue;
    const path = join(SCREENSHOTS, sizeName, `${stage}-${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await page.screenshot({ path });
  }
  await page.setViewportSize({ width: size.width, height: size.height });
  return found;
}

/** The button for the one thing to do now. */
export async function pressMain({ page }: WatchedPage): Promise<void> {
  await page.getByTestId('main-action').click({ timeout: 60_000 });
}
