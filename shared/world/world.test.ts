/** Ten worlds are consistent, readable and different; a broken one is found out. */

import { describe, expect, it } from 'vitest';
import { checkWorld, createWorld } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('a world', () => {
  it.each(SEEDS)('of seed %i is consistent', (seed) => {
    expect(checkWorld(createWorld(seed))).toEqual([]);
  });

  it('is the same for the same seed and can be copied as plain data', () => {
    expect(createWorld(5)).toEqual(createWorld(5));
    expect(structuredClone(createWorld(5))).toEqual(createWorld(5));
  });

  it('shares hardly a name with other worlds', () => {
    const worlds = SEEDS.map((seed) => createWorld(seed));
    const towns = worlds.flatMap((world) => world.towns.map((town) => town.name));
    expect(new Set(towns).size).toBeGreaterThan(towns.length * 0.8);
    const firstNames = new Set(worlds[0].people.map((person) => person.name));
    const shared = worlds[1].people.filter((person) => firstNames.has(person.name));
    expect(shared.length).toBeLessThan(8);
  });

  it('gives other answers to the same question', () => {
    const bakers = SEEDS.map(
      (seed) => createWorld(seed).people.filter((person) => person.job === 'baker')[0].name,
    );
    expect(new Set(bakers).size).toBeGreaterThan(7);
  });

  it('has names that begin differently, so that nobody is taken for another', () => {
    for (const seed of SEEDS) {
      const { people, towns } = createWorld(seed);
      const looks = [...people, ...towns].map(({ name }) => name.slice(0, 3));
      expect(new Set(looks).size).toBe(looks.length);
    }
  });
});

describe('checkWorld', () => {
  it('names what is wrong with a broken world', () => {
    const world = createWorld(1);
    world.people[0].town = 'Nowhere';
    world.people[1].kin = { relation: 'sister', name: world.people[1].name };
    world.people[2].folk = 'sea folk' as 'hill folk';
    world.towns[1].places = [];
    world.calendar.news[0].day = 31;
    const problems = checkWorld(world).join();
    expect(problems).toMatch(/lives in no town.*is own kin/);
    expect(problems).toMatch(/unknown folk: sea folk.*has no places.*a day that no month has/);
  });
});
