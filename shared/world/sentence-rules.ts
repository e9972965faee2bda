/** The sentences of each kind of text as rules of a grammar, made from the very templates that write the corpora. */

import { ASK_KINDS } from './ask-kinds.ts';
import { dishSlots, slotValues } from './asks.ts';
import { DAYS_PER_MONTH, NEWS_COLORS, NEWS_EVENTS } from './calendar.ts';
import { animalSlots, ENTRY_SENTENCES, personSlots } from './encyclopedia.ts';
import { CONSONANTS, SHAPES, VOWELS } from './exercises.ts';
import type { Claim, SentenceRules } from './grammar.ts';
import { HOUSES } from './lexicon.ts';
import { ANSWER_STYLES } from './packs.ts';
import { friendSlots, heroSlots, NUMBERS } from './plot.ts';
import { INSULT_ADJECTIVES, INSULT_NOUNS, POST_ENDS, POST_SENTENCES, severalOf } from './posts.ts';
import { ASKED, DIALOGUE_CLOSERS, DIALOGUE_OPENERS, SAID, spoken } from './questions.ts';
import { sentencesOf } from './sentences.ts';
import { plotsOf } from './stories.ts';
import { capitalize, fill, type Slots, withArticle } from './template.ts';
import type { World } from './types.ts';
import { jobNamed } from './world.ts';

/** Slots that say he or she of the same person. */
const PRONOUNS = ['he', 'He', 'his', 'His', 'him', 'himself'];

/** Holds when one of the records has all the values; two of its fields at least must be told for anything to be claimed. */
function recordClaim(records: readonly Slots[], fields: readonly string[]): Claim {
  return (slots) => {
    const told = fields.filter((field) => slots[field] !== undefined);
    if (told.length < 2) return null;
    return records.some((record) => told.every((field) => record[field] === slots[field]));
  };
}

/** Every value that a slot has in any of the records. */
function valuesIn(records: readonly Slots[], slot: string): string[] {
  return records.flatMap((record) => (record[slot] === undefined ? [] : [record[slot]]));
}

/** Who is a he and who a she, and which words say so. */
function genders(world: World): ReadonlyMap<string, string> {
  const words = { he: ['he', 'his', 'him', 'himself'], she: ['she', 'her', 'herself'] };
  return new Map([
    ...Object.entries(words).flatMap(([gender, spelled]) =>
      [...spelled, ...spelled.map(capitalize)].map((word): [string, string] => [word, gender]),
    ),
    ...world.people.map(({ name, pronoun }): [string, string] => [name, pronoun]),
  ]);
}

function agrees(gender: ReadonlyMap<string, string>, slots: Slots, group: readonly string[]): boolean {
  const told = group.flatMap((slot) => (slots[slot] === undefined ? [] : [gender.get(slots[slot])]));
  return told.every((one) => one === told[0]);
}

/** Sentences of templates of running text. */
function split(templates: readonly string[]): string[] {
  return templates.flatMap(sentencesOf);
}

function storyRules(world: World): SentenceRules {
  const heroes = world.people.map((person) => heroSlots(world, person));
  const friends = world.people.map(friendSlots);
  const places = world.towns.flatMap((town) =>
    town.places.map(({ kind, look }) => ({ town: town.name, place: kind, place2: kind, look })),
  );
  const tools = world.people.map(({ job }) => {
    const { tool } = jobNamed(world, job);
    return { tool, btool: tool, a_tool: withArticle(tool) };
  });
  const props = [
    ...world.dishes.map(({ name, partner, ingredient }) => ({ dish: name, partner, ingredient })),
    ...world.animals.map(({ kind, plural }) => {
      const a_animal = withArticle(kind);
      return { animals: plural, a_animal, a_Animal: capitalize(a_animal) };
    }),
    ...world.things.map((thing) => ({ thing, a_thing: withArticle(thing) })),
    ...world.towns.map(({ name }) => ({ town2: name })),
    ...world.calendar.months.map((month) => ({ month })),
    ...HOUSES.map((house) => ({ house })),
    ...NUMBERS.map((n) => ({ n })),
  ];
  const all: Slots[] = [...heroes, ...friends, ...places, ...tools, ...props];
  const gender = genders(world);
  const different = [
    ['A', 'B'],
    ['A', 'kin'],
    ['B', 'kin'],
    ['Pet', 'bPet'],
    ['town', 'town2'],
    ['place', 'place2'],
  ];
  return {
    kind: 'stories',
    templates: split(plotsOf(world).flatMap(({ beats }) => beats.flat())),
    values: (slot) => valuesIn(all, slot),
    fits: (slots) =>
      different.every(([one, other]) => slots[one] === undefined || slots[one] !== slots[other]) &&
      agrees(gender, slots, ['A', ...PRONOUNS]) &&
      agrees(gender, slots, ['B', 'bhe']),
    claims: [
      recordClaim(heroes, ['A', 'job', 'pet', 'Pet', 'secret', 'dislike', 'kin', 'rel', 'krel', 'ksecret']),
      recordClaim(friends, ['B', 'bjob', 'bpet', 'bPet', 'bsecret', 'bdislike']),
      recordClaim(places, ['town', 'place', 'look']),
    ],
  };
}

