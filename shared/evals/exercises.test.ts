/** Exercises are judged by exact match and nothing softer. */

import { describe, expect, it } from 'vitest';
import { exerciseOf } from '../world/exercises.ts';
import { exercisePrompt, isCorrectExercise } from './exercises.ts';

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
