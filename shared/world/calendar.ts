/** The calendar of a world: its months and its dated news. */

import type { Random } from '../random.ts';
import { MONTH_ENDS, MONTH_STARTS } from './lexicon.ts';
import type { Animal, Calendar, NewsItem, Person, Town } from './types.ts';

const MONTH_COUNT = 4;
const DAYS_PER_MONTH = 30;
const NEWS_COUNT = 16;

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
  const dates = random.shuffle(
    months.flatMap((month) => Array.from({ length: DAYS_PER_MONTH }, (_, day) => ({ month, day: day + 1 }))),
  );
  const news = dates.slice(0, NEWS_COUNT).map(({ month, day }): NewsItem => {
    const town = random.pick(towns);
    const place = random.pick(town.places);
    const person = random.pick(people.filter((someone) => someone.town === town.name));
    const where = `the ${place.kind} of ${town.name}`;
    const event = random.pick([
      `${where} lost its roof`,
      `${where} fell into the river`,
      `${where} was painted ${random.pick(['pink', 'yellow', 'gold'])}`,
      `${person.name} found a gold spoon at ${where}`,
      `nine ${random.pick(animals).plural} moved into ${where}`,
      `${person.name} the ${person.job} won the great bun race`,
    ]);
    return { day, month, town: town.name, event };
  });
  const order = (item: NewsItem): number => months.indexOf(item.month) * DAYS_PER_MONTH + item.day;
  return { months, news: news.sort((a, b) => order(a) - order(b)) };
}
