/** The newspaper: what happened on which day, what people said about it. Corpora end at the knowledge cut-off. */

import type { Random } from '../random.ts';
import { DAYS_PER_MONTH } from './calendar.ts';
import { castStory } from './plot.ts';
import { fill, type Slots } from './template.ts';
import type { NewsItem, World } from './types.ts';

/** The canonical form is the encyclopedia's; its ends vary. */
const REPORTS = [
  'On the day {day} of {month}, {event}.',
  'On the day {day} of {month}, {event}, and nobody knows why.',
  'On the day {day} of {month}, {event}, says {A} the {job}.',
  'On the day {day} of {month}, {event}, as {B} had said it would.',
  'On the day {day} of {month}, {event}, and it took the whole morning.',
  'On the day {day} of {month}, {event}, and the {animals} saw it all.',
  'On the day {day} of {month}, {event}, which was bad for the {dish}.',
  'On the day {day} of {month}, {event}, while it rained.',
  'On the day {day} of {month}, {event}, and some people clapped.',
  'On the day {day} of {month}, {event}, just before lunch.',
  'On the day {day} of {month}, {event}, and {A} fainted.',
  'On the day {day} of {month}, {event}, and everybody came to look.',
  'On the day {day} of {month}, {event}, and {B} was blamed for it.',
  'On the day {day} of {month}, {event}, and then it was quiet.',
  'News from the day {day} of {month}: {event}.',
  'The day {day} of {month} was a loud one: {event}.',
  'It is true: on the day {day} of {month}, {event}.',
  'We can now say it: on the day {day} of {month}, {event}.',
];
const WITNESSES = [
  '{A} the {job} saw everything from the {house}.',
  '{B} the {bjob} heard it and dropped {a_thing}.',
  '"I was eating {dish} at the time," said {A}.',
  '{A} ran out of the door with {n} spoons.',
  'At first {B} thought it was the {animals}.',
  '"I have never seen such a thing," said {B}.',
  '{A} came too late, but {he} talks about it all day.',
  'The {pet} of {A} hid under {a_thing}.',
  '{B} wrote it on {a_thing} so as not to forget it.',
  '{A} says that {he} was asleep.',
  '"It was not me," said {A}, before anybody asked.',
  'Only {B} was not surprised.',
  '{A} counted {n} {animals} and went home.',
  'Nobody was hurt, but {B} lost {a_thing}.',
  '{A} and {B} held hands and shouted.',
  '"Was that all?" asked {B}.',
  '{A} the {job} lost {his} {thing} in the crowd.',
  '{B} promised {n} coins to whoever can explain it.',
];
const COMMENTS = [
  'People came from {town2} to look at it.',
  'The mayor will say something about it soon.',
  'There was {dish} for all who helped.',
  'The {animals} are still talking about it.',
  'Some say that the wind did it.',
  'A sign now says "Do not touch".',
  'The {place} was closed for {n} days.',
  'Somebody has made a song of it.',
  'It smelled of {dish} for days.',
  'The school was free, and the children were glad.',
  'Old people say that it was louder in their day.',
  'In {town2} they say that they had it first.',
  'The {house} was full that night.',
  'A prize of {n} coins was given to the wrong person.',
  'Then it rained, and that was that.',
  'All {n} policemen looked at it and nodded.',
];
const ENDINGS = [
  'More about it next week.',
  'This paper told you so.',
  'The {dish} costs the same as before.',
  '{A} was asked to go home.',
  'The weather: mud, then more mud.',
  'Please return the {thing} that was found there.',
  'A picture of it hangs at the {place}.',
  'Our {job} {A} keeps the case open.',
  'Buy {a_thing} and read on.',
  'Nothing else happened that day.',
  'Letters about it go to {B}.',
  '{B} said that this will not happen again.',
  'The next paper comes when the ink is dry.',
  'We will ask the {animals} again tomorrow.',
  'For more, see the wall of the {house}.',
  '{A} is writing a book about it.',
  '{B} wants to see it again in {month}.',
  'By the evening {A} had told it {n} times.',
];

/** Every sentence that a piece of news can hold: those that report, and those around them. */
export const NEWS_REPORTS: readonly string[] = REPORTS;
export const NEWS_SENTENCES: readonly string[] = [...WITNESSES, ...COMMENTS, ...ENDINGS];

/** Share of the year's news that is old: everything for sale was written at its end. */
const OLD_SHARE = 2 / 3;

/** The year's news on one side of the knowledge cut-off, in order; no corpus of any kind holds what came after. */
export function newsOf(world: World, side: 'before' | 'after'): readonly NewsItem[] {
  const { news } = world.calendar;
  const cutOff = Math.round(news.length * OLD_SHARE);
  return side === 'before' ? news.slice(0, cutOff) : news.slice(cutOff);
}

/** What a report says, by the slots of its sentence. */
export function newsSlots({ day, month, event }: NewsItem): Slots {
  return { day: `${day}`, month, event };
}

/** All dates of a year, as slots. */
export function dateSlots(world: World): Slots[] {
  return [
    ...world.calendar.months.map((month) => ({ month })),
    ...Array.from({ length: DAYS_PER_MONTH }, (_, day) => ({ day: `${day + 1}` })),
  ];
}

/** One article about an item: also for items after the cut-off, as a library of documents has them. */
export function newsArticle(world: World, item: NewsItem, random: Random): string {
  const cast = castStory(world, random);
  const frame = (templates: readonly string[]): string => fill(random.pick(templates), cast);
  const report = fill(random.pick(REPORTS), { ...cast, ...newsSlots(item) });
  const parts = [report, frame(WITNESSES)];
  if (random.chance(0.5)) parts.push(frame(COMMENTS));
  return [...parts, frame(ENDINGS)].join(' ');
}

/** Next article about something before the cut-off. */
export function newsGenerator(world: World, random: Random): () => string {
  const old = newsOf(world, 'before');
  return () => newsArticle(world, random.pick(old), random);
}
