/** Makes a micro-world from a seed, and checks that a world is consistent. */

import { createRandom } from '../random.ts';
import { DAYS_PER_MONTH, makeCalendar } from './calendar.ts';
import { FIXED_JOBS, JOBS, PLOT_NAMES, THINGS } from './lexicon.ts';
import { makePersonNames, makeTownNames } from './names.ts';
import { INVERSE_RELATIONS, makePeople } from './people.ts';
import { makeAnimals, makeDishes, makeFolks, makeTowns } from './places.ts';
import type { Dish, Job, Person, World } from './types.ts';
import { passYear } from './years.ts';

const TOWN_COUNT = 2;
/** With two towns: 24 people, about as many as 70 k parameters learn by heart in a minute. */
const JOB_COUNT = 12;
const THING_COUNT = 8;
export const PLOT_COUNT = 8;

/**
 * The whole world of a match in one of its years; the same seed and year give the same world. From year to year people move
 * on (`passYear`), and the news are new: what a model read in one year is partly wrong in the next.
 */
export function createWorld(seed: number, year = 1): World {
  const world = createFirstYear(seed);
  for (let next = 2; next <= year; next++) passYear(world, createRandom(seed).fork(`year ${next}`));
  return world;
}

function createFirstYear(seed: number): World {
  const random = createRandom(seed).fork('world');
  const taken: string[] = [];
  const towns = makeTowns(random.fork('towns'), makeTownNames(random.fork('town-names'), TOWN_COUNT, taken));
  const others = random.shuffle(JOBS.filter((job) => !FIXED_JOBS.includes(job.name)));
  const jobs = [
    ...JOBS.filter((job) => FIXED_JOBS.includes(job.name)),
    ...others.slice(0, JOB_COUNT - FIXED_JOBS.length),
  ];
  const animals = makeAnimals(random.fork('animals'));
  const dishes = makeDishes(random.fork('dishes'));
  const names = makePersonNames(random.fork('names'), TOWN_COUNT * JOB_COUNT, taken);
  const people = makePeople(random.fork('people'), { names, towns, jobs, animals, dishes });
  return {
    seed,
    towns,
    folks: makeFolks(random.fork('folks')),
    jobs,
    people,
    animals,
    dishes,
    things: random.shuffle(THINGS).slice(0, THING_COUNT),
    plots: random.fork('plots').shuffle(PLOT_NAMES).slice(0, PLOT_COUNT),
    calendar: makeCalendar(random.fork('calendar'), { towns, people, animals }),
  };
}

/** The person of that name; throws when there is none, which is a bug in the caller. */
export function personNamed(world: World, name: string): Person {
  return found(
    world.people.find((person) => person.name === name),
    name,
  );
}

export function jobNamed(world: World, name: string): Job {
  return found(
    world.jobs.find((job) => job.name === name),
    name,
  );
}

export function dishNamed(world: World, name: string): Dish {
  return found(
    world.dishes.find((dish) => dish.name === name),
    name,
  );
}

function found<T>(item: T | undefined, name: string): T {
  if (item === undefined) throw new Error(`not in this world: ${name}`);
  return item;
}

/** Every inconsistency in words; empty for a sound world. */
export function checkWorld(world: World): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  const towns = new Set(world.towns.map((town) => town.name));
  const jobs = new Set(world.jobs.map((job) => job.name));
  const dishes = new Set(world.dishes.map((dish) => dish.name));
  const animals = new Set(world.animals.map((animal) => animal.kind));
  const names = [...world.people.map((person) => person.name), ...towns];
  expect(world.towns.length >= 2, 'fewer than two towns');
  expect(world.people.length >= 24, 'fewer than 24 people');
  expect(new Set(names).size === names.length, 'a name is used twice');
  expect(dishes.size === world.dishes.length, 'a dish is listed twice');
  for (const name of names) expect(/^[A-Z][a-z]{2,8}$/.test(name), `not a readable name: ${name}`);
  const posts = new Set<string>();
  for (const person of world.people) {
    const post = `${person.job} of ${person.town}`;
    expect(!posts.has(post), `two people are the ${post}`);
    posts.add(post);
    expect(towns.has(person.town), `${person.name} lives in no town`);
    expect(jobs.has(person.job), `${person.name} has no known job`);
    expect(dishes.has(person.dish), `${person.name} likes an unknown dish`);
    expect(animals.has(person.pet.kind), `${person.name} keeps an unknown animal`);
    expect(person.kin.name !== person.name, `${person.name} is own kin`);
    const kin = world.people.find((other) => other.name === person.kin.name);
    expect(kin !== undefined, `${person.name} has unknown kin`);
    if (kin === undefined) continue;
    expect(kin.kin.name === person.name, `${person.name} and ${kin.name} disagree about being kin`);
    expect(
      INVERSE_RELATIONS[person.kin.relation].includes(kin.kin.relation),
      `${person.name}: ${person.kin.relation} against ${kin.kin.relation}`,
    );
  }
  expect(posts.size === towns.size * jobs.size, 'a job is not held in every town');
  expect(world.folks.length === 2, 'not two folks');
  for (const { folk } of [...world.people, ...world.towns])
    expect(
      world.folks.some(({ name }) => name === folk),
      `an unknown folk: ${folk}`,
    );
  for (const { name, places } of world.towns) expect(places.length > 0, `${name} has no places`);
  for (const { name, secret } of world.people) expect(secret !== '', `${name} has no secret`);
  expect(world.calendar.news.length > 0, 'nothing ever happens');
  const isInYear = ({ day }: { day: number }): boolean => day >= 1 && day <= DAYS_PER_MONTH;
  expect(world.calendar.news.every(isInYear), 'news from a day that no month has');
  for (const item of world.calendar.news) {
    expect(towns.has(item.town), `news from an unknown town: ${item.town}`);
    expect(world.calendar.months.includes(item.month), `news in an unknown month: ${item.month}`);
  }
  return problems;
}
