/** One basket in a real room: two members fill it at the same time, their rivals see nothing of it, and a skip takes what lies in it. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import type { BasketChange } from '../../shared/game/stages/data/basket-changes.ts';
import type { PlayerMove } from '../../shared/game/moves.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { joinAs, openMatch, type FakePlayer } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const put = (change: BasketChange): PlayerMove => ({ type: 'data/basket', change });
const basketIn = ({ teams }: MatchView) => teams.find(({ own }) => own)?.own?.basket;

it('is one for the lab, sealed from rivals, and counts when the host skips', async () => {
  const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.1, clockScale: 10 };
  const host = await openMatch(app.url, { preset: 'short', teamCount: 2, experiment });
  const ada = await joinAs(app.url, host.code, 'Ada');
  const bo = await joinAs(app.url, host.code, 'Bo');
  const cy = await joinAs(app.url, host.code, 'Cy');
  await host.move({ type: 'host/start' });
  await ada.until('data', ({ stage }) => stage === 'data');

  const moves: [FakePlayer, BasketChange][] = [
    [ada, { kind: 'stories', portion: 'whole' }],
    [cy, { kind: 'web', portion: 'half' }],
    [ada, { kind: 'stories', weight: 47 }],
    [cy, { scrub: true }],
  ];
  const replies = await Promise.all(moves.map(([player, change]) => player.move(put(change))));
  expect(replies).toEqual(['ok', 'ok', 'ok', 'ok']);
  for (const player of [ada, cy]) {
    const view = await player.until(
      'all that was put in',
      (seen) => basketIn(seen)?.plan.cleaning.scrub === true,
    );
    expect(basketIn(view)?.plan).toMatchObject({
      purchases: { stories: 'whole', web: 'half' },
      shares: { stories: 47 },
    });
    expect(basketIn(view)?.by).toEqual({ stories: ada.id, web: cy.id });
  }
  expect(basketIn(bo.view())?.plan.purchases).toEqual({});
  expect(JSON.stringify(bo.view())).not.toContain('"stories":47');

  const rest = ['encyclopedia', 'questions', 'exercises'] as const;
  const whole = rest.map((kind, index) => [ada, cy][index % 2].move(put({ kind, portion: 'whole' })));
  expect((await Promise.all(whole)).toSorted()).toEqual(['data/over_budget', 'ok', 'ok']);
  const bad = { type: 'data/basket', change: { kind: 'stories', portion: 'half', weight: 3 } };
  expect(await ada.move(bad as unknown as PlayerMove)).toBe('protocol/bad_message');

  await host.move({ type: 'host/skip' });
  const { teams } = await host.until('scale', ({ stage }) => stage === 'scale');
  const [mine, theirs] = ['team-1', 'team-2'].map((id) => teams.find((team) => team.id === id));
  expect(mine?.own?.plans.data?.purchases).toMatchObject({ stories: 'whole', web: 'half' });
  expect([mine?.defaulted, theirs?.defaulted]).toEqual([[], ['data']]);
  expect(await bo.move(put({ kind: 'web', portion: 'half' }))).toBe('match/wrong_stage');
});
