/** One lab, one basket: members fill it together, pay from one purse, and nothing of anybody's is lost. */

import { describe, expect, it } from 'vitest';
import { codeOf, HOST, player, SYSTEM, TestMatch } from '../../testing.ts';
import { sliceOf } from '../../slices.ts';
import type { BasketChange } from './basket-changes.ts';
import { LEAST_BID_COINS } from './auction.ts';
import { DATA_BUDGET_COINS } from './coins.ts';
import { costOf, DEFAULT_DATA_PLAN } from './plan.ts';

/** Two labs of two: ada and cy, bo and dee. */
const inData = (): TestMatch => new TestMatch().skipTo('data');

function change(test: TestMatch, who: string, ...changes: BasketChange[]): string {
  const codes = changes.map((one) => codeOf(test.act(player(who), { type: 'data/basket', change: one })));
  return codes.find((code) => code !== 'ok') ?? 'ok';
}

const basketOf = (test: TestMatch) => test.team().now.data.basket;

describe('the basket of a lab', () => {
  it('takes what each member puts in, and says who did', () => {
    const test = inData();
    change(test, 'ada', { kind: 'stories', portion: 'whole' });
    change(test, 'cy', { kind: 'web', portion: 'half' });
    expect(basketOf(test).plan.purchases).toEqual({ stories: 'whole', web: 'half' });
    expect(basketOf(test).by).toEqual({ stories: 'ada', web: 'cy' });
    change(test, 'cy', { kind: 'stories', portion: 'half' });
    change(test, 'ada', { kind: 'web', portion: null });
    expect(basketOf(test).plan.purchases).toEqual({ stories: 'half' });
    expect(basketOf(test).by).toEqual({ stories: 'cy' });
    expect(test.team('team-2').now.data.basket.by).toEqual({});
  });

  it('loses nothing of either when two change other things at once', () => {
    const test = inData();
    change(test, 'ada', { kind: 'stories', portion: 'whole' }, { kind: 'stories', weight: 55 });
    change(test, 'cy', { kind: 'posts', portion: 'half' }, { scrub: true });
    change(test, 'ada', { similarity: 0.8 }, { vocabSize: 256 });
    expect(basketOf(test).plan).toEqual({
      purchases: { stories: 'whole', posts: 'half' },
      shares: { stories: 55, posts: DEFAULT_DATA_PLAN.shares.posts },
      vocabSize: 256,
      cleaning: { similarity: 0.8, quality: null, scrub: true },
      heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
    });
  });

  it('holds no more than the lab can pay, whoever comes last', () => {
    const test = inData();
    change(
      test,
      'ada',
      { kind: 'stories', portion: 'whole' },
      { kind: 'encyclopedia', portion: 'whole' },
      { kind: 'questions', portion: 'whole' },
    );
    const before = structuredClone(test.match);
    expect(
      change(
        test,
        'cy',
        { kind: 'language', portion: 'whole' },
        { kind: 'web', portion: 'whole' },
        { kind: 'exercises', portion: 'whole' },
      ),
    ).toBe('data/over_budget');
    expect(costOf(basketOf(test).plan.purchases)).toBeLessThanOrEqual(DATA_BUDGET_COINS);
    expect(before.teams['team-1']?.now.data.basket.by).toMatchObject({ stories: 'ada' });
  });

  it.each<[string, BasketChange, string]>([
    ['an archive that others won', { kind: 'stories', portion: 'archive' }, 'data/not_your_archive'],
    ['a share of what is not in it', { kind: 'web', weight: 20 }, 'data/not_bought'],
    ['holding out nothing', { heldOutShare: 0 }, 'data/no_held_out'],
    ['a likeness out of bounds', { similarity: 7 }, 'data/bad_similarity'],
    ['a bar out of bounds', { quality: Number.NaN }, 'data/bad_threshold'],
  ])('refuses %s, and stays as it was', (_what, refused, code) => {
    const test = inData();
    const before = structuredClone(test.match);
    expect(change(test, 'ada', refused)).toBe(code);
    expect(test.match).toEqual(before);
  });

  it('is closed in other stages, and once the lab has agreed', () => {
    const test = inData();
    const stories = { kind: 'stories', portion: 'whole' } as const;
    change(test, 'ada', stories);
    for (const who of ['ada', 'cy'])
      test.act(player(who), { type: 'plan/propose', proposed: { stage: 'data', plan: basketOf(test).plan } });
    expect(test.team().now.data.plan?.purchases).toEqual({ stories: 'whole' });
    expect(change(test, 'cy', { kind: 'web', portion: 'half' })).toBe('plan/already_committed');
    expect(change(test.skipTo('scale'), 'bo', stories)).toBe('match/wrong_stage');
  });

  it('has the archive that the lab won, and gives things back though it can pay for none of them', () => {
    const test = inData();
    change(
      test,
      'ada',
      { kind: 'questions', portion: 'whole' },
      { kind: 'encyclopedia', portion: 'whole' },
      { kind: 'exercises', portion: 'whole' },
    );
    const coins = DATA_BUDGET_COINS - LEAST_BID_COINS;
    test.act(player('ada'), { type: 'auction/bid', coins });
    test.act(player('bo'), { type: 'auction/bid', coins: null });
    const { kind } = sliceOf(test.match, 'data').auction;
    expect(basketOf(test).plan.purchases[kind]).toBe('archive');
    expect(change(test, 'cy', { kind: 'web', portion: 'half' })).toBe('data/over_budget');
    expect(change(test, 'cy', { kind: 'exercises', portion: null })).toBe('ok');
  });
});

describe('when the clock decides', () => {
  const endings = [
    [
      'its end',
      (test: TestMatch) => {
        test.nowMs += 3_600_000;
        return test.act(SYSTEM, { type: 'clock/expire' });
      },
    ],
    ['a skip of the host', (test: TestMatch) => test.act(HOST, { type: 'host/skip' })],
  ] as const;

  it.each(endings)('%s takes the basket that nobody proposed', (_ending, end) => {
    const test = inData();
    change(test, 'ada', { kind: 'stories', portion: 'whole' });
    change(test, 'cy', { kind: 'web', portion: 'half' });
    end(test);
    expect(test.team().now.data.plan?.purchases).toEqual({ stories: 'whole', web: 'half' });
    expect(test.team()).toMatchObject({ takenUnsaid: ['data'], defaulted: [] });
    expect(test.team('team-2')).toMatchObject({ takenUnsaid: [], defaulted: ['data'] });
    expect(test.team('team-2').now.data.plan).toEqual(DEFAULT_DATA_PLAN);
  });

  it('a proposal comes before the basket', () => {
    const test = inData();
    change(test, 'ada', { kind: 'stories', portion: 'whole' });
    const proposed = { stage: 'data', plan: basketOf(test).plan } as const;
    test.act(player('ada'), { type: 'plan/propose', proposed });
    change(test, 'cy', { kind: 'web', portion: 'half' });
    test.act(HOST, { type: 'host/skip' });
    expect(test.team().now.data.plan?.purchases).toEqual({ stories: 'whole' });
    expect(test.team().takenUnsaid).toEqual([]);
  });

  it('a filter without labels is left out, rather than the basket', () => {
    const test = inData();
    change(test, 'ada', { kind: 'web', portion: 'whole' }, { quality: 0.5 }, { scrub: true });
    test.act(HOST, { type: 'host/skip' });
    expect(test.team().now.data.plan).toMatchObject({
      purchases: { web: 'whole' },
      cleaning: { quality: null, scrub: true },
    });
  });
});
