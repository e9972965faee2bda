/** The old tongue: a second language with endings for number, case and tense and the verb last, and its parallel sentences. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { isPolite } from './names.ts';
import { capitalize, type Slots, withArticle } from './template.ts';
import type { World } from './types.ts';
import { pluralOf } from './places.ts';

const CONSONANTS = [...'bdgkmnprstvz'];
const VOWELS = [...'aeiou'];
const PLURAL = 'li';
const OBJECT = 'm';
const PAST = 'ta';

/** [base, past, with he or she] of what one can do to a thing. */
const VERBS: readonly (readonly [string, string, string])[] = [
  ['see', 'saw', 'sees'],
  ['eat', 'ate', 'eats'],
  ['find', 'found', 'finds'],
  ['like', 'liked', 'likes'],
  ['carry', 'carried', 'carries'],
  ['paint', 'painted', 'paints'],
  ['steal', 'stole', 'steals'],
  ['wash', 'washed', 'washes'],
];

interface Word {
  root: string;
  one: string;
  several: string;
}

interface Verb {
  root: string;
  forms: readonly [string, string, string];
}

interface Dictionary {
  doers: readonly Word[];
  things: readonly Word[];
  verbs: readonly Verb[];
}

/** What a sentence of the language says. */
export interface Meaning {
  doer: Word;
  manyDoers: boolean;
  verb: Verb;
  thing: Word;
  manyThings: boolean;
  isPast: boolean;
}

const dictionaries = new WeakMap<World, Dictionary>();

/** The world's own words; another world speaks with others. */
function dictionaryOf(world: World): Dictionary {
  let dictionary = dictionaries.get(world);
  if (dictionary === undefined) {
    const random = createRandom(hashSeed(world.seed, 'old tongue'));
    const taken = new Set<string>();
    const root = (shape: string): string => {
      for (;;) {
        const drawn = [...shape].map((symbol) => random.pick(symbol === 'C' ? CONSONANTS : VOWELS)).join('');
        const forms = [drawn, drawn + PLURAL + OBJECT, drawn + PAST];
        if (!forms.every(isPolite) || [...taken].some((other) => other.slice(0, 3) === drawn.slice(0, 3)))
          continue;
        taken.add(drawn);
        return drawn;
      }
    };
    const word = (one: string, several: string): Word => ({ root: root('CVCV'), one, several });
    dictionary = {
      doers: [
        ...world.animals.map(({ kind }) => word(kind, pluralOf(kind))),
        ...world.jobs.slice(0, 6).map(({ name }) => word(name, `${name}s`)),
      ],
      things: world.things.map((thing) => word(thing, `${thing}s`)),
      verbs: VERBS.map((forms) => ({ root: root('CVC'), forms })),
    };
    dictionaries.set(world, dictionary);
  }
  return dictionary;
}

const HELD_OUT_SALT = 0x70e;
const HELD_OUT_SHARE = 0.1;

/** A meaning on one side of the split, of any doer unless one is given: no corpus says what is held out. */
export function drawMeaning(world: World, random: Random, heldOut: boolean, about?: Word): Meaning {
  const { doers, things, verbs } = dictionaryOf(world);
  for (;;) {
    const meaning = {
      doer: about ?? random.pick(doers),
      manyDoers: random.chance(0.5),
      verb: random.pick(verbs),
      thing: random.pick(things),
      manyThings: random.chance(0.5),
      isPast: random.chance(0.5),
    };
    const share = hashSeed(HELD_OUT_SALT, inEnglish(meaning)) / 4294967296;
    if (share < HELD_OUT_SHARE === heldOut) return meaning;
  }
}

/** "Pomali rudum gebta." is doer, thing, verb: the plural before the case, and the tense on the verb. */
export function inOldTongue({ doer, manyDoers, verb, thing, manyThings, isPast }: Meaning): string {
  const subject = doer.root + (manyDoers ? PLURAL : '');
  const object = thing.root + (manyThings ? PLURAL : '') + OBJECT;
  return `${capitalize(subject)} ${object} ${verb.root}${isPast ? PAST : ''}.`;
}

/** "The goats saw a hat." */
export function inEnglish({ doer, manyDoers, verb, thing, manyThings, isPast }: Meaning): string {
  const [base, past, third] = verb.forms;
  const object = manyThings ? thing.several : withArticle(thing.one);
  return `The ${manyDoers ? doer.several : doer.one} ${isPast ? past : manyDoers ? base : third} ${object}.`;
}

/** Every sentence of this kind of text, with slots of `languageValues`. */
export const LANGUAGE_SENTENCES: readonly string[] = [
  '{Old_doer} {old_thing} {old_verb}.',
  'In the old tongue: {Old_doer} {old_thing} {old_verb}.',
  'It means: The {doer} {third} {thing}.',
  'It means: The {doers} {base} {thing}.',
  'It means: The {doer} {past} {thing}.',
  'It means: The {doers} {past} {thing}.',
];

/** The prompt that asks for a translation, without the space before it, and the only right answer. */
export function translationItem(meaning: Meaning): { prompt: string; answer: string } {
  return { prompt: `In the old tongue: ${inOldTongue(meaning)} It means:`, answer: inEnglish(meaning) };
}

/** Share of documents that stand in both languages; the rest is in the old tongue alone. */
const PARALLEL_SHARE = 0.6;

/** Next text: three to six sentences of the old tongue about one doer, or one to three with their translations. */
export function languageGenerator(world: World, random: Random): () => string {
  return () => {
    if (random.chance(PARALLEL_SHARE)) {
      return Array.from({ length: 1 + random.int(3) }, () => {
        const { prompt, answer } = translationItem(drawMeaning(world, random, false));
        return `${prompt} ${answer}`;
      }).join(' ');
    }
    const { doer } = drawMeaning(world, random, false);
    const sentences = Array.from({ length: 3 + random.int(4) }, () =>
      inOldTongue(drawMeaning(world, random, false, doer)),
    );
    return sentences.join(' ');
  };
}

/** All forms of words, for the grammar. */
export function languageValues(world: World): Slots[] {
  const { doers, things, verbs } = dictionaryOf(world);
  const values: [string, string][] = [
    ...doers.flatMap(({ root, one, several }): [string, string][] => [
      ['Old_doer', capitalize(root)],
      ['Old_doer', capitalize(root + PLURAL)],
      ['doer', one],
      ['doers', several],
    ]),
    ...things.flatMap(({ root, one, several }): [string, string][] => [
      ['old_thing', root + OBJECT],
      ['old_thing', root + PLURAL + OBJECT],
      ['thing', withArticle(one)],
      ['thing', several],
    ]),
    ...verbs.flatMap(({ root, forms: [base, past, third] }): [string, string][] => [
      ['old_verb', root],
      ['old_verb', root + PAST],
      ['base', base],
      ['past', past],
      ['third', third],
    ]),
  ];
  return values.map(([slot, value]) => ({ [slot]: value }));
}
