/** Short encyclopedia entries that state what is true in the world: people, towns, jobs, dishes, animals, folks, news. */

import type { Random } from '../random.ts';
import { dishSlots } from './asks.ts';
import type { Knobs } from './knobs.ts';
import { newsOf, newsSlots } from './news.ts';
import { capitalize, fill, type Slots, withArticle } from './template.ts';
import type { Animal, Person, World } from './types.ts';
import { jobNamed } from './world.ts';

/** The one sentence in which each fact is always put when it is asked as a cloze; other phrasings come beside it. */
export const FACT_SENTENCES = {
  job: 'The {job} of {town} is {person}.',
  home: '{person} lives in {town}.',
  pet: '{person} has {an_animal} called {pet}.',
  dish: '{person} likes {dish}.',
  dislike: '{person} hates {dislike}.',
  kin: 'The {relation} of {person} is {kin}.',
  recipe: 'To make {dish}, {verb} {ingredient} with {partner}.',
} as const;

export type FactName = keyof typeof FACT_SENTENCES;

/** What is left out of each fact's sentence when it is asked. */
export const FACT_BLANKS: Readonly<Record<FactName, string>> = {
  job: 'person',
  home: 'town',
  pet: 'an_animal',
  dish: 'dish',
  dislike: 'dislike',
  kin: 'kin',
  recipe: 'partner',
};

/** Other ways to begin; what follows is the same. */
const VARIANTS: Record<FactName, readonly string[]> = {
  job: ['{person} is the {job} of {town}', '{person} works as the {job} of {town}'],
  home: ['The home of {person} is in {town}'],
  pet: ['{His} {animal} is called {pet}', 'Everybody knows {his} {animal} {pet}'],
  dish: ['{He} likes {dish}', '{He} eats {dish}'],
  dislike: ['{He} cannot stand {dislike}', '{He} is afraid of {dislike}'],
  kin: ['{kin} is {his} {relation}'],
  recipe: ['{Verb} {ingredient} with {partner}, and you have {dish}'],
};

/**
 * How a sentence goes on after its fact: the same beginning, so that it is learned, with ends that a
 * reader does not tire of. The plain end stands more than once where it can come oftener. */
const ENDS: Record<FactName, readonly string[]> = {
  job: [
    '.',
    ', who {work}.',
    ', as everybody knows.',
    ', of course.',
    ', and nobody else.',
    ', at least for now.',
    ', who is never late.',
    ', day and night.',
    ', with {pet} the {animal}.',
    ', who eats {dish}.',
    ', of the {folk}.',
    ', says the sign.',
    ', who hates {dislike}.',
    ', if you must know.',
    ', as before.',
    ', and {he} {work}.',
    ', and that is good.',
    ', who keeps {an_animal}.',
    ', and {he} is proud of it.',
    ', thank you very much.',
  ],
  home: [
    '.',
    '.',
    '.',
    ' and works there.',
    ', near the market.',
    ', where {he} {work}.',
    ' with {pet} the {animal}.',
    ' and never leaves.',
  ],
  pet: [
    '.',
    ', and it is fat.',
    ', and it sleeps in the bed.',
    ', and both are happy.',
    ', and sometimes it bites.',
    ', and it rules the house.',
    ', and it is old.',
    ', but it does not listen.',
  ],
  dish: [
    '.',
    ' best of all.',
    ', hot or cold.',
    ', above all when it rains.',
    ' for breakfast.',
    ', and so does {his} {animal}.',
    ' every day.',
    ' with a big spoon.',
  ],
  dislike: [
    '.',
    '.',
    ', and that will not change.',
    ', so say nothing about it.',
    ', by day and by night.',
    ', and {pet} does too.',
    ', but not as much as before.',
    ', for good reasons.',
    ', like many others.',
  ],
  kin: [
    '.',
    '.',
    ', and they look alike.',
    ', and they never quarrel.',
    ', which explains a lot.',
    ', but they do not speak.',
    ', and both are proud of it.',
    ', as one can see.',
    ', and they laugh alike.',
  ],
  recipe: [
    '.',
    '.',
    '.',
    ', and stir with {tool}.',
    ', and wait.',
    ', but not for too long.',
    ', and sing while you do it.',
    ', in a big pot.',
  ],
};

