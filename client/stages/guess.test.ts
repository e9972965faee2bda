/** The model's guess is what it finds likeliest, and both are judged by the same word. */

import { expect, it } from 'vitest';
import { scoreGuess } from './guess.ts';

const quiz = { before: 'the goat', choices: ['tea', 'ate', 'mill', 'the'], answer: 'ate' };

it('takes the likeliest word on offer for the guess of the model', () => {
  const guess = scoreGuess(quiz, 'tea', [0.01, 0.06, 0.01, 0.02]);
  expect(guess).toEqual({ model: 'ate', trust: 0.6, youAreRight: false, modelIsRight: true });
});

it('judges the person by the same word', () => {
  expect(scoreGuess(quiz, 'ate', [0.5, 0.1, 0.1, 0.1])).toMatchObject({
    model: 'tea',
    youAreRight: true,
    modelIsRight: false,
  });
});

it('gives a model without any idea no more trust than chance', () => {
  expect(scoreGuess(quiz, 'ate', [0, 0, 0, 0]).trust).toBe(0.25);
});
