/** Many matches at once: those that nobody plays do not keep those that are played waiting. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { NO_LIMITS } from '../../server/limits/limits.ts';
import { MOST_OF_ADDRESS } from '../../server/matchmaking/make-way.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { joinAs, openMatch } from './fake-player.ts';
import { sliceOf } from '../../shared/game/slices.ts';

/** All but one that an address may have open at once. */
const OTHER_MATCHES = MOST_OF_ADDRESS - 1;
/** The one that is being written when the lab asks, its own, and one to spare; in order of arrival all of them would be. */
const MOST_BEFORE = 3;

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, limits: NO_LIMITS });
});
afterAll(() => app.close());

/** Matches whose datasets are written. */
const written = (): number =>
  app.directory
    .all()
    .filter(({ service }) => Object.keys(sliceOf(service.match, 'data').documents).length > 0).length;

it('a lab gets its text though many lobbies want theirs written', async () => {
  const host = await openMatch(app.url, { teamCount: 1 });
  const ada = await joinAs(app.url, host.code, 'Ada');
  for (let i = 0; i < OTHER_MATCHES; i++) {
    const other = await openMatch(app.url, { teamCount: 1 });
    await joinAs(app.url, other.code, 'Bo');
  }
  await host.move({ type: 'host/start' });
  const before = written();
  await ada.move({ type: 'plan/propose', proposed: { stage: 'data', plan: DEFAULT_DATA_PLAN } });
  await ada.until('the text', ({ teams }) => Boolean(teams[0]?.own?.text));
  expect(before).toBeLessThan(OTHER_MATCHES - MOST_BEFORE);
  expect(written() - before).toBeLessThanOrEqual(MOST_BEFORE);
});
