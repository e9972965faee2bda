/** What stands before the last question of a talk, by what a product remembers. */

import { expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { FORGET, type Talk } from '../../shared/world/talks.ts';
import { createWorld } from '../../shared/world/world.ts';
import { drawTalks, remembered } from './talks.ts';

const world = createWorld(1, 1);
const talk = (before: string[]): Talk => ({
  sort: 'told',
  before,
  question: 'What is my name?',
  asked: '',
  right: ['Your name is Zoe.'],
});
const LONG = talk(['My name is Zoe. How are you?', 'Are you well?', 'Do you like goats?']);
const FORGOTTEN = talk(['My name is Zoe. How are you?', `${FORGET} Are you well?`]);

/** A model that answers with the number of letters that it got to read. */
const how = {
  memory: 'window',
  forgets: false,
  world,
  fits: () => true,
  answer: async (questions: string[]) => questions.map(({ length }) => `${length}.`),
} as const;

it('nothing, and no model is asked on the way', async () => {
  const answer = () => Promise.reject(new Error('asked'));
  expect(await remembered([LONG, null], { ...how, memory: 'none', answer })).toEqual(['', '']);
  expect(await remembered([LONG, null], { ...how, memory: 'notes', answer })).toEqual([
    'My name is Zoe.',
    '',
  ]);
});

it('the last two turns with the answers that the product gave itself, which had read those before', async () => {
  const [before, none] = await remembered([LONG, null], how);
  expect(before).toMatch(/^Are you well\? \d+\. Do you like goats\? \d+\.$/);
  expect(before).toContain(`${'My name is Zoe. How are you? 28. Are you well?'.length}.`);
  expect(none).toBe('');
});

it('fewer turns where they do not fit', async () => {
  const fits = (before: string): boolean => !before.includes('Are you well?');
  const [before] = await remembered([LONG], { ...how, fits });
  expect(before).toMatch(/^Do you like goats\? \d+\.$/);
});

it('what should be forgotten only where no rule takes it out', async () => {
  for (const memory of ['window', 'notes'] as const) {
    expect((await remembered([FORGOTTEN], { ...how, memory }))[0]).toContain('Zoe');
    expect((await remembered([FORGOTTEN], { ...how, memory, forgets: true }))[0]).not.toContain('Zoe');
  }
});

it('talks that are drawn are of three sorts, told early or just now', () => {
  const talks = drawTalks(world, { follow: 5, told: 4, forget: 3 }, createRandom(2));
  const lengths = (sort: Talk['sort']) =>
    talks.filter((one) => one.sort === sort).map(({ before }) => before.length);
  expect(lengths('follow')).toEqual([1, 1, 1, 1, 1]);
  expect(lengths('told')).toEqual([1, 3, 1, 3]);
  expect(lengths('forget')).toEqual([2, 2, 2]);
});
