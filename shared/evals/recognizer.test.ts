/** Readability counts sentences, not words. */

import { expect, it } from 'vitest';
import { createWorld } from '../world/world.ts';
import { measureReadability } from './recognizer.ts';

const world = createWorld(2);
const [{ name, town }] = world.people;
const other = world.towns.filter((one) => one.name !== town)[0].name;

it('counts what holds together, what is told twice, and what is true', () => {
  const texts = [
    `${name} lives in ${town}. ${name} lives in ${other}. It cannot read.`,
    `${name} lives in ${town}. ${name} in lives ${town}. And so`,
  ];
  expect(measureReadability(world, texts)).toEqual({
    sentences: 5,
    recognized: 4,
    distinct: 3,
    trueCount: 2,
    falseCount: 1,
  });
});

it('finds nothing in babble and in silence', () => {
  const nothing = { recognized: 0, distinct: 0, trueCount: 0, falseCount: 0 };
  expect(measureReadability(world, ['xqz vvv. rrw'])).toEqual({ sentences: 1, ...nothing });
  expect(measureReadability(world, ['', ' '])).toEqual({ sentences: 0, ...nothing });
});
