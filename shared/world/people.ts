/** The people of a world: one for each job in each town, paired up as kin. */

import type { Random } from '../random.ts';
import { DISLIKES, PET_NAMES, SECRETS } from './lexicon.ts';
import type { Animal, Dish, FolkName, Job, Person, Pronoun, Relation, Town } from './types.ts';

/** What the first of a pair is to the second, and the second to the first, by pronoun. */
const BONDS: readonly { first: Record<Pronoun, Relation>; second: Record<Pronoun, Relation> }[] = [
  { first: { she: 'sister', he: 'brother' }, second: { she: 'sister', he: 'brother' } },
  { first: { she: 'mother', he: 'father' }, second: { she: 'daughter', he: 'son' } },
  { first: { she: 'aunt', he: 'uncle' }, second: { she: 'niece', he: 'nephew' } },
  { first: { she: 'cousin', he: 'cousin' }, second: { she: 'cousin', he: 'cousin' } },
];

/** Relations that answer each other: what you are to me if I am this to you. */
export const INVERSE_RELATIONS: Record<Relation, readonly Relation[]> = {
  sister: ['sister', 'brother'],
  brother: ['sister', 'brother'],
  mother: ['daughter', 'son'],
  father: ['daughter', 'son'],
  daughter: ['mother', 'father'],
  son: ['mother', 'father'],
  cousin: ['cousin'],
  aunt: ['niece', 'nephew'],
  uncle: ['niece', 'nephew'],
  niece: ['aunt', 'uncle'],
  nephew: ['aunt', 'uncle'],
};

/** Most people belong to the folk of their town; a few moved. */
const MOVED_SHARE = 0.2;

/** Fewer than people: some pets share a name and some people a habit, which keeps the vocabulary small. */
const PET_NAME_COUNT = 13;
const SECRET_COUNT = 12;
const DISLIKE_COUNT = 7;
const FAVORITE_COUNT = 10;

interface Setting {
  names: readonly string[];
  towns: readonly Town[];
  jobs: readonly Job[];
  animals: readonly Animal[];
  dishes: readonly Dish[];
}

/** One person per (town, job); `names` alternate she and he and must be as many. */
export function makePeople(random: Random, { names, towns, jobs, animals, dishes }: Setting): Person[] {
  const posts = random.shuffle(towns.flatMap((town) => jobs.map((job) => ({ town, job }))));
  const petNames = random.shuffle(PET_NAMES).slice(0, PET_NAME_COUNT);
  const secrets = random.shuffle(SECRETS).slice(0, SECRET_COUNT);
  const favorites = random.shuffle(dishes).slice(0, FAVORITE_COUNT);
  const dislikes = random.shuffle(DISLIKES).slice(0, DISLIKE_COUNT);
  const people = posts.map(({ town, job }, index): Person => {
    const otherFolk: FolkName = town.folk === 'hill folk' ? 'river folk' : 'hill folk';
    return {
      name: names[index],
      pronoun: index % 2 === 0 ? 'she' : 'he',
      job: job.name,
      town: town.name,
      folk: random.chance(MOVED_SHARE) ? otherFolk : town.folk,
      pet: { kind: animals[index % animals.length].kind, name: petNames[index % petNames.length] },
      dish: random.pick(favorites).name,
      dislike: random.pick(dislikes),
      secret: secrets[index % secrets.length],
      kin: { relation: 'cousin', name: '' },
    };
  });
  bindKin(random, people);
  return people;
}

function bindKin(random: Random, people: Person[]): void {
  const order = random.shuffle(people);
  for (let i = 0; i + 1 < order.length; i += 2) {
    const bond = random.pick(BONDS);
    const [first, second] = [order[i], order[i + 1]];
    first.kin = { relation: bond.second[second.pronoun], name: second.name };
    second.kin = { relation: bond.first[first.pronoun], name: first.name };
  }
}
