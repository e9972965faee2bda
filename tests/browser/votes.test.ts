/** Votes on a phone: a double click is one answer, a refused vote comes back, the last one can be changed, and a pause is a pause. */

import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import { sliceOf } from '../../shared/game/slices.ts';
import type { PairCard } from '../../shared/game/stages/align/state.ts';
import type { HostedMatch } from '../../server/matchmaking/directory.ts';
import { SYSTEM } from '../../server/match/authority.ts';
import { makeId } from '../../server/match/random-ids.ts';
import { openMatch, serveGame } from './served.ts';
import { LOOK_MILLIS, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

const PATIENCE_MILLIS = 60_000;

const served = serveGame();
const HOST = { kind: 'host' } as const;

const PAIRS: PairCard[] = Array.from({ length: 8 }, (_, index) => ({
  id: makeId(),
  trait: 'kind',
  question: `Question ${index}?`,
  evidence: '',
  a: `Yes, ${index} times, my friend.`,
  b: `No ${index}.`,
}));

/** A page in the align stage with pairs to rate, none of them sampled from a model. */
async function rating(): Promise<{ page: WatchedPage; hosted: HostedMatch; send: SendHost }> {
  const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment: { clockScale: 10 } });
  const size = SIZES[0];
  const page = await openPage(served.browser, size.name, `${served.app.url}/?code=${code}`, size);
  await pressMain(page);
  await host.until(({ players }) => players.length === 1, PATIENCE_MILLIS);
  const hosted = served.app.directory.byCode(code);
  if (!hosted) throw new Error('the match is gone');
  const { service } = hosted;
  service.submit({ type: 'host/start' }, HOST);
  while (service.match.stage !== 'align') service.submit({ type: 'host/skip' }, HOST);
  const before = { kindShare: 0, trueShare: 0, inFormShare: 1, variety: 1 };
  service.submit({ type: 'referee/paired', teamId: 'team-1', pairs: PAIRS, before }, SYSTEM);
  await page.page.getByTestId('answer-a').waitFor();
  return { page, hosted, send: (type) => service.submit({ type }, HOST) };
}
type SendHost = (type: 'host/pause' | 'host/resume') => unknown;

const ratingsIn = ({ service }: HostedMatch): number =>
  Object.values(sliceOf(service.match, 'align').ratings).filter(
    (byPlayer) => Object.keys(byPlayer).length > 0,
  ).length;
/** The events carry their times, so that the gap is exact on a machine that is busy. */
async function clickTwice(page: Page, x: number, y: number, gapMillis: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const firstMillis = Date.now();
  const events = [1, 2].flatMap((clickCount) =>
    (['mousePressed', 'mouseReleased'] as const).map((type) => {
      const timestamp = (firstMillis + (clickCount - 1) * gapMillis) / 1000;
      return devtools.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        button: 'left',
        clickCount,
        timestamp,
      });
    }),
  );
  await Promise.all(events);
}

const questionOn = (page: Page): Promise<string> => page.locator('.evidence b').first().innerText();

describe('rating', () => {
  it.each([0, 80, 200])('takes a double click with %i ms between for one answer', async (gapMillis) => {
    const { page, hosted } = await rating();
    await page.page.waitForTimeout(LOOK_MILLIS);
    const box = await page.page.getByTestId('answer-a').boundingBox();
    await clickTwice(page.page, (box?.x ?? 0) + 40, (box?.y ?? 0) + 20, gapMillis);
    await expect.poll(() => ratingsIn(hosted)).toBe(1);
    await page.page.waitForTimeout(LOOK_MILLIS);
    expect(ratingsIn(hosted)).toBe(1);
    expect(page.complaints).toEqual([]);
    await page.page.close();
  });

  it('gives refused votes back, and takes none in a pause', async () => {
    const { page, hosted, send } = await rating();
    await page.page.waitForTimeout(LOOK_MILLIS);
    const question = await questionOn(page.page);
    send('host/pause');
    /* Before the page has heard of the pause. */
    await page.page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="answer-a"]')?.click());
    await expect.poll(() => page.page.getByTestId('answer-a').isDisabled()).toBe(true);
    await expect.poll(() => questionOn(page.page)).toBe(question);
    expect(ratingsIn(hosted)).toBe(0);
    send('host/resume');
    await expect.poll(() => page.page.getByTestId('answer-a').isEnabled()).toBe(true);
    await page.page.waitForTimeout(LOOK_MILLIS);
    await page.page.getByTestId('answer-a').click();
    await expect.poll(() => ratingsIn(hosted)).toBe(1);
    await page.page.close();
  });

  it('lets the last vote be changed', async () => {
    const { page, hosted } = await rating();
    await page.page.waitForTimeout(LOOK_MILLIS);
    const question = await questionOn(page.page);
    await page.page.getByTestId('answer-a').click();
    await page.page.getByText(t('align.changeLast')).click();
    expect(await questionOn(page.page)).toBe(question);
    await page.page.waitForTimeout(LOOK_MILLIS);
    await page.page.getByTestId('answer-b').click();
    await expect
      .poll(() =>
        Object.values(sliceOf(hosted.service.match, 'align').ratings).flatMap((by) => Object.values(by)),
      )
      .toEqual(['b']);
    expect(await questionOn(page.page)).not.toBe(question);
    expect(page.complaints).toEqual([]);
    await page.page.close();
  });
});
