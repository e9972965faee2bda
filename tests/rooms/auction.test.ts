/** Three labs bid on a real server: nobody sees another's bid before the opening, and only the winner reads the archive. */

import { DATA_BUDGET_COINS } from '../../shared/game/stages/data/coins.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { DEFAULT_DATA_PLAN, withLot } from '../../shared/game/stages/data/plan.ts';
import type { PlayerMove } from '../../shared/game/moves.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { joinAs, openMatch, type FakePlayer } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const bid = (coins: number | null): PlayerMove => ({ type: 'auction/bid', coins });

it('is sealed until all have spoken, then told to all, and its text goes to the winner', async () => {
  const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.1, clockScale: 10 };
  const host = await openMatch(app.url, { teamCount: 3, experiment });
  const players: FakePlayer[] = [];
  for (const name of ['Ada', 'Bo', 'Cy']) players.push(await joinAs(app.url, host.code, name));
  const [ada, bo, cy] = players;
  await host.move({ type: 'host/start' });
  for (const player of players) await player.until('data', ({ stage }) => stage === 'data');

  expect(await ada.move(bid(37), 'tap')).toBe('ok');
  expect(await ada.move(bid(37), 'tap')).toBe('ok');
  expect(await bo.move(bid(-1))).toBe('auction/bad_bid');
  expect(await bo.move(bid(101))).toBe('auction/over_budget');
  const foreign = { ...bid(20), teamId: 'team-1' };
  expect(await bo.move(foreign)).toBe('protocol/bad_message');
  expect(await bo.move({ type: 'auction/bid' } as unknown as PlayerMove)).toBe('protocol/bad_message');
  expect(await bo.move(bid(22))).toBe('ok');
  const sealed = await cy.until('two bids', ({ auction }) => auction?.spoken === 2);
  expect(sealed.auction?.outcome).toBeNull();
  expect(JSON.stringify(sealed)).not.toMatch(/"coins":(37|22)/);
  const hosts = await host.until('two bids', ({ auction }) => auction?.spoken === 2);
  /* But for the time of the opening, which may have any digits. */
  expect(JSON.stringify({ ...hosts.auction, closesAtMs: 0 })).not.toMatch(/37|22/);

  expect(await cy.move(bid(null))).toBe('ok');
  const kind = sealed.auction?.kind ?? 'stories';
  for (const guest of [host, ...players]) {
    const { auction } = await guest.until('the opening', (view) => view.auction?.outcome !== null);
    expect(Object.values(auction?.outcome?.bids ?? {}).toSorted()).toEqual([22, 37, null]);
    expect(auction?.outcome?.coins).toBe(37);
  }
  expect(await bo.move(bid(90))).toBe('auction/closed');

  const withArchive = withLot(DEFAULT_DATA_PLAN, { kind, coins: 37 }, DATA_BUDGET_COINS);
  const propose = (plan: typeof DEFAULT_DATA_PLAN): PlayerMove => ({
    type: 'plan/propose',
    proposed: { stage: 'data', plan },
  });
  expect(await bo.move(propose(withArchive))).toBe('data/not_your_archive');
  const whole = { stories: 'whole', encyclopedia: 'whole', questions: 'whole' } as const;
  const dear = { ...DEFAULT_DATA_PLAN, purchases: { ...DEFAULT_DATA_PLAN.purchases, ...whole } };
  expect(await ada.move(propose(dear))).toBe('data/over_budget');
  expect(await ada.move(propose(withArchive))).toBe('ok');
  for (const player of [bo, cy]) expect(await player.move(propose(DEFAULT_DATA_PLAN))).toBe('ok');
  await host.until('scale', ({ stage }) => stage === 'scale');
  const scale = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
  for (const player of players) await player.move({ type: 'plan/propose', proposed: scale });

  const preparedOf = async (
    player: FakePlayer,
  ): Promise<{ bytes: number; tokens: number; epochs: number }> => {
    const teamId = player.view().players.find(({ id }) => id === player.id)?.teamId;
    const isReady = ({ teams }: MatchView) => teams.some((team) => team.id === teamId && team.ready);
    const ready = await player.until('the model', isReady);
    const { prepared } = ready.teams.find(({ id }) => id === teamId)?.own ?? {};
    const bytes = prepared?.cleaning.datasets.find((dataset) => dataset.kind === kind)?.bytes ?? 0;
    const { drawnTokens = 0, epochs = 0 } = prepared?.datasets.find((dataset) => dataset.kind === kind) ?? {};
    return { bytes, tokens: drawnTokens, epochs };
  };
  const [won, lost] = [await preparedOf(ada), await preparedOf(bo)];
  expect(won.bytes / lost.bytes).toBeGreaterThan(1.9);
  /* For the same number of tokens from this dataset, the winner reads each page about half as often. */
  expect(won.epochs / won.tokens / (lost.epochs / lost.tokens)).toBeLessThan(0.6);
});
