/** What people talk and guess with: nothing of it is on the market or in a test, and the questions are those of lessons. */

import { expect, it } from 'vitest';
import { askOf, isHeldOutQuestion } from '../../shared/world/asks.ts';
import { writeReading } from './reading.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);
const reading = writeReading(texts);

it('holds texts that no model can have read, and no test asks for', () => {
  const known = new Set(
    [texts.market, texts.validation.texts, texts.sealed.texts].flatMap((all) =>
      Object.values(all).flatMap((documents) => documents.map(({ text }) => text)),
    ),
  );
  expect(reading.texts.length).toBeGreaterThan(30);
  expect(reading.texts.filter((text) => known.has(text))).toEqual([]);
});

it('holds more to ask than ten minutes need, none of it from a test', () => {
  expect(new Set(reading.questions).size).toBeGreaterThan(80);
  const asked = reading.questions.filter((question) => askOf(texts.world, question));
  expect(asked).toHaveLength(60);
  expect(asked.filter(isHeldOutQuestion)).toEqual([]);
  expect(new Set(reading.openers).size).toBeGreaterThan(28);
  for (const line of [...reading.questions, ...reading.openers]) expect(line).not.toMatch(/[{}]|undefined/);
});

it('is the same each time, and another one in another match', () => {
  expect(writeReading(texts)).toEqual(reading);
  expect(writeReading(createTexts({ ...seeds, validation: 9 })).texts).not.toEqual(reading.texts);
});

it('names the people of the world, as its encyclopedia does', () => {
  const told = texts.world.people.map(({ name, pronoun, folk }) => ({ name, pronoun, folk }));
  expect(reading.people).toEqual(told);
});
