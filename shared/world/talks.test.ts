import { expect, it } from 'vitest';
import { FORGET, followUpsOf, notesOf, talkCards, windowOf } from './talks.ts';
import { createWorld } from './world.ts';

const world = createWorld(1, 1);
const [ona, bo] = world.people;
if (!ona || !bo) throw new Error('nobody lives here');

it('notes keep what a citizen told of themselves, and whom the talk was last about', () => {
  const said = [
    'My name is Zoe. Do you like goats?',
    `Where does ${ona.name} live?`,
    `And ${bo.name}? My dog is called Bim.`,
    'How are you?',
  ];
  expect(notesOf(world, said)).toBe(`My name is Zoe. My dog is called Bim. We talk of ${bo.name}.`);
  expect(notesOf(world, ['Do you like goats?'])).toBe('');
  expect(notesOf(world, [])).toBe('');
});

it('a window holds turns with their answers', () => {
  expect(windowOf([{ said: 'How are you?', answer: 'I am well.' }])).toBe('How are you? I am well.');
});

it('a later question says "she" or "he" for whom the first one named, and has the same answer', () => {
  const [follow] = followUpsOf(world, 'held-out').filter(({ ask }) => ask.kind.id === 'where-lives');
  if (!follow) throw new Error('nobody is asked for');
  const person = world.people.find(({ name }) => name === follow.person);
  expect(follow.question).toBe(`And where does ${person?.pronoun} live?`);
  expect(follow.ask.slots.town).toBe(person?.town);
  expect(follow.ask.question).toContain(follow.person);
});

it('cards ask nobody what talks are tested on, and end with an answer to what stands before', () => {
  const cards = talkCards(world, { style: 'full', count: 400, seed: 3, isOpen: () => true });
  expect(cards).toHaveLength(400);
  const tested = followUpsOf(world, 'held-out').map(({ ask }) => ask.question);
  for (const { question } of cards) expect(tested.some((asked) => question.includes(asked))).toBe(false);
  for (const { question, answer } of cards) {
    const name = /My name is (\w+)\..* What is my name\?$/.exec(question)?.[1];
    if (name) expect(answer).toBe(`Your name is ${name}.`);
  }
  expect(cards.some(({ answer }) => answer === 'You did not tell me.')).toBe(true);
  expect(cards.some(({ question }) => question.includes(FORGET))).toBe(false);
  expect(talkCards(world, { style: 'full', count: 9, seed: 3, isOpen: () => false })).toEqual([]);
});