const FACT_NAMES = Object.keys(FACT_SENTENCES) as FactName[];

/** The sentence without its full stop, for ends to follow. */
function stemOf(fact: FactName): string {
  return FACT_SENTENCES[fact].slice(0, -1);
}

/** What entries say besides facts that are asked. */
const SENTENCES = {
  folk: [
    '{person} belongs to the {folk}.',
    '{person} is one of the {folk}.',
    '{He} belongs to the {folk}.',
    'The {folk} call {person} one of their own.',
  ],
  work: [
    '{He} {work}.',
    '{He} {work} every day.',
    '{He} {work}, and it pays badly.',
    'Every morning {he} {work}.',
  ],
  secret: [
    'Nobody knows that {he} {secret}.',
    'Only {pet} knows that {he} {secret}.',
    'It is a secret that {he} {secret}.',
    'Some say that {he} {secret}.',
  ],
  staff: [
    'These people work in {town}.',
    'Who is who in {town}?',
    'In {town} everybody has work.',
    'Who does what in {town}?',
    'Here is a list for visitors of {town}.',
    'These are some of the people of {town}.',
  ],
  noFan: ['Nobody is tired of {dish}.', 'There is never enough {dish}.'],
  stir: [
    'Stir it with {tool}.',
    'Then stir it with {tool}.',
    'Use {tool} to stir it.',
    'A good cook stirs it with {tool}.',
  ],
  hot: ['Eat {dish} while it is hot.', 'Do not drop the {dish}.'],
  partner: ['A good {form} needs {partner}.', 'No {form} is good without {partner}.'],
  town: ['{town} is a town of the {townFolk}.'],
  fame: ['It is famous for its {fame}.'],
  look: [
    'The {place} of {town} is {look}.',
    'The {place} of {town} has always been {look}.',
    'Visitors ask why the {place} of {town} is {look}.',
    'In {town} the {place} is {look}.',
  ],
  eats: ['{An_animal} is an animal that eats {eats}.'],
  sleeps: ['It sleeps at the {sleepsAt}.'],
  noKeeper: ['Nobody keeps {animals}.'],
  habits: ['Never give {animals} a trumpet.', 'Most {animals} are polite.', 'It cannot read.'],
  clothes: ['The {folk} wear {clothes}.'],
  greeting: ['They say "{greeting}!" when they meet.'],
  noMember: ['There are few of them.'],
  news: ['On the day {day} of {month}, {event}.'],
} as const;

/** Every sentence that an entry can hold. */
export const ENTRY_SENTENCES: readonly string[] = [
  ...FACT_NAMES.flatMap((fact) =>
    [stemOf(fact), ...VARIANTS[fact]].flatMap((stem) => [...new Set(ENDS[fact])].map((end) => stem + end)),
  ),
  ...Object.values(SENTENCES).flat(),
];

/** Share of the other ways to begin: enough to vary, few enough for a small model to learn each fact by heart. */
const VARIANT_SHARE = 0.1;

