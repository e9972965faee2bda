/** Exercises are judged by exact match and nothing softer. */

import { describe, expect, it } from 'vitest';
import { exerciseOf, heldOutExercises } from '../world/exercises.ts';
import { createWorld } from '../world/world.ts';
import { exercisePrompt, isCorrectExercise, scoreSkills } from './exercises.ts';

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

it('is counted by skill', () => {
  const exercises = [
    ...heldOutExercises(createWorld(1), 4, 1, 'add'),
    ...heldOutExercises(createWorld(1), 2, 1, 'copy'),
  ];
  const completions = exercises.map(({ answer }) => ` ${answer}`);
  expect(scoreSkills(exercises, completions)).toEqual({ add: 1, copy: 1 });
  expect(scoreSkills(exercises, [...completions.slice(0, 3), ' 1', '', ...completions.slice(5)])).toEqual({
    add: 0.75,
    copy: 0.5,
  });
});
