/** Sealed bids: one for each team, the last before the opening, nobody sees another's, and the winner pays its own. */

import { describe, expect, it } from 'vitest';
import { AUCTION_CLOCK_SHARE, isAuctionDue, LEAST_BID_COINS, lotOf } from './auction.ts';
import { createAuction, LOT_KINDS } from './state.ts';
import { DATA_BUDGET_COINS } from './coins.ts';
import { checkDataPlan, costOf, DEFAULT_DATA_PLAN, withLot } from './plan.ts';
import type { PlayerMove } from '../../moves.ts';
import { HOST, player, SYSTEM, TestMatch } from '../../testing.ts';
import { sliceOf } from '../../slices.ts';

/** Three labs: ada and dee in the first, bo in the second, cy in the third. */
const bidding = (): TestMatch => new TestMatch(3).skipTo('data');
const bid = (coins: number | null): PlayerMove => ({ type: 'auction/bid', coins });
const outcomeOf = (test: TestMatch) => sliceOf(test.match, 'data').auction.outcome;
const decide: PlayerMove = { type: 'plan/propose', proposed: { stage: 'data', plan: DEFAULT_DATA_PLAN } };

describe('an auction', () => {
  it('sells one of three kinds, by the match', () => {
    expect([0, 1, 2, 3].map((seed) => createAuction(seed).kind)).toEqual([...LOT_KINDS, LOT_KINDS[0]]);
  });

  it('goes to the highest bid, which is paid from the budget, and is opened when all have spoken', () => {
    const test = bidding();
    test.act(player('ada'), bid(30));
    test.act(player('bo'), bid(41));
    expect(outcomeOf(test)).toBeNull();
    test.act(player('cy'), bid(null));
    const bids = { 'team-1': 30, 'team-2': 41, 'team-3': null };
    expect(outcomeOf(test)).toEqual({ winnerId: 'team-2', coins: 41, bids, isDrawn: false });
    const lot = lotOf(sliceOf(test.match, 'data'), 'team-2');
    expect(lot).toEqual({ kind: 'stories', coins: 41 });
    expect(lotOf(sliceOf(test.match, 'data'), 'team-1')).toBeNull();
    const full = { ...DEFAULT_DATA_PLAN, purchases: { stories: 'archive', encyclopedia: 'whole' } } as const;
    const plan = { ...full, shares: { stories: 1, encyclopedia: 1 } };
    expect(checkDataPlan(plan, lot, DATA_BUDGET_COINS).ok).toBe(true);
    const greedy = {
      ...plan,
      purchases: { ...plan.purchases, questions: 'whole', exercises: 'whole' },
    } as const;
    expect(checkDataPlan(greedy, lot, DATA_BUDGET_COINS)).toMatchObject({
      error: { code: 'data/over_budget', params: { cost: 24 + 24 + 20 + 41 } },
    });
    expect(checkDataPlan(greedy, null, DATA_BUDGET_COINS)).toMatchObject({
      error: { code: 'data/not_your_archive' },
    });
    expect(checkDataPlan(plan, { kind: 'questions', coins: 10 }, DATA_BUDGET_COINS)).toMatchObject({
      error: { code: 'data/not_your_archive', params: { kind: 'stories' } },
    });
  });

  it('counts the last word of a team, whoever of it said it', () => {
    const test = bidding();
    test.act(player('ada'), bid(80));
    test.act(player('dee'), bid(12));
    test.act(player('bo'), bid(20));
    test.act(player('cy'), bid(null));
    expect(outcomeOf(test)).toMatchObject({ winnerId: 'team-2', bids: { 'team-1': 12 } });
  });

  it('is opened by the clock with what is there, and not a moment before', () => {
    const test = bidding();
    const seconds = test.match.settings.stageSeconds.data ?? 0;
    test.act(player('cy'), bid(15));
    test.nowMs += AUCTION_CLOCK_SHARE * seconds * 1000 - 1;
    expect(test.act(SYSTEM, { type: 'auction/close' }).ok).toBe(false);
    test.nowMs += 1;
    expect(isAuctionDue(test.match, test.nowMs)).toBe(true);
    expect(test.act(player('bo'), bid(99))).toMatchObject({ error: { code: 'auction/closed' } });
    expect(test.act(SYSTEM, { type: 'auction/close' }).ok).toBe(true);
    expect(outcomeOf(test)).toMatchObject({ winnerId: 'team-3', coins: 15 });
    expect(isAuctionDue(test.match, test.nowMs)).toBe(false);
  });

  it('waits as long as a pause lasts', () => {
    const test = bidding();
    const closesAtMs = sliceOf(test.match, 'data').auction.closesAtMs ?? 0;
    test.act(HOST, { type: 'host/pause' });
    expect(test.act(player('bo'), bid(20))).toMatchObject({ error: { code: 'match/paused' } });
    test.nowMs += 500_000;
    expect(test.act(SYSTEM, { type: 'auction/close' })).toMatchObject({ error: { code: 'match/paused' } });
    test.act(HOST, { type: 'host/resume' });
    expect(sliceOf(test.match, 'data').auction.closesAtMs).toBe(closesAtMs + 500_000);
  });

  it('lets nobody have it when all pass, and is over with its stage', () => {
    const test = bidding();
    for (const id of ['ada', 'bo', 'cy']) test.act(player(id), bid(null));
    expect(outcomeOf(test)).toMatchObject({ winnerId: null, coins: 0, isDrawn: false });
    const skipped = bidding();
    skipped.act(player('bo'), bid(33));
    skipped.act(HOST, { type: 'host/skip' });
    expect(outcomeOf(skipped)).toMatchObject({ winnerId: 'team-2', coins: 33 });
    expect(skipped.team('team-2').now.data.plan?.purchases.stories).toBe('archive');
    expect(skipped.team('team-1').now.data.plan).toEqual(DEFAULT_DATA_PLAN);
  });

  it('takes a team that has decided as one that passes, also when it had bid', () => {
    const test = bidding();
    test.act(player('bo'), bid(60));
    test.act(player('bo'), decide);
    test.act(player('cy'), bid(20));
    test.act(player('ada'), bid(null));
    expect(outcomeOf(test)).toMatchObject({ winnerId: 'team-3', coins: 20, bids: { 'team-2': null } });
  });

  it('draws among equal bids by the match and not by who was first', () => {
    const winnerOf = (lotSeed: number, first: string, second: string): string | null => {
      const test = bidding();
      sliceOf(test.match, 'data').auction = { ...createAuction(lotSeed) };
      for (const id of [first, second]) test.act(player(id), bid(25));
      test.act(player('cy'), bid(24));
      expect(outcomeOf(test)?.isDrawn).toBe(true);
      return outcomeOf(test)?.winnerId ?? null;
    };
    const seeds = Array.from({ length: 40 }, (_, index) => index * 7919);
    const winners = seeds.map((seed) => winnerOf(seed, 'ada', 'bo'));
    expect(seeds.map((seed) => winnerOf(seed, 'bo', 'ada'))).toEqual(winners);
    const firsts = winners.filter((id) => id === 'team-1').length;
    expect(firsts).toBeGreaterThan(8);
    expect(firsts).toBeLessThan(32);
  });

  it('withdraws proposals that the winner can no longer pay, and keeps the others', () => {
    const test = bidding();
    const cheap = { ...DEFAULT_DATA_PLAN, purchases: { web: 'whole' }, shares: { web: 1 } } as const;
    test.act(player('ada'), decide);
    test.act(player('dee'), { type: 'plan/propose', proposed: { stage: 'data', plan: cheap } });
    test.act(player('ada'), bid(50));
    for (const id of ['bo', 'cy']) test.act(player(id), bid(null));
    expect(test.team().proposals.map(({ proposerId }) => proposerId)).toEqual(['dee']);
  });
});

