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

/** Other ways to say the same. */
const VARIANTS: Record<FactName, readonly string[]> = {
  job: ['{person} is the {job} of {town}.', '{person} works as the {job} of {town}.'],
  home: ['The home of {person} is in {town}.'],
  pet: ['{His} {animal} is called {pet}.', 'Everybody knows {his} {animal} {pet}.'],
  dish: ['{He} likes {dish} best.', '{He} eats {dish} every day.'],
  dislike: ['{He} cannot stand {dislike}.', '{He} is afraid of {dislike}.'],
  kin: ['{kin} is {his} {relation}.'],
  recipe: ['{Verb} {ingredient} with {partner}, and you have {dish}.'],
};
/** What entries say besides facts that are asked. */
const SENTENCES = {
  folk: '{person} belongs to the {folk}.',
  work: '{He} {work}.',
  secret: 'Nobody knows that {he} {secret}.',
  workers: 'These people work in {town}.',
  whoIsWho: 'Who is who in {town}?',
  noFan: 'Nobody is tired of {dish}.',
  stir: 'Stir it with {tool}.',
  hot: 'Eat {dish} while it is hot.',
  partner: 'A good {form} needs {partner}.',
  town: '{town} is a town of the {townFolk}.',
  fame: 'It is famous for its {fame}.',
  look: 'The {place} of {town} is {look}.',
  eats: '{An_animal} is an animal that eats {eats}.',
  sleeps: 'It sleeps at the {sleepsAt}.',
  noKeeper: 'Nobody keeps {animals}.',
  trumpet: 'Never give {animals} a trumpet.',
  polite: 'Most {animals} are polite.',
  reading: 'It cannot read.',
  clothes: 'The {folk} wear {clothes}.',
  greeting: 'They say "{greeting}!" when they meet.',
  noMember: 'There are few of them.',
  news: 'On the day {day} of {month}, {event}.',
} as const;

/** Every sentence that an entry can hold. */
export const ENTRY_SENTENCES: readonly string[] = [
  ...Object.values(FACT_SENTENCES),
  ...Object.values(VARIANTS).flat(),
  ...Object.values(SENTENCES),
];

/** Share of the other ways: enough to vary, few enough for a small model to learn each fact by heart. */
const VARIANT_SHARE = 0.2;

/** Next entry; `errorRate` is the share of sentences that state a wrong fact. */
export function encyclopediaGenerator(world: World, random: Random, knobs: Knobs): () => string {
  /** The fact's sentence about these slots, or, rarely, about somebody else's. */
  const state = (fact: FactName, slots: Slots, wrong: () => Slots): string => {
    const told = random.chance(knobs.errorRate) ? { ...wrong(), ...keyOf(fact, slots) } : slots;
    return fill(random.chance(VARIANT_SHARE) ? random.pick(VARIANTS[fact]) : FACT_SENTENCES[fact], told);
  };
  const anyone = (): Slots => personSlots(world, random.pick(world.people));
  const anyDish = (): Slots => dishSlots(world, random.pick(world.dishes).name);

  const person = (): string => {
    const subject = random.pick(world.people);
    const slots = personSlots(world, subject);
    const first = state(random.chance(0.6) ? 'job' : 'home', slots, anyone);
    const rest = random.shuffle<FactName>(['pet', 'dish', 'dislike', 'kin']).slice(0, 3);
    const told = rest.map((fact) => state(fact, slots, anyone));
    const last = random.pick([SENTENCES.folk, SENTENCES.work, SENTENCES.secret]);
    return [first, ...told, fill(last, slots)].join(' ');
  };
  const jobs = (): string => {
    const town = random.pick(world.towns);
    const staff = random.shuffle(world.people.filter((someone) => someone.town === town.name)).slice(0, 5);
    const intro = random.pick([SENTENCES.workers, SENTENCES.whoIsWho]);
    return [
      fill(intro, { town: town.name }),
      ...staff.map((someone) => state('job', personSlots(world, someone), anyone)),
    ].join(' ');
  };
  const recipe = (): string => {
    const dish = random.pick(world.dishes);
    const slots = { ...dishSlots(world, dish.name), form: dish.form };
    const fans = world.people.filter((someone) => someone.dish === dish.name);
    const fan =
      fans.length > 0
        ? fill(FACT_SENTENCES.dish, personSlots(world, random.pick(fans)))
        : fill(SENTENCES.noFan, slots);
    return [
      state('recipe', slots, anyDish),
      fill(SENTENCES.stir, slots),
      random.pick([fan, fill(SENTENCES.hot, slots), fill(SENTENCES.partner, slots)]),
    ].join(' ');
  };
  const town = (): string => {
    const subject = random.pick(world.towns);
    const [one, two, three] = random.shuffle(subject.places);
    const slots = { town: subject.name, townFolk: subject.folk, fame: subject.fame };
    const looks = [one, two, three].map(({ kind, look }) =>
      fill(SENTENCES.look, { town: subject.name, place: kind, look }),
    );
    return [fill(SENTENCES.town, slots), fill(SENTENCES.fame, slots), ...looks].join(' ');
  };
  const animal = (): string => {
    const subject = random.pick(world.animals);
    const owners = world.people.filter((someone) => someone.pet.kind === subject.kind);
    const owner = owners.length > 0 ? personSlots(world, random.pick(owners)) : null;
    const slots = animalSlots(subject);
    return [
      fill(SENTENCES.eats, slots),
      fill(SENTENCES.sleeps, slots),
      owner === null ? fill(SENTENCES.noKeeper, slots) : state('pet', owner, anyone),
      fill(random.pick([SENTENCES.trumpet, SENTENCES.polite, SENTENCES.reading]), slots),
    ].join(' ');
  };
  const folk = (): string => {
    const subject = random.pick(world.folks);
    const members = world.people.filter((someone) => someone.folk === subject.name);
    const slots = { folk: subject.name, clothes: subject.clothes, greeting: subject.greeting };
    return [
      fill(SENTENCES.clothes, slots),
      fill(SENTENCES.greeting, slots),
      members.length > 0
        ? fill(SENTENCES.folk, personSlots(world, random.pick(members)))
        : SENTENCES.noMember,
    ].join(' ');
  };
  const news = (): string => {
    const items = random.shuffle(newsOf(world, 'before')).slice(0, 2);
    return items.map((item) => fill(SENTENCES.news, newsSlots(item))).join(' ');
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
