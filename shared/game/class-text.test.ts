/** The class's text is brought in the lobby only, bought whole where there is one, and stays in every generation. */

import { describe, expect, it } from 'vitest';
import { classTextOf, type ClassText } from './class-text.ts';
import { codeOf, player, SYSTEM, TestMatch } from './testing.ts';
import { costOf, DEFAULT_DATA_PLAN } from './stages/data/plan.ts';
import type { BasketChange } from './stages/data/basket-changes.ts';

const TEXT: ClassText = {
  id: 'poems-poems-',
  name: 'Our poems',
  license: 'By our class',
  language: 'eng',
  pages: 40,
  bytes: 9_000,
  secrets: 0,
};

const bring = (test: TestMatch, text: ClassText | null = TEXT): string =>
  codeOf(test.act(SYSTEM, { type: 'class-text/put', text }));
const basket = (test: TestMatch, change: BasketChange): string =>
  codeOf(test.act(player('ada'), { type: 'data/basket', change }));
const PLAN = {
  ...DEFAULT_DATA_PLAN,
  purchases: { class: 'whole', stories: 'half' },
  shares: { class: 30, stories: 70 },
} as const;
const propose = (test: TestMatch): string =>
  codeOf(test.act(player('ada'), { type: 'plan/propose', proposed: { stage: 'data', plan: PLAN } }));

describe("a class's text", () => {
  it('may be exchanged and taken away until the match begins, and then stays', () => {
    const test = new TestMatch(2, undefined, 'long');
    bring(test);
    bring(test, { ...TEXT, name: 'Our songs' });
    expect(classTextOf(test.match)?.name).toBe('Our songs');
    bring(test, null);
    expect(classTextOf(test.match)).toBeNull();
    bring(test);
    test.skipTo('data');
    expect(bring(test, null)).toBe('match/wrong_stage');
    test.skipTo('debrief').skipTo('data');
    expect(classTextOf(test.match)).toEqual(TEXT);
  });

  it('is bought by basket or by plan, whole and for a few coins', () => {
    const test = new TestMatch();
    bring(test);
    test.skipTo('data');
    expect(basket(test, { kind: 'class', portion: 'half' })).toBe('data/class_text_whole');
    expect(basket(test, { kind: 'class', portion: 'whole' })).toBe('ok');
    expect(propose(test)).toBe('ok');
    expect(costOf({ class: 'whole' })).toBeLessThan(costOf({ posts: 'half' }));
  });

  it('is for sale only where there is one', () => {
    const test = new TestMatch().skipTo('data');
    expect(basket(test, { kind: 'class', portion: 'whole' })).toBe('data/no_class_text');
    expect(propose(test)).toBe('data/no_class_text');
  });
});
