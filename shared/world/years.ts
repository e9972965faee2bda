/** A year goes by in a world: some people swap their posts, some have another pet, some like another dish; all else stays. */

import type { Random } from '../random.ts';
import { makeNews } from './calendar.ts';
import type { Person, World } from './types.ts';

/** Share of the people to whom each of the three things happens: enough to notice, and most of what was learned still holds. */
const CHANGED_SHARE = 1 / 3;

/** Changes a world into that of the next year. */
export function passYear(world: World, random: Random): void {
  swapPosts(draw(world, random.fork('posts')));
  const pets = random.fork('pets');
  for (const person of draw(world, pets)) {
    const others = world.animals.filter(({ kind }) => kind !== person.pet.kind);
    person.pet = { ...person.pet, kind: pets.pick(others).kind };
  }
  const tastes = random.fork('tastes');
  const favorites = [...new Set(world.people.map(({ dish }) => dish))];
  for (const person of draw(world, tastes)) {
    person.dish = tastes.pick(favorites.filter((dish) => dish !== person.dish));
  }
  world.calendar.news = makeNews(random.fork('news'), world.calendar.months, world);
}

/** An even number of people, drawn by chance. */
function draw({ people }: World, random: Random): Person[] {
  const count = 2 * Math.round((CHANGED_SHARE * people.length) / 2);
  return random.shuffle(people).slice(0, count);
}

/** Two by two they take over each other's job and home, so that every job is still held once in every town. */
function swapPosts(people: readonly Person[]): void {
  for (let i = 0; i + 1 < people.length; i += 2) {
    const [first, second] = [people[i], people[i + 1]];
    [first.job, second.job] = [second.job, first.job];
    [first.town, second.town] = [second.town, first.town];
  }
}
