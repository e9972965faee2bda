/** Which card explains the numbers of which sentences; a test asks every sentence of these screens for its card. */

import { en, type TextKey } from './en.ts';
import type { numbers } from './numbers.ts';

type NumberKey = keyof typeof numbers;
export type CardName = NumberKey extends infer Key
  ? Key extends `number.${infer Name}.what`
    ? Name
    : never
  : never;

/** Beginnings of the keys of the sentences whose numbers a card explains; the longest one that fits a key counts. */
export const NUMBER_CARDS: Readonly<Record<CardName, readonly string[]>> = {
  coins: ['data.coins', 'data.price', 'data.lead', 'data.leadNewYear', 'auction.'],
  pages: ['data.size', 'drawer.page', 'labels.page', 'labels.agreed'],
  tokens: [
    'data.tokens',
    'scale.row',
    'scale.contextTokens',
    'pretrain.progress',
    'pretrain.filmTokens',
    'pretrain.filmAt',
    'pretrain.back',
    'pretrain.stopSure',
    'engine.contribution',
  ],
  share: ['data.share'],
  epochs: ['data.overRead', 'scale.epochs'],
  lot: ['auction.about', 'auction.wallAbout', 'auction.spoken'],
  hits: ['drawer.search'],
  words: ['drawer.word'],
  copies: ['drawer.copies', 'copies.'],
  labels: ['labels.', 'quality.tooFew', 'quality.measured'],
  certainty: ['labels.differed', 'quality.sure', 'quality.bar'],
  quality: ['quality.precision'],
  secrets: ['secrets.'],
  cleaned: ['cleaning.'],
  pieces: ['bench.'],
  heldOut: ['split.'],
  leak: ['leak.'],
  bits: [
    'scale.startCheckpointAbout',
    'pretrain.surprise',
    'pretrain.twin',
    'pretrain.filmBits',
    'pretrain.filmShort',
    'hint.',
  ],
  rate: ['pretrain.rateNow'],
  checkpoints: ['pretrain.filmPlace'],
  ratio: ['scale.perParameter'],
  memory: ['scale.transformerAbout', 'scale.recurrentAbout'],
  time: ['scale.tooLong', 'pretrain.eta', 'pretrain.takeBack', 'engine.yours'],
  voices: ['pretrain.stopVote'],
  guesses: ['pretrain.game'],
  privacy: ['ownText.'],
  probe: ['probe.'],
  bet: ['bet.'],
};

/** Beginnings of the keys of the sentences with numbers that each part of the screens shows. */
export const SCREENS = {
  buy: ['data.coins', 'data.lead', 'data.price', 'data.size', 'auction.'],
  drawer: ['drawer.', 'labels.page', 'copies.'],
  clean: ['cleaning.', 'labels.', 'quality.', 'copies.', 'secrets.'],
  mix: ['data.share', 'data.overRead', 'data.tokens', 'data.coins', 'bench.', 'split.', 'leak.'],
  own: ['ownText.'],
  scale: ['scale.', 'probe.', 'bet.'],
  pretrain: ['pretrain.', 'hint.', 'split.score', 'engine.contribution', 'engine.yours'],
} as const satisfies Record<string, readonly string[]>;
export type Screen = keyof typeof SCREENS;

/** The card of a sentence's numbers, or null. */
export function cardOf(key: string): CardName | null {
  let best: { name: CardName; length: number } | null = null;
  for (const [name, beginnings] of Object.entries(NUMBER_CARDS) as [CardName, readonly string[]][]) {
    for (const beginning of beginnings) {
      const { length } = beginning;
      if (key.startsWith(beginning) && length > (best?.length ?? 0)) best = { name, length };
    }
  }
  return best?.name ?? null;
}

/** Keys of the catalogue that begin so and have a blank to fill. */
export function filledKeys(beginnings: readonly string[]): TextKey[] {
  return (Object.keys(en) as TextKey[]).filter(
    (key) => beginnings.some((text) => key.startsWith(text)) && /\{\w+/.test(en[key]),
  );
}

/** The cards of a screen, in the order of the list above. */
export function cardsOf(screen: Screen): CardName[] {
  const shown = new Set(filledKeys(SCREENS[screen]).map(cardOf));
  return (Object.keys(NUMBER_CARDS) as CardName[]).filter((name) => shown.has(name));
}
