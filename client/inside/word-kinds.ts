/** What kind of thing a word of the world is, for the colours of the word map. */

import {
  ANIMAL_KINDS,
  DISH_FORMS,
  FLAVORS,
  JOBS,
  PARTNERS,
  PLACE_KINDS,
  THINGS,
} from '../../shared/world/lexicon.ts';

export const WORD_KINDS = ['name', 'job', 'animal', 'place', 'food', 'thing', 'other'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** One of the paper stocks each; kinds are named beside their colour, too. */
export const KIND_HUES: Readonly<Record<WordKind, string>> = {
  name: 'var(--team-circle)',
  job: 'var(--team-drop)',
  animal: 'var(--team-triangle)',
  place: 'var(--team-cross)',
  food: 'var(--team-star)',
  thing: 'var(--team-diamond)',
  other: 'var(--line)',
};

const KINDS = new Map<string, WordKind>([
  ...JOBS.map(({ tool }): [string, WordKind] => [tool, 'thing']),
  ...JOBS.map(({ workplace }): [string, WordKind] => [workplace, 'place']),
  ...JOBS.map(({ name }): [string, WordKind] => [name, 'job']),
  ...ANIMAL_KINDS.map((word): [string, WordKind] => [word, 'animal']),
  ...PLACE_KINDS.map((word): [string, WordKind] => [word, 'place']),
  ...FLAVORS.flat().map((word): [string, WordKind] => [word, 'food']),
  ...DISH_FORMS.map(([form]): [string, WordKind] => [form, 'food']),
  ...PARTNERS.map((word): [string, WordKind] => [word, 'food']),
  ...THINGS.map((word): [string, WordKind] => [word, 'thing']),
]);

/** Words of the world of this kind, of one word each. */
export function wordsOfKind(wanted: WordKind): string[] {
  return [...KINDS].filter(([word, kind]) => kind === wanted && !word.includes(' ')).map(([word]) => word);
}

/** A capital makes a name of what is no word without it: a sentence begins with a capital, too. */
export function kindOf(word: string, allWords: ReadonlySet<string>): WordKind {
  const known = KINDS.get(word);
  if (known) return known;
  const small = word.toLowerCase();
  return small !== word && !allWords.has(small) ? 'name' : 'other';
}
