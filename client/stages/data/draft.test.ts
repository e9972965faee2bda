/** What the sliders of the data stage come to. */

import { describe, expect, it } from 'vitest';
import type { MarketReply } from '../../../shared/game/wire/routes.ts';
import { NO_CLEANING } from '../../../shared/game/stages/data/cleaning.ts';
import { withPurchase } from '../../../shared/game/stages/data/basket-changes.ts';
import { coinsLeft, mixtureRows } from './draft.ts';

const empty = {
  purchases: {},
  shares: {},
  vocabSize: 512,
  cleaning: NO_CLEANING,
  heldOutShare: 0.02,
} as const;
const market: MarketReply = {
  yardstick: {
    bitsPerByte: 1,
    perKind: { stories: 1, encyclopedia: 1, questions: 1, exercises: 1, web: 1, posts: 1 },
  },
  datasets: [
    { kind: 'stories', documents: 10, bytes: 1000, tokens: { '512': 400 } },
    { kind: 'web', documents: 10, bytes: 1000, tokens: { '512': 1000 } },
  ],
};

describe('the data draft', () => {
  it('buys with a starting share, changes the portion without touching it, and gives back', () => {
    const bought = withPurchase(empty, 'stories', 'half');
    expect(coinsLeft(bought, null, 100)).toBe(86);
    const raised = withPurchase({ ...bought, shares: { stories: 77 } }, 'stories', 'whole');
    expect(raised.shares.stories).toBe(77);
    expect(coinsLeft(raised, null, 100)).toBe(72);
    expect(withPurchase(raised, 'stories', null)).toEqual(empty);
  });

  it('counts tokens and epochs, half a dataset being read twice as often', () => {
    const plan = {
      ...empty,
      purchases: { stories: 'half', web: 'whole' },
      shares: { stories: 20, web: 60 },
    } as const;
    const [stories, web] = mixtureRows(plan, market, 2000);
    expect(stories).toMatchObject({ share: 0.25, tokens: 500, epochs: 2.5 });
    expect(web.epochs).toBeCloseTo(1.5);
  });

  it('counts more epochs where cleaning leaves less to read', () => {
    const plan = { ...empty, purchases: { web: 'whole' }, shares: { web: 60 } } as const;
    const [web] = mixtureRows(plan, market, 2000, { web: 0.25 });
    expect(web.epochs).toBeCloseTo(8);
  });

  it('pays for the archive in the auction and not again, and reads it less often', () => {
    const plan = withPurchase(empty, 'stories', 'archive');
    expect(coinsLeft(plan, { kind: 'stories', coins: 31 }, 100)).toBe(69);
    expect(mixtureRows(plan, market, 2000)[0].epochs).toBeCloseTo(2.5);
  });

  it('has no epochs before the market is known', () => {
    expect(mixtureRows(withPurchase(empty, 'web', 'whole'), null, 100)[0].epochs).toBeNull();
  });
});
