/** A match of pictures in a room: bots buy, the server trains their painters, all of them are measured, and it can be looked at again. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { exhibitionOf } from '../../client/stages/exhibition/shown.ts';
import { ownPaintOf } from '../../client/stages/paint/draft.ts';
import { createPlayback } from '../../client/replay/playback.ts';
import { getBytes } from '../../client/session/http.ts';
import { createApp, type App } from '../../server/app.ts';
import { unpackJson } from '../../server/match/packed-json.ts';
import type { Recording } from '../../shared/game/journal.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { openMatch } from './fake-player.ts';

const EXPERIMENT = { seed: 3, budgetFlops: 1e9, graceSeconds: 0.2, clockScale: 50 };

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

it('goes from the market to an exhibition with figures and points', async () => {
  const host = await openMatch(app.url, {
    preset: 'images',
    teamCount: 2,
    bots: true,
    experiment: EXPERIMENT,
  });

  expect(await host.move({ type: 'host/start' })).toBe('ok');
  await host.until('samples', ({ stage, views }) => stage !== 'pictures' || views.pictures !== undefined);
  const painting = await host.until('pictures', ({ teams }) =>
    teams.some((team) => (ownPaintOf(team)?.shown.length ?? 0) > 0),
  );
  const shown = painting.teams.flatMap((team) => ownPaintOf(team)?.shown ?? []);
  for (const { pixels } of shown) expect(pixels).toMatch(/^[0-9a-f]{256}$/);
  const { teams } = await host.until('figures', (view) => view.teams.every((team) => exhibitionOf(team)));
  for (const team of teams) {
    const view = exhibitionOf(team);
    expect(view?.exhibit.pictures.length).toBe(view?.exhibit.right.length);
    expect(view?.exhibit.agreement.high).toBeGreaterThan(0);
    expect(view?.score.total).toBeGreaterThanOrEqual(0);
    expect(view?.by.steps).toBeGreaterThan(0);
  }

  const get = { code: host.code, token: host.hostToken, signal: new AbortController().signal };
  const packed = await getBytes(app.url + ROUTES.recording, get);
  if (!packed.ok) throw new Error('no recording');
  const playback = createPlayback((await unpackJson(packed.value)) as Recording);
  expect(playback.isWhole).toBe(true);
  expect(playback.marks.map(({ stage }) => stage)).toEqual([
    'lobby',
    'pictures',
    'paint',
    'gallery',
    'exhibition',
  ]);
  expect(playback.goTo(playback.lengthMs).teams.every((team) => exhibitionOf(team))).toBe(true);
});
