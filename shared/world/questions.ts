/** Questions and answers as prose: people asking each other, with every word that a tuned model's answers will need. */

import type { Random } from '../random.ts';
import { ANSWER_STYLES } from './packs.ts';
import { type Ask, answerTo, asksOf, exerciseAsk } from './asks.ts';
import type { Knobs } from './knobs.ts';
import type { World } from './types.ts';

export const DIALOGUE_OPENERS: readonly string[] = [
  'At the {place}, {A} met {B}.',
  '{A} stopped {B} in the street.',
  '{A} came to the {place} with many questions.',
  '{B} was busy, but {A} wanted to know something.',
  '{A} ran after {B} all the way to the {place}.',
  '{B} sat at the {place} when {A} came by.',
  'One evening {A} knocked at the door of {B}.',
  '{A} went to the {place} only to ask {B}.',
];
export const ASKED: readonly string[] = ['asked', 'asked', 'asked', 'whispered'];
export const SAID: readonly string[] = ['said', 'said', 'answered', 'laughed'];
export const DIALOGUE_CLOSERS: readonly string[] = [
  '"Thank you," said {A}.',
  '{A} wrote it down on a turnip.',
  '{A} thought about it for a long time.',
  '"I knew it," said {A}, but it was not true.',
  'Then they both went home.',
  '"Do you ever sleep?" said {B}.',
  '{A} had hoped for another answer.',
  'The {animal} of {B} said nothing.',
  '"I said so yesterday," said {A}.',
  '{A} gave {B} a bean for it.',
  'Nobody at the {place} believed it.',
  'Then {B} fell asleep.',
];

/** Shares of the packs; the rest is small talk. Exercises are rare: they only lend their words. */
const FACT_SHARE = 0.5;
const RECIPE_SHARE = 0.2;
const EXERCISE_SHARE = 0.05;

/** Next dialogue of one or two questions; `errorRate` is the share of answers that belong to another question. */
export function questionGenerator(world: World, random: Random, knobs: Knobs): () => string {
  const facts = asksOf(world, 'facts', 'train');
  const recipes = asksOf(world, 'recipes', 'train');
  const smallTalk = asksOf(world, 'small-talk', 'train');
  const draw = (): Ask => {
    const share = random.next();
    if (share < FACT_SHARE) return random.pick(facts);
    if (share < FACT_SHARE + RECIPE_SHARE) return random.pick(recipes);
    if (share < FACT_SHARE + RECIPE_SHARE + EXERCISE_SHARE) return exerciseAsk(random, 'train');
    return random.pick(smallTalk);
  };
  return () => {
    const first = random.pick(world.people);
    const second = random.pick(world.people.filter((person) => person !== first));
    const frame = (templates: readonly string[]): string =>
      random
        .pick(templates)
        .replaceAll('{A}', first.name)
        .replaceAll('{B}', second.name)
        .replaceAll('{animal}', second.pet.kind)
        .replaceAll('{place}', random.pick(world.towns[0].places).kind);
    const exchange = (): string => {
      const ask = draw();
      const told = random.chance(knobs.errorRate) ? draw() : ask;
      const answer = answerTo(world, told, random.pick(ANSWER_STYLES), random);
      const asked = ask.question.endsWith('?') ? random.pick(ASKED) : 'said';
      return `${spoken(ask.question)} ${asked} ${first.name}. ${spoken(answer)} ${random.pick(SAID)} ${second.name}.`;
    };
    const parts = [exchange()];
    if (random.chance(0.4)) parts.unshift(frame(DIALOGUE_OPENERS));
    if (random.chance(0.4)) parts.push(exchange());
    if (random.chance(0.5)) parts.push(frame(DIALOGUE_CLOSERS));
    return parts.join(' ');
  };
}

/** In quotes, with the comma that stands before "said". */
export function spoken(answer: string): string {
  if (/[!?]$/.test(answer)) return `"${answer}"`;
  return `"${answer.replace(/\.$/, '')},"`;
}
