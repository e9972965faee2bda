/** A lab cleans its text in real Chromium: one swipes on a phone while a teammate labels too, and the plan holds what they chose. */

import { describe, expect, it } from 'vitest';
import { MASK } from '../../shared/data/scrub.ts';
import { t } from '../../client/i18n/t.ts';
import type { Verdict } from '../../shared/game/stages/data/state.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { openMatch, joinAs, serveGame } from './served.ts';
import { LOOK_MILLIS, checkLayout, openPage, pressMain, SIZES, type WatchedPage } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;
/** Labels of each verdict that Ada gives: one may be taken back, and the classifier still has enough. */
const ENOUGH_OF_EACH = 5;
const MOST_PAGES = 40;
const JUNK = /[|<>{}[\]]|!!!/;

const served = serveGame();

const labelsIn = ({ teams }: MatchView) => teams[0].own?.labels ?? {};
const labelCount = (view: MatchView): number =>
  Object.values(labelsIn(view)).reduce((sum, byPlayer) => sum + Object.keys(byPlayer).length, 0);

/** Sorts the page on screen by what stands on it: by a swipe, a key, or a button, in turn. */
async function sortOne({ page }: WatchedPage, turn: number): Promise<Verdict> {
  const card = page.getByTestId('label-card');
  const text = await card.innerText();
  const verdict = JUNK.test(text) ? 'toss' : 'keep';
  if (turn % 3 === 0) {
    const box = await card.boundingBox();
    if (!box) throw new Error('no page to sort');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (verdict === 'keep' ? 120 : -120), y, { steps: 4 });
    await page.mouse.up();
  } else if (turn % 3 === 1) {
    const keys = verdict === 'keep' ? ['ArrowRight', 'k'] : ['ArrowLeft', 't'];
    await page.keyboard.press(keys[Math.floor(turn / 3) % 2]);
  } else {
    await page.waitForTimeout(LOOK_MILLIS);
    await page.getByTestId(`label-${verdict}`).click();
  }
  await expect.poll(() => card.innerText()).not.toBe(text);
  return verdict;
}

describe('the Clean tab', () => {
  it('teaches a classifier by swipes of the whole lab, and the plan takes filter, copies and masks', async () => {
    const experiment = { seed: 5, budgetFlops: 3e10, graceSeconds: 0.5, clockScale: 10 };
    const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment });
    const until = (wish: (view: MatchView) => boolean) => host.until(wish, PATIENCE_MILLIS);
    const ada = await openPage(
      served.browser,
      'cleaning',
      `${served.app.url}/?code=${code}&executor=wasm`,
      SIZES[0],
    );
    const { page } = ada;
    await pressMain(ada);
    await until(({ players }) => players.length === 1);
    const bo = await joinAs(served.app.url, code, 'Bo');
    await host.send({ type: 'host/start' });

    const buy = (kind: 'web' | 'stories' | 'letters', portion: 'half' | 'whole') =>
      page
        .getByRole('group', { name: t('data.buyLegend', { kind: t(`kind.${kind}`) }) })
        .getByRole('radio', { name: t(`portion.${portion}`) })
        .check();
    await buy('web', 'whole');
    await buy('stories', 'half');
    await page.getByText(t('data.more')).click();
    await buy('letters', 'whole');
    await page.getByRole('tab', { name: t('cleaning.tab') }).click();
    await page.getByTestId('label-card').waitFor();
    let sorted = 0;
    const said = { keep: 0, toss: 0 };
    while (sorted < MOST_PAGES && Math.min(said.keep, said.toss) < ENOUGH_OF_EACH) {
      said[await sortOne(ada, sorted++)]++;
    }
    await until((view) => labelCount(view) === sorted);
    expect(await checkLayout(ada, 'clean-sort')).toEqual([]);

    await bo.send({ type: 'data/label', kind: 'web', number: 200, verdict: 'keep' });
    await page.getByText(t('labels.byName', { name: 'Bo', count: 1 })).waitFor();
    await page.getByTestId('label-undo').click();
    await page.waitForTimeout(LOOK_MILLIS);
    await page.getByTestId('label-toss').click();
    const view = await until((candidate) => labelCount(candidate) === sorted + 1);
    expect(Object.values(labelsIn(view)).flatMap(Object.values)).toContain('toss');

    const tool = (name: 'filter' | 'copies' | 'secrets') =>
      page.getByRole('radio', { name: t(`cleaning.tool.${name}`) }).check();
    const switchOn = () => page.getByRole('radio', { name: t('cleaning.on'), exact: true }).check();
    await tool('filter');
    await switchOn();
    await page.getByText(t('quality.justTossed')).waitFor();
    expect(await checkLayout(ada, 'clean-filter')).toEqual([]);
    await tool('copies');
    await switchOn();
    await page.getByText(t('copies.examples')).waitFor();
    expect(await checkLayout(ada, 'clean-copies')).toEqual([]);
    await tool('secrets');
    await switchOn();
    await page.getByText(t('secrets.unknown')).waitFor();
    await page.getByText(MASK).first().waitFor();
    await page.getByText(/All tools together leave/).waitFor();
    expect(await checkLayout(ada, 'clean-secrets')).toEqual([]);

    await pressMain(ada);
    await pressMain(ada);
    const proposed = await until(({ teams }) => teams[0].own?.proposals.length === 1);
    const [proposal] = proposed.teams[0].own?.proposals ?? [];
    expect(proposal.proposed).toMatchObject({
      plan: { cleaning: { similarity: 0.8, quality: 0.5, scrub: true } },
    });
    await bo.send({ type: 'plan/agree', proposalId: proposal.id });
    await until(({ stage }) => stage === 'scale');
    await host.send({ type: 'host/skip' });
    const prepared = await until(({ teams }) => teams[0].ready);
    const web = prepared.teams[0].own?.prepared?.cleaning.datasets.find(({ kind }) => kind === 'web');
    expect(web?.tossed).toBeGreaterThan(0);
    expect(web?.copies).toBeGreaterThan(0);
    await page.getByTestId('cleaning-news').waitFor();
    expect(await checkLayout(ada, 'clean-news')).toEqual([]);
    expect(ada.complaints).toEqual([]);
    await bo.close();
    await host.close();
  });
});
