/** The calendar of a world: its months and its dated news. */

import type { Random } from '../random.ts';
import { MONTH_ENDS, MONTH_STARTS } from './lexicon.ts';
import { fill } from './template.ts';
import type { Animal, Calendar, NewsItem, Person, Town } from './types.ts';

const MONTH_COUNT = 4;
export const DAYS_PER_MONTH = 30;
const NEWS_COUNT = 24;

/** What can happen at a place of a town, or to somebody of that town. */
export const NEWS_EVENTS: readonly string[] = [
  'the {place} of {town} lost its roof',
  'the {place} of {town} fell into the river',
  'the {place} of {town} was painted {color}',
  '{person} found a gold spoon at the {place} of {town}',
  'nine {animals} moved into the {place} of {town}',
  '{person} the {job} won the great bun race',
];
export const NEWS_COLORS: readonly string[] = ['pink', 'yellow', 'gold'];

interface Setting {
  towns: readonly Town[];
  people: readonly Person[];
  animals: readonly Animal[];
}

export function makeCalendar(random: Random, { towns, people, animals }: Setting): Calendar {
  const months = random
    .shuffle(MONTH_STARTS)
    .slice(0, MONTH_COUNT)
    .map((start) => start + random.pick(MONTH_ENDS));
  return { months, news: makeNews(random, months, { towns, people, animals }) };
}

/** A year's news, in the order of its months. */
export function makeNews(
  random: Random,
  months: readonly string[],
  { towns, people, animals }: Setting,
): NewsItem[] {
  const dates = random.shuffle(
    months.flatMap((month) => Array.from({ length: DAYS_PER_MONTH }, (_, day) => ({ month, day: day + 1 }))),
  );
  const news = dates.slice(0, NEWS_COUNT).map(({ month, day }): NewsItem => {
    const town = random.pick(towns);
    const place = random.pick(town.places);
    const person = random.pick(people.filter((someone) => someone.town === town.name));
    const color = random.pick(NEWS_COLORS);
    const { plural } = random.pick(animals);
    const event = fill(random.pick(NEWS_EVENTS), {
      place: place.kind,
      town: town.name,
      color,
      animals: plural,
      person: person.name,
      job: person.job,
    });
    return { day, month, town: town.name, event };
  });
  const order = (item: NewsItem): number => months.indexOf(item.month) * DAYS_PER_MONTH + item.day;
  return news.sort((a, b) => order(a) - order(b));
}
