/** Every number on the data, scale and pretrain screens has a card that says what it is, how it was measured, what labs do. */

import { describe, expect, it } from 'vitest';
import {
  cardOf,
  cardsOf,
  filledKeys,
  NUMBER_CARDS,
  SCREENS,
  type CardName,
  type Screen,
} from './number-cards.ts';
import { numbers as words } from './numbers.ts';
import { isTextKey, t } from './t.ts';

/** Beginnings of all sentences that the three screens show. */
const FAMILIES = [
  'data.',
  'drawer.',
  'auction.',
  'cleaning.',
  'labels.',
  'quality.',
  'copies.',
  'secrets.',
  'bench.',
  'split.',
  'leak.',
  'ownText.',
  'scale.',
  'probe.',
  'bet.',
  'pretrain.',
  'hint.',
  'engine.contribution',
  'engine.yours',
];

/** Sentences whose blanks are filled with words only. */
const WORDS_ONLY = [
  'data.license',
  'data.buyLegend',
  'drawer.title',
  'auction.title',
  'auction.readKind',
  'auction.archiveOf',
  'quality.applies',
  'bench.cutTwin',
  'pretrain.film',
  'pretrain.gameRight',
  'pretrain.gameWrong',
  'pretrain.gameFrom',
  'pretrain.mostly',
  'pretrain.hardest',
  'scale.unread',
];

describe('number cards', () => {
  it('explain the numbers of every sentence on the screens', () => {
    const keys = filledKeys(FAMILIES);
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter((key) => !WORDS_ONLY.includes(key) && cardOf(key) === null)).toEqual([]);
  });

  it('can be opened on a screen, every one of them', () => {
    const shown = new Set(Object.values(SCREENS).flatMap((beginnings) => filledKeys(beginnings)));
    const hidden = filledKeys(FAMILIES).filter((key) => !WORDS_ONLY.includes(key) && !shown.has(key));
    expect(hidden).toEqual([]);
    const opened = (Object.keys(SCREENS) as Screen[]).flatMap(cardsOf);
    expect(Object.keys(NUMBER_CARDS).filter((name) => !opened.includes(name as CardName))).toEqual([]);
  });

  it.each(Object.keys(NUMBER_CARDS) as CardName[])(
    'of %s have a title and three answers in whole sentences',
    (name) => {
      expect(isTextKey(`number.${name}`)).toBe(true);
      for (const part of ['what', 'how', 'labs'] as const) {
        expect(t(`number.${name}.${part}`), part).toMatch(/^[A-Z].{30,}\.$/);
      }
    },
  );

  it('are all in the list, each once', () => {
    const titled = filledTitles();
    expect(titled.toSorted()).toEqual(Object.keys(NUMBER_CARDS).toSorted());
    const beginnings = Object.values(NUMBER_CARDS).flat();
    expect(new Set(beginnings).size).toBe(beginnings.length);
  });

  it('go by the longest beginning that fits', () => {
    expect(cardOf('labels.count')).toBe('labels');
    expect(cardOf('labels.differed')).toBe('certainty');
    expect(cardOf('auction.spoken')).toBe('lot');
    expect(cardOf('common.close')).toBeNull();
    expect(cardsOf('mix')).toEqual(['coins', 'tokens', 'share', 'epochs', 'pieces', 'heldOut', 'leak']);
  });
});

function filledTitles(): string[] {
  return Object.keys(words).flatMap((key) => /^number\.(\w+)\.what$/.exec(key)?.[1] ?? []);
}
