/** A year goes by: some of what was true is so no longer, and the rest is. */

import { describe, expect, it } from 'vitest';
import { changedClozes } from '../evals/facts.ts';
import { checkWorld, createWorld } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5];

describe('the next year of a world', () => {
  it.each(SEEDS)('is as sound as the first, with the same people (seed %i)', (seed) => {
    const [first, second, third] = [1, 2, 3].map((year) => createWorld(seed, year));
    for (const world of [second, third]) {
      expect(checkWorld(world)).toEqual([]);
      expect(world.people.map(({ name }) => name)).toEqual(first.people.map(({ name }) => name));
      expect(world.towns).toEqual(first.towns);
    }
  });

  it.each(SEEDS)('has changed in some facts, and in most it has not (seed %i)', (seed) => {
    const [first, second] = [createWorld(seed), createWorld(seed, 2)];
    const changed = changedClozes(first, second);
    expect(changed.length).toBeGreaterThan(15);
    const moved = second.people.filter(({ town }, index) => town !== first.people[index].town);
    expect(moved.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan((first.people.length * 6) / 3);
  });

  it('brings other news, dated in the same months', () => {
    const [first, second] = [createWorld(9), createWorld(9, 2)];
    const events = new Set(first.calendar.news.map(({ event, day, month }) => `${day} ${month} ${event}`));
    const again = second.calendar.news.filter(({ event, day, month }) =>
      events.has(`${day} ${month} ${event}`),
    );
    expect(again.length).toBeLessThan(3);
    expect(second.calendar.months).toEqual(first.calendar.months);
  });

  it('is the same again for the same seed', () => {
    expect(createWorld(4, 3)).toEqual(createWorld(4, 3));
    expect(createWorld(4, 1)).toEqual(createWorld(4));
  });
});