describe('a bid that is refused changes nothing', () => {
  it.each([
    ['over the budget', 'ada', bid(DATA_BUDGET_COINS + 1), 'auction/over_budget'],
    ['below the least', 'ada', bid(LEAST_BID_COINS - 1), 'auction/too_low'],
    ['negative', 'ada', bid(-20), 'auction/bad_bid'],
    ['in parts of a coin', 'ada', bid(20.5), 'auction/bad_bid'],
    ['no number at all', 'ada', bid(Number.NaN), 'auction/bad_bid'],
    ['of a stranger', 'zoe', bid(20), 'lobby/no_such_player'],
  ])('%s', (_, id, move, code) => {
    const test = bidding();
    test.act(player('dee'), bid(33));
    const before = structuredClone(test.match);
    expect(test.act(player(id), move)).toMatchObject({ ok: false, error: { code } });
    expect(test.match).toEqual(before);
  });

  it('after the opening, after the own decision, and in another stage', () => {
    const test = bidding();
    test.act(player('cy'), decide);
    expect(test.act(player('cy'), bid(20))).toMatchObject({ error: { code: 'plan/already_committed' } });
    for (const id of ['ada', 'bo']) test.act(player(id), bid(20));
    expect(test.act(player('ada'), bid(90))).toMatchObject({ error: { code: 'auction/closed' } });
    test.skipTo('scale');
    expect(test.act(player('ada'), bid(20))).toMatchObject({ error: { code: 'match/wrong_stage' } });
  });

  it('sent twice with one id counts once, and never for another team', () => {
    const test = bidding();
    test.act(player('ada'), bid(20), 'tap');
    test.act(player('dee'), bid(50));
    expect(test.act(player('ada'), bid(20), 'tap')).toMatchObject({ value: { repeated: true } });
    expect(sliceOf(test.match, 'data').auction.bids).toEqual({ 'team-1': { coins: 50, playerId: 'dee' } });
  });

  it('of the clock may only come from the server', () => {
    const test = bidding();
    const close = { type: 'auction/close' } as const;
    expect(test.act(player('ada'), close)).toMatchObject({ error: { code: 'protocol/bad_message' } });
    expect(test.act(HOST, close)).toMatchObject({ error: { code: 'protocol/bad_message' } });
  });
});

describe('the plan of a team that won', () => {
  it.each([10, 16, 17, 45, 77, 100])('can be paid by default, also after %i coins', (coins) => {
    for (const kind of LOT_KINDS) {
      const lot = { kind, coins };
      const plan = withLot(DEFAULT_DATA_PLAN, lot, DATA_BUDGET_COINS);
      expect(plan.purchases[kind]).toBe('archive');
      expect(checkDataPlan(plan, lot, DATA_BUDGET_COINS).ok).toBe(true);
      expect(costOf(plan.purchases) + coins).toBeLessThanOrEqual(DATA_BUDGET_COINS);
    }
    expect(withLot(DEFAULT_DATA_PLAN, null, DATA_BUDGET_COINS)).toBe(DEFAULT_DATA_PLAN);
  });
});
