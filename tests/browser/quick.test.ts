/** Two strangers in real Chromium press one button each, meet in a match that nobody hosts, and come to its end. */

import { describe, expect, it } from 'vitest';
import { t } from '../../client/i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { isMadeName } from '../../shared/game/made-names.ts';
import { lookInBothLanguages } from './languages.ts';
import { serveGame } from './served.ts';
import { checkLayout, openPage, SIZES, type WatchedPage } from './watched-page.ts';

/** Little to train, and clocks that are run out by whoever only watches. */
const EXPERIMENT = { seed: 11, budgetFlops: 1e10, graceSeconds: 0.5, clockScale: 0.15 };
const PATIENCE = 120_000;

const served = serveGame();

describe('two strangers', () => {
  const people: WatchedPage[] = [];
  /** Of people and labs: nobody translates them. */
  const names: string[] = [];
  const isName = (text: string): boolean => names.includes(text) || isMadeName(text.replace(/ \d+$/, ''));
  const overflows: string[] = [];
  const inStage = (stage: Stage) =>
    Promise.all(
      people.map(({ page }) => page.locator(`.lab[data-stage="${stage}"]`).waitFor({ timeout: PATIENCE })),
    );
  const look = async (moment: string) => {
    for (const person of people) overflows.push(...(await checkLayout(person, moment)));
  };

  it('meet by one button each, in two labs, under names that chance made', async () => {
    const search = `?executor=wasm&experiment=${encodeURIComponent(JSON.stringify(EXPERIMENT))}`;
    for (const [index, size] of [SIZES[0], SIZES[1]].entries())
      people.push(
        await openPage(served.browser, `stranger-${index + 1}`, served.app.url + `/${search}`, size),
      );
    await Promise.all(people.map(({ page }) => page.getByTestId('play-online').click()));
    await inStage('lobby');
    const [hosted] = served.app.directory.all();
    await expect.poll(() => Object.values(hosted?.service.match.players ?? {}).length).toBe(2);
    const players = Object.values(hosted?.service.match.players ?? {});
    names.push(...[...players, ...Object.values(hosted?.service.match.teams ?? {})].map(({ name }) => name));
    expect(players.every(({ name }) => isMadeName(name))).toBe(true);
    expect(new Set(players.map(({ teamId }) => teamId)).size).toBe(2);
    expect(served.app.directory.size).toBe(1);
  });

  it('go through all stages without a host, and both see how it ended', async () => {
    await inStage('data');
    await look('quick-data');
    await inStage('pretrain');
    await inStage('debrief');
    for (const { page } of people) {
      await page.getByText(t('debrief.waiting')).waitFor({ state: 'detached', timeout: PATIENCE });
      await expect
        .poll(() => page.getByText(/^\d+ points$/).count(), { timeout: PATIENCE })
        .toBeGreaterThan(1);
    }
    await look('quick-debrief');
  });

  it('are rated once, by their devices, and find themselves in the table', async () => {
    for (const { page } of people)
      await page.getByText(/points now, \d+ (more|fewer) than before/).waitFor({ timeout: PATIENCE });
    const [, second] = people;
    const table = await second!.page.context().newPage();
    await table.goto(`${served.app.url}/online`);
    await table.getByText(`(${t('online.own')})`).waitFor();
    expect(await table.locator('.standings tbody tr').count()).toBe(2);
    overflows.push(...(await checkLayout({ ...second!, page: table }, 'online-table')));
    overflows.push(...(await lookInBothLanguages(table, { isName })));
    await table.close();
  });

  it('put the winner into the hall, where anybody talks to its model', async () => {
    const winner =
      people[
        await Promise.any(
          people.map(({ page }, index) =>
            page
              .getByTestId('enter-hall')
              .waitFor()
              .then(() => index),
          ),
        )
      ];
    await winner!.page.getByTestId('enter-hall').click();
    await winner!.page.getByText(t('hall.isIn')).waitFor();
    const hall = await winner!.page.context().newPage();
    await hall.goto(`${served.app.url}/online?executor=wasm`);
    await hall.locator('details:not(.open-home) > summary').click();
    await hall.getByTestId('hall-ask').click();
    await hall.getByTestId('hall-said').waitFor({ timeout: PATIENCE });
    const said = hall.getByTestId('hall-said');
    expect(await said.innerText()).not.toContain(t('talk.failed'));
    await hall.locator('[data-testid="hall-said"] + .report-text').click();
    await said.waitFor({ state: 'detached' });
    overflows.push(...(await checkLayout({ ...winner!, page: hall }, 'online-hall')));
    overflows.push(...(await lookInBothLanguages(hall, { isName })));
    await hall.getByRole('link', { name: t('hall.against') }).click();
    await hall.getByText(/One bot plays as/).waitFor();
    await hall.goBack();
    await hall.locator('details:not(.open-home) > summary').click();
    await hall.getByRole('button', { name: t('hall.leave') }).click();
    await hall.getByText(t('hall.empty')).waitFor();
    await hall.close();
  });

  it('play again with one button, or leave, without a complaint on the console', async () => {
    const [first] = people;
    await first?.page.getByRole('button', { name: t('quick.again') }).click();
    await first?.page.getByTestId('play-online').waitFor();
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(overflows).toEqual([]);
    await Promise.all(people.map(({ page }) => page.context().close()));
  });
});