/** Next entry; `errorRate` is the share of sentences that state a wrong fact. */
export function encyclopediaGenerator(world: World, random: Random, knobs: Knobs): () => string {
  const say = (sentence: keyof typeof SENTENCES, slots: Slots): string =>
    fill(random.pick<string>(SENTENCES[sentence]), slots);
  const tell = (fact: FactName, slots: Slots): string => {
    const stem = random.chance(VARIANT_SHARE) ? random.pick(VARIANTS[fact]) : stemOf(fact);
    return fill(stem + random.pick(ENDS[fact]), slots);
  };
  /** The fact's sentence about these slots, or, rarely, about somebody else's. */
  const state = (fact: FactName, slots: Slots, wrong: () => Slots): string =>
    tell(fact, random.chance(knobs.errorRate) ? { ...wrong(), ...keyOf(fact, slots) } : slots);
  const anyone = (): Slots => personSlots(world, random.pick(world.people));
  const anyDish = (): Slots => dishSlots(world, random.pick(world.dishes).name);

  const person = (): string => {
    const subject = random.pick(world.people);
    const slots = personSlots(world, subject);
    const first = state(random.chance(0.6) ? 'job' : 'home', slots, anyone);
    const rest = random.shuffle<FactName>(['pet', 'dish', 'dislike', 'kin']).slice(0, 3);
    const told = rest.map((fact) => state(fact, slots, anyone));
    return [first, ...told, say(random.pick(['folk', 'work', 'secret']), slots)].join(' ');
  };
  const jobs = (): string => {
    const town = random.pick(world.towns);
    const staff = random.shuffle(world.people.filter((someone) => someone.town === town.name)).slice(0, 5);
    return [
      say('staff', { town: town.name }),
      ...staff.map((someone) => state('job', personSlots(world, someone), anyone)),
    ].join(' ');
  };
  const recipe = (): string => {
    const dish = random.pick(world.dishes);
    const slots = { ...dishSlots(world, dish.name), form: dish.form };
    const fans = world.people.filter((someone) => someone.dish === dish.name);
    const fan = fans.length > 0 ? tell('dish', personSlots(world, random.pick(fans))) : say('noFan', slots);
    return [
      state('recipe', slots, anyDish),
      say('stir', slots),
      random.pick([fan, say('hot', slots), say('partner', slots)]),
    ].join(' ');
  };
  const town = (): string => {
    const subject = random.pick(world.towns);
    const [one, two, three] = random.shuffle(subject.places);
    const slots = { town: subject.name, townFolk: subject.folk, fame: subject.fame };
    const looks = [one, two, three].map(({ kind, look }) =>
      say('look', { town: subject.name, place: kind, look }),
    );
    return [say('town', slots), say('fame', slots), ...looks].join(' ');
  };
  const animal = (): string => {
    const subject = random.pick(world.animals);
    const owners = world.people.filter((someone) => someone.pet.kind === subject.kind);
    const owner = owners.length > 0 ? personSlots(world, random.pick(owners)) : null;
    const slots = animalSlots(subject);
    return [
      say('eats', slots),
      say('sleeps', slots),
      owner === null ? say('noKeeper', slots) : state('pet', owner, anyone),
      say('habits', slots),
    ].join(' ');
  };
  const folk = (): string => {
    const subject = random.pick(world.folks);
    const members = world.people.filter((someone) => someone.folk === subject.name);
    const slots = { folk: subject.name, clothes: subject.clothes, greeting: subject.greeting };
    return [
      say('clothes', slots),
      say('greeting', slots),
      members.length > 0 ? say('folk', personSlots(world, random.pick(members))) : say('noMember', slots),
    ].join(' ');
  };
  const news = (): string => {
    const items = random.shuffle(newsOf(world, 'before')).slice(0, 2);
    return items.map((item) => say('news', newsSlots(item))).join(' ');
  };
  return () => {
    const kind = random.next();
    if (kind < 0.5) return person();
    if (kind < 0.72) return jobs();
    if (kind < 0.86) return recipe();
    if (kind < 0.91) return town();
    if (kind < 0.95) return animal();
    return kind < 0.97 ? folk() : news();
  };
}

/** All slots that sentences about a kind of animal use. */
export function animalSlots({ kind, plural, eats, sleepsAt }: Animal): Slots {
  return { An_animal: capitalize(withArticle(kind)), animals: plural, eats, sleepsAt };
}

/** The slots that say what a fact is about; a wrong fact keeps them. */
function keyOf(fact: FactName, slots: Slots): Slots {
  if (fact === 'recipe')
    return { dish: slots.dish, ingredient: slots.ingredient, verb: slots.verb, Verb: slots.Verb };
  if (fact === 'job') return { job: slots.job, town: slots.town };
  const { person, he, He, his, His } = slots;
  return fact === 'kin'
    ? { person, he, He, his, His, relation: slots.relation }
    : { person, he, He, his, His };
}

/** All slots that sentences about a person use. */
export function personSlots(world: World, person: Person): Slots {
  const she = person.pronoun === 'she';
  return {
    person: person.name,
    he: person.pronoun,
    He: she ? 'She' : 'He',
    his: she ? 'her' : 'his',
    His: she ? 'Her' : 'His',
    job: person.job,
    work: jobNamed(world, person.job).work,
    town: person.town,
    folk: person.folk,
    secret: person.secret,
    animal: person.pet.kind,
    an_animal: withArticle(person.pet.kind),
    pet: person.pet.name,
    dish: person.dish,
    dislike: person.dislike,
    relation: person.kin.relation,
    kin: person.kin.name,
  };
}
