/** The sentences of dialogues and posts, and exercises, as rules of a grammar, made from the very templates that write them. */

import { ASK_KINDS } from './ask-kinds.ts';
import { slotValues } from './asks.ts';
import { DISH_FIELDS, dishes, people, PERSON_FIELDS, recordClaim, valuesIn } from './claims.ts';
import { CONSONANTS, SHAPES, VOWELS } from './exercises.ts';
import type { Claim, SentenceRules } from './grammar.ts';
import { ANSWER_STYLES } from './packs.ts';
import { NUMBERS } from './plot.ts';
import { INSULT_ADJECTIVES, INSULT_NOUNS, POST_ENDS, POST_SENTENCES, severalOf } from './posts.ts';
import { ASKED, DIALOGUE_CLOSERS, DIALOGUE_OPENERS, SAID, spoken } from './questions.ts';
import { sentencesOf } from './sentences.ts';
import { type Slots, withArticle } from './template.ts';
import type { World } from './types.ts';

/** The template once for each shape of a word, with a slot for each letter. */
function spellOut(template: string): string[] {
  if (!/\{letters\}|\{reversed\}/.test(template)) return [template];
  return SHAPES.map((shape) => {
    const letters = [...shape].map((symbol, at) => `{${symbol}${at}}`);
    const answer = letters.map((letter) => letter.replace('{', '{r')).toReversed();
    return template.replace('{letters}', letters.join(' ')).replace('{reversed}', answer.join(' '));
  });
}

function letterValues(slot: string): readonly string[] {
  return /C\d$/.test(slot) ? CONSONANTS : VOWELS;
}

/** Whether the answer has each letter of the word where it belongs. */
const spellingClaim: Claim = (slots) => {
  const told = Object.keys(slots).filter((slot) => slot.startsWith('r'));
  return told.length === 0 ? null : told.every((slot) => slots[slot] === slots[slot.slice(1)]);
};

export function exerciseRules(): SentenceRules {
  const letters = (slots: Slots, isAnswer: boolean): string =>
    Object.keys(slots)
      .filter((slot) => slot.startsWith('r') === isAnswer)
      .map((slot) => slots[slot])
      .toSorted()
      .join('');
  return {
    kind: 'exercises',
    templates: spellOut('backwards: {letters} > {reversed}'),
    values: (slot) => (slot.startsWith('r') ? [...CONSONANTS, ...VOWELS] : letterValues(slot)),
    fits: (slots) => letters(slots, false) === letters(slots, true),
    claims: [spellingClaim],
  };
}

/** Questions claim nothing, so they are rules apart from the answers. */
export function dialogueRules(world: World): SentenceRules[] {
  const persons = world.people.map(({ name }) => name);
  const values = (slot: string): Iterable<string> => {
    if (slot === 'A' || slot === 'B') return persons;
    if (slot === 'place') return slotValues(world, 'any_place');
    return /^r?[CV]\d$/.test(slot) ? letterValues(slot) : slotValues(world, slot);
  };
  const fits = (slots: Slots): boolean => slots.A === undefined || slots.A !== slots.B;
  const said = (text: string, verbs: readonly string[], speaker: string): string[] =>
    [...new Set(verbs)].map((verb) => `${spoken(text)} ${verb} ${speaker}.`);
  const asked = ASK_KINDS.flatMap(({ questions }) => questions)
    .flatMap(spellOut)
    .flatMap((question) => said(question, question.endsWith('?') ? ASKED : ['said'], '{A}'));
  const answered = ASK_KINDS.flatMap(({ answers }) => ANSWER_STYLES.flatMap((style) => answers[style]))
    .flatMap(spellOut)
    .flatMap((answer) => said(answer, SAID, '{B}'));
  const claims = [
    recordClaim(people(world), ['person', ...PERSON_FIELDS]),
    recordClaim(dishes(world), DISH_FIELDS),
  ];
  const rules = { kind: 'questions', values, fits };
  return [
    {
      ...rules,
      templates: [...asked, ...[...DIALOGUE_OPENERS, ...DIALOGUE_CLOSERS].flatMap(sentencesOf)],
      claims: [],
    },
    { ...rules, templates: answered, claims },
  ];
}

/** What stands in capitals in a loud post; slots keep their names. */
function loud(template: string): string {
  return template
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.toUpperCase()))
    .join('');
}

export function postRules(world: World): SentenceRules[] {
  const people = world.people.map(({ name, job, town }) => ({ A: name, B: name, job, town }));
  const all: Slots[] = [
    ...people,
    ...world.animals.map(({ kind, plural }) => ({
      pet: kind,
      animal: kind,
      animals: plural,
      a_animal: withArticle(kind),
    })),
    ...world.dishes.map(({ name }) => ({ dish: name })),
    ...world.towns.flatMap((town) => town.places.map(({ kind }) => ({ place: kind }))),
    ...world.things.map((thing) => ({ a_thing: withArticle(thing) })),
    ...NUMBERS.map((n) => ({ n })),
    ...INSULT_ADJECTIVES.flatMap((insultAdjective) =>
      INSULT_NOUNS.map((insultNoun) => {
        const insult = withArticle(`${insultAdjective} ${insultNoun}`);
        return { insultAdjective, insultNoun, insultNouns: severalOf(insultNoun), insult };
      }),
    ),
  ];
  const templates = POST_SENTENCES.flatMap((sentence) =>
    [...new Set(POST_ENDS)].flatMap((end) => sentencesOf(sentence + end)),
  );
  const shout = (records: readonly Slots[]): Slots[] =>
    records.map((record) =>
      Object.fromEntries(Object.entries(record).map(([slot, value]) => [slot, value.toUpperCase()])),
    );
  const rules = (written: readonly string[], records: readonly Slots[], persons: readonly Slots[]) => ({
    kind: 'posts',
    templates: written,
    values: (slot: string) => valuesIn(records, slot),
    fits: () => true,
    claims: [recordClaim(persons, ['A', 'job', 'town'])],
  });
  return [rules(templates, all, people), rules(templates.map(loud), shout(all), shout(people))];
}
