/** A plot, and the cast and props that fill its slots: the thread that holds a story's sentences together. */

import type { Random } from '../random.ts';
import { HOUSES } from './lexicon.ts';
import { capitalize, type Slots, withArticle } from './template.ts';
import type { Person, World } from './types.ts';
import { dishNamed, jobNamed, personNamed } from './world.ts';

export interface Plot {
  name: string;
  /** In order; of each beat's sentences a story takes one. */
  beats: readonly (readonly string[])[];
}

export const NUMBERS: readonly string[] = ['two', 'three', 'five', 'six', 'nine', 'ninety'];

/** Picks hero, friend, places and things once per story, so that pronouns and names stay true from beat to beat. */
export function castStory(world: World, random: Random): Slots {
  const hero = random.pick(world.people);
  const friend = random.pick(
    world.people.filter(
      (person) =>
        person.pet.name !== hero.pet.name && person.secret !== hero.secret && person.name !== hero.kin.name,
    ),
  );
  const kin = personNamed(world, hero.kin.name);
  const town = world.towns[world.towns.findIndex((town) => town.name === hero.town)];
  const otherTown = kin.town === hero.town ? world.towns.filter((other) => other !== town)[0].name : kin.town;
  const [place, place2] = pickTwo(random, town.places);
  const animal = random.pick(world.animals);
  const dish = dishNamed(world, random.chance(0.7) ? hero.dish : random.pick(world.dishes).name);
  const thing = random.pick(world.things);
  return {
    ...heroSlots(world, hero),
    ...friendSlots(friend),
    town2: otherTown,
    place: place.kind,
    look: place.look,
    place2: place2.kind,
    house: random.pick(HOUSES),
    tool: jobNamed(world, hero.job).tool,
    a_tool: withArticle(jobNamed(world, hero.job).tool),
    btool: jobNamed(world, friend.job).tool,
    thing,
    a_thing: withArticle(thing),
    n: random.pick(NUMBERS),
    month: random.pick(world.calendar.months),
    animals: animal.plural,
    a_animal: withArticle(animal.kind),
    a_Animal: capitalize(withArticle(animal.kind)),
    dish: dish.name,
    partner: dish.partner,
    ingredient: dish.ingredient,
  };
}

/** What a story may say of its hero. */
export function heroSlots(world: World, hero: Person): Slots {
  const kin = personNamed(world, hero.kin.name);
  return {
    ...rolesOf(hero).hero,
    A: hero.name,
    kin: kin.name,
    rel: hero.kin.relation,
    krel: `${kin.pronoun === 'she' ? 'her' : 'his'} ${kin.kin.relation}`,
    ksecret: kin.secret,
    town: hero.town,
  };
}

/** What a story may say of the hero's friend. */
export function friendSlots(friend: Person): Slots {
  return { ...rolesOf(friend).friend, B: friend.name };
}

interface Roles {
  hero: Slots;
  friend: Slots;
}

const knownRoles = new WeakMap<Person, Roles>();

/** A person's slots as hero and as friend; kept, since every story needs two of them. */
function rolesOf(person: Person): Roles {
  let roles = knownRoles.get(person);
  if (roles === undefined) {
    const hero = roleSlots(person);
    roles = { hero, friend: prefixed('b', hero) };
    knownRoles.set(person, roles);
  }
  return roles;
}

function roleSlots(person: Person): Slots {
  const she = person.pronoun === 'she';
  return {
    he: person.pronoun,
    He: she ? 'She' : 'He',
    his: she ? 'her' : 'his',
    His: she ? 'Her' : 'His',
    him: she ? 'her' : 'him',
    himself: she ? 'herself' : 'himself',
    job: person.job,
    pet: person.pet.kind,
    a_pet: withArticle(person.pet.kind),
    Pet: person.pet.name,
    dish: person.dish,
    dislike: person.dislike,
    secret: person.secret,
  };
}

/** The same slots for another role: he -> bhe. */
function prefixed(prefix: string, slots: Slots): Slots {
  return Object.fromEntries(Object.entries(slots).map(([name, value]) => [prefix + name, value]));
}

/** Two different items; throws on lists shorter than two, which is a bug in the caller. */
function pickTwo<T>(random: Random, items: readonly T[]): [T, T] {
  if (items.length < 2) throw new Error('pickTwo: needs two items');
  const first = random.int(items.length);
  const second = (first + 1 + random.int(items.length - 1)) % items.length;
  return [items[first], items[second]];
}
