/** Exercises are judged by exact match and nothing softer. */

import { describe, expect, it } from 'vitest';
import { exerciseOf } from '../world/exercises.ts';
import { createWorld } from '../world/world.ts';
import { exercisePrompt, isCorrectExercise } from './exercises.ts';
import { knownWordShare } from './recognizer.ts';

describe('an exercise', () => {
  const exercise = exerciseOf('timp');

  it('is asked as the corpus puts it, up to the answer', () => {
    expect(exercisePrompt(exercise)).toBe('backwards: t i m p >');
  });

  it.each([
    [' p m i t', true],
    ['p m i t\n', true],
    [' p m i', false],
    [' p m i t p', false],
    [' t i m p', false],
    ['pmit', false],
  ])('%j is right: %s', (completion, right) => {
    expect(isCorrectExercise(exercise, completion)).toBe(right);
  });
});

describe('the share of known words', () => {
  const world = createWorld(2);
  const { name } = world.people[0];

  it('is 1 for the world in its own words, 0 for babble and nothing', () => {
    expect(knownWordShare(world, `${name} could not open the door.`)).toBe(1);
    expect(knownWordShare(world, 'xqz vvv rrw')).toBe(0);
    expect(knownWordShare(world, ' ... ')).toBe(0);
    expect(knownWordShare(world, `${name} xqz`)).toBe(0.5);
  });
});