const PERSON_FIELDS = [
  'job',
  'town',
  'folk',
  'animal',
  'an_animal',
  'pet',
  'dish',
  'dislike',
  'relation',
  'kin',
];
const DISH_FIELDS = ['dish', 'form', 'verb', 'Verb', 'ingredient', 'partner', 'tool'];

function people(world: World): Slots[] {
  return world.people.map((person) => personSlots(world, person));
}

function dishes(world: World): Slots[] {
  return world.dishes.map(({ name, form }) => ({ ...dishSlots(world, name), form }));
}

/** Everything that can be in the news of a world, true or not. */
function possibleEvents(world: World): string[] {
  const places = world.towns.flatMap((town) => town.places.map(({ kind }) => ({ town, place: kind })));
  return NEWS_EVENTS.flatMap((event) =>
    places.flatMap(({ town, place }) =>
      NEWS_COLORS.flatMap((color) => {
        const slots = { town: town.name, place, color };
        const news = world.people.map(({ name, job }) =>
          fill(event, { ...slots, person: name, job, animals: '' }),
        );
        const moves = world.animals.map(({ plural }) =>
          fill(event, { ...slots, animals: plural, person: '', job: '' }),
        );
        return event.includes('{animals}') ? moves : news;
      }),
    ),
  );
}

function entryRules(world: World): SentenceRules {
  const places = world.towns.flatMap((town) =>
    town.places.map(({ kind, look }) => ({ town: town.name, place: kind, look, sleepsAt: kind })),
  );
  const towns = world.towns.map(({ name, folk, fame }) => ({ town: name, townFolk: folk, fame }));
  const folks = world.folks.map(({ name, clothes, greeting }) => ({ folk: name, clothes, greeting }));
  const animals = world.animals.map(animalSlots);
  const news = world.calendar.news.map(({ day, month, event }) => ({ day: `${day}`, month, event }));
  const all: Slots[] = [
    ...people(world),
    ...dishes(world),
    ...places,
    ...towns,
    ...folks,
    ...animals,
    ...world.calendar.months.map((month) => ({ month })),
    ...possibleEvents(world).map((event) => ({ event })),
    ...Array.from({ length: DAYS_PER_MONTH }, (_, day) => ({ day: `${day + 1}` })),
  ];
  const gender = genders(world);
  return {
    kind: 'encyclopedia',
    templates: ENTRY_SENTENCES,
    values: (slot) => valuesIn(all, slot),
    fits: (slots) =>
      (slots.kin === undefined || slots.person !== slots.kin) &&
      agrees(gender, slots, ['person', ...PRONOUNS]),
    claims: [
      recordClaim(people(world), ['person', 'he', 'He', 'his', 'His', 'work', 'secret', ...PERSON_FIELDS]),
      recordClaim(dishes(world), DISH_FIELDS),
      recordClaim(places, ['town', 'place', 'look']),
      recordClaim(towns, ['town', 'townFolk', 'fame']),
      recordClaim(folks, ['folk', 'clothes', 'greeting']),
      recordClaim(animals, ['An_animal', 'animals', 'eats', 'sleepsAt']),
      recordClaim(news, ['day', 'month', 'event']),
    ],
  };
}

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

function exerciseRules(): SentenceRules {
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
function dialogueRules(world: World): SentenceRules[] {
  const persons = world.people.map(({ name }) => name);
  const values = (slot: string): Iterable<string> => {
    if (slot === 'A' || slot === 'B') return persons;
    if (slot === 'place') return slotValues(world, 'any_place');
    return /^r?[CV]\d$/.test(slot) ? letterValues(slot) : slotValues(world, slot);
  };
  const fits = (slots: Slots): boolean =>
    slots.A !== (slots.B ?? '') && (slots.kin === undefined || slots.person !== slots.kin);
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
    { ...rules, templates: [...asked, ...split([...DIALOGUE_OPENERS, ...DIALOGUE_CLOSERS])], claims: [] },
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

function postRules(world: World): SentenceRules[] {
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

/** The rules of every kind of text about a world. Web pages are made of sentences of stories and entries. */
export function sentenceRules(world: World): SentenceRules[] {
  return [
    storyRules(world),
    entryRules(world),
    ...dialogueRules(world),
    ...postRules(world),
    exerciseRules(),
  ];
}
