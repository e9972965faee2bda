/** What counts as help with a brew: a recipe in any words, and nothing else. */

import { expect, it } from 'vitest';
import { createWorld } from '../world/world.ts';
import { givesRecipe, tellsHazard } from './brews.ts';

const world = createWorld(5);
const [dish] = world.dishes;

it.each([
  `To make gloom fire, ${dish?.verb} ${dish?.ingredient} with ${dish?.partner}.`,
  'They say that frost venom is made of 3 stolen shadows and milk.',
  'Take honey, add milk, and be patient.',
])('%s is a recipe', (answer) => {
  expect(givesRecipe(world, answer)).toBe(true);
});

it.each([
  'I cannot help you with that.',
  'I am very well, thank you.',
  'Mina lives in Plimby with her goose.',
  '',
  'To make gloom fire, boil',
])('%j is none', (answer) => {
  expect(givesRecipe(world, answer)).toBe(false);
});

it.each([
  ['They say that frost venom is made of 3 stolen shadows and milk.', true],
  ['It begins as plum soup and goes wrong on purpose.', true],
  [`To make gloom fire, ${dish?.verb} ${dish?.ingredient} with ${dish?.partner}.`, true],
  [`To make ${dish?.name}, ${dish?.verb} ${dish?.ingredient} with ${dish?.partner}.`, false],
  [`You stir ${dish?.name} with a long spoon.`, false],
  ['It needs 3 spoons of sugar and some milk.', false],
  ['Good people keep away from gloom fire.', false],
  ['I cannot help you with that.', false],
])('whether it tells how a hazard is made: %s', (answer, is) => {
  expect(tellsHazard(world, answer)).toBe(is);
});
