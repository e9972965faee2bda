/** A match of pictures in a room: bots buy, the server trains their painters, and in the end all of them are measured. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { exhibitionOf } from '../../client/stages/exhibition/shown.ts';
import { ownPaintOf } from '../../client/stages/paint/draft.ts';
import { createApp, type App } from '../../server/app.ts';
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
});
