/** What counts as recited, and which pages are read out in court. */

import { expect, it } from 'vitest';
import type { TextDocument } from '../../shared/world/document.ts';
import { elsewhere, pagesInCourt, recitedIn, RECITED_WORDS } from './suit.ts';

const page = (text: string): TextDocument => ({ kind: 'web', text, ownRow: false });
const words = (count: number, name: string): string =>
  Array.from({ length: count }, (_, place) => `${name}${place}`).join(' ');

it('reads out the pages that come oftenest, and none that is too short to be recited', () => {
  const often = words(40, 'often');
  const rare = words(40, 'rarely');
  expect(pagesInCourt([page(rare), page('Buns.'), page(often), page('Buns.'), page(often)])).toEqual([
    often,
    rare,
  ]);
});

it('finds a run of words that stands in the page, and none that is shorter or has another word in it', () => {
  const text = words(30, 'w');
  const run = text.split(' ').slice(8, 8 + RECITED_WORDS);
  const nowhere = (): boolean => false;
  const found = (said: string): string | null => recitedIn(text, said, nowhere);
  expect(found(`So ${run.join('  ')} then`)).toBe(run.join(' '));
  expect(found(run.slice(1).join(' '))).toBeNull();
  expect(found(run.with(4, 'other').join(' '))).toBeNull();
  expect(found(run.join(' ').slice(1))).toBeNull();
  const market = { web: [page(text)], stories: [{ ...page(`So ${run.join(' ')}.`), kind: 'stories' }] };
  const isElsewhere = elsewhere(market as unknown as Parameters<typeof elsewhere>[0]);
  expect(recitedIn(text, run.join(' '), isElsewhere)).toBeNull();
  expect(isElsewhere(text.split(' ').slice(0, RECITED_WORDS).join(' '))).toBe(false);
});
