/** Pictures in real Chromium: the image lab on its page, and a match of pictures in which devices train the labs' painters. */

import { expect, it } from 'vitest';
import { words } from '../../client/i18n/es.ts';
import { t } from '../../client/i18n/t.ts';
import { lookInBothLanguages } from './languages.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import { must } from '../../shared/game/testing.ts';
import { ownTeamSlice } from '../../shared/game/slices.ts';
import { painterOf } from '../../shared/game/stages/paint/painter.ts';
import { isPainted, type PaintTeam } from '../../shared/game/stages/paint/state.ts';
import { openMatch, serveGame } from './served.ts';
import { checkLayout, openPage, pressMain, SIZES } from './watched-page.ts';

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
  await page.getByLabel(t('images.begin.picture', { number: 2 })).check({ force: true });
  await page.getByLabel(t('images.part.lower')).check({ force: true });
  await page.getByTestId('learn-to-find').click();
  await page.getByLabel(t('images.found')).waitFor();
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

/** The fewest steps there are, and clocks that never run out. */
const EXPERIMENT = { seed: 5, budgetFlops: 1e9, graceSeconds: 0.2, clockScale: 50 };

it('two labs buy pictures, train painters on their devices, and see them measured', async () => {
  const { url } = served.app;
  const { code, host } = await openMatch(url, { preset: 'images', teamCount: 2, experiment: EXPERIMENT });
  const { match } = must(served.app.directory.byCode(code)).service;
  const until = (what: () => unknown) => expect.poll(what, { timeout: PATIENCE_MILLIS });
  const labs = [
    await openPage(served.browser, 'painting-ada', `${url}/?code=${code}&executor=wasm`, SIZES[0]),
    await openPage(served.browser, 'painting-bo', `${url}/?code=${code}&executor=wasm`, SIZES[1]),
  ];
  for (const lab of labs) await pressMain(lab);
  await until(() => Object.values(match.players).filter(({ device }) => device).length).toBe(2);
  await host.send({ type: 'host/start' });
  for (const { page } of labs)
    await page.getByRole('checkbox', { name: t('source.town') }).check({ force: true });
  expect(await checkLayout(labs[0], 'pictures')).toEqual([]);
  for (const lab of labs) await pressMain(lab);
  await until(() => match.stage).toBe('paint');
  for (const lab of labs) await pressMain(lab);
  const teams = Object.values(match.teams);
  await until(() => teams.every((team) => ![null, SERVER_WORKER].includes(painterOf(match, team)))).toBe(
    true,
  );
  await until(() => teams.every((team) => isPainted(ownTeamSlice<PaintTeam>(team, 'paint')))).toBe(true);
  await until(() => match.stage).toBe('gallery');
  await labs[0].page.getByText(t('gallery.row', { guidance: 2 })).waitFor({ timeout: PATIENCE_MILLIS });
  for (const lab of labs) await pressMain(lab);
  await until(() => match.stage).toBe('exhibition');
  for (const lab of labs) {
    await lab.page.locator('.figure-list').waitFor({ timeout: PATIENCE_MILLIS });
    expect(await checkLayout(lab, 'exhibition')).toEqual([]);
    expect(lab.complaints).toEqual([]);
  }
  await host.close();
}, 300_000);
