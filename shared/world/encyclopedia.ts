/** Short encyclopedia entries that state what is true in the world: people, towns, jobs, dishes, animals, folks, news. */

import type { Random } from '../random.ts';
import { dishSlots } from './asks.ts';
import type { Knobs } from './knobs.ts';
import { fill, type Slots, withArticle } from './template.ts';
import type { Person, World } from './types.ts';
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

/** Other ways to say the same. */
const VARIANTS: Record<keyof typeof FACT_SENTENCES, readonly string[]> = {
  job: ['{person} is the {job} of {town}.', '{person} works as the {job} of {town}.'],
  home: ['The home of {person} is in {town}.'],
  pet: ['{His} {animal} is called {pet}.', 'Everybody knows {his} {animal} {pet}.'],
  dish: ['{He} likes {dish} best.', '{He} eats {dish} every day.'],
  dislike: ['{He} cannot stand {dislike}.', '{He} is afraid of {dislike}.'],
  kin: ['{kin} is {his} {relation}.'],
  recipe: ['{Verb} {ingredient} with {partner}, and you have {dish}.'],
};
/** Share of the other ways: enough to vary, few enough for a small model to learn each fact by heart. */
const VARIANT_SHARE = 0.2;

type FactName = keyof typeof FACT_SENTENCES;

/** Next entry; `errorRate` is the share of sentences that state a wrong fact. */
export function encyclopediaGenerator(world: World, random: Random, knobs: Knobs): () => string {
  /** The fact's sentence about these slots, or, rarely, about somebody else's. */
  const state = (fact: FactName, slots: Slots, wrong: () => Slots): string => {
    const told = random.chance(knobs.errorRate) ? { ...wrong(), ...keyOf(fact, slots) } : slots;
    return fill(random.chance(VARIANT_SHARE) ? random.pick(VARIANTS[fact]) : FACT_SENTENCES[fact], told);
  };
  const anyone = (): Slots => personSlots(random.pick(world.people));
  const anyDish = (): Slots => dishSlots(world, random.pick(world.dishes).name);

  const person = (): string => {
    const subject = random.pick(world.people);
    const slots = personSlots(subject);
    const first = state(random.chance(0.6) ? 'job' : 'home', slots, anyone);
    const rest = random.shuffle<FactName>(['pet', 'dish', 'dislike', 'kin']).slice(0, 3);
    const told = rest.map((fact) => state(fact, slots, anyone));
    const folk = `${subject.name} belongs to the ${subject.folk}.`;
    const work = `${slots.He} ${jobNamed(world, subject.job).work}.`;
    const secret = `Nobody knows that ${slots.he} ${subject.secret}.`;
    return [first, ...told, random.pick([folk, work, secret])].join(' ');
  };
  const jobs = (): string => {
    const town = random.pick(world.towns);
    const staff = random.shuffle(world.people.filter((someone) => someone.town === town.name)).slice(0, 5);
    const intro = random.pick([`These people work in ${town.name}.`, `Who is who in ${town.name}?`]);
    return [intro, ...staff.map((someone) => state('job', personSlots(someone), anyone))].join(' ');
  };
  const recipe = (): string => {
    const dish = random.pick(world.dishes);
    const fans = world.people.filter((someone) => someone.dish === dish.name);
    const fan =
      fans.length > 0 ? `${random.pick(fans).name} likes ${dish.name}.` : `Nobody is tired of ${dish.name}.`;
    return [
      state('recipe', dishSlots(world, dish.name), anyDish),
      `Stir it with ${dish.tool}.`,
      random.pick([fan, `Eat ${dish.name} while it is hot.`, `A good ${dish.form} needs ${dish.partner}.`]),
    ].join(' ');
  };
  const town = (): string => {
    const subject = random.pick(world.towns);
    const [one, two, three] = random.shuffle(subject.places);
    const look = (place: { kind: string; look: string }): string =>
      `The ${place.kind} of ${subject.name} is ${place.look}.`;
    return [
      `${subject.name} is a town of the ${subject.folk}.`,
      `It is famous for its ${subject.fame}.`,
      look(one),
      look(two),
      look(three),
    ].join(' ');
  };
  const animal = (): string => {
    const subject = random.pick(world.animals);
    const owners = world.people.filter((someone) => someone.pet.kind === subject.kind);
    const owner = owners.length > 0 ? personSlots(random.pick(owners)) : null;
    return [
      `${withArticle(subject.kind).replace(/^a/, 'A')} is an animal that eats ${subject.eats}.`,
      `It sleeps at the ${subject.sleepsAt}.`,
      owner === null ? `Nobody keeps ${subject.plural}.` : state('pet', owner, anyone),
      random.pick([
        `Never give ${subject.plural} a trumpet.`,
        `Most ${subject.plural} are polite.`,
        'It cannot read.',
      ]),
    ].join(' ');
  };
  const folk = (): string => {
    const subject = random.pick(world.folks);
    const members = world.people.filter((someone) => someone.folk === subject.name);
    return [
      `The ${subject.name} wear ${subject.clothes}.`,
      `They say "${subject.greeting}!" when they meet.`,
      members.length > 0
        ? `${random.pick(members).name} belongs to the ${subject.name}.`
        : 'There are few of them.',
    ].join(' ');
  };
  const news = (): string => {
    const items = random.shuffle(world.calendar.news).slice(0, 2);
    return items.map((item) => `On the day ${item.day} of ${item.month}, ${item.event}.`).join(' ');
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
export function personSlots(person: Person): Slots {
  const she = person.pronoun === 'she';
  return {
    person: person.name,
    he: person.pronoun,
    He: she ? 'She' : 'He',
    his: she ? 'her' : 'his',
    His: she ? 'Her' : 'His',
    job: person.job,
    town: person.town,
    animal: person.pet.kind,
    an_animal: withArticle(person.pet.kind),
    pet: person.pet.name,
    dish: person.dish,
    dislike: person.dislike,
    relation: person.kin.relation,
    kin: person.kin.name,
  };
}
