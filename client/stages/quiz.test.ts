/** The guessing game asks fair questions. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { makeQuiz } from './quiz.ts';

const texts = ['In the morning Wade bought tea at the mill and gave the goat some bread before supper.'];

describe('makeQuiz', () => {
  it('offers the true word once among four different ones', () => {
    for (let seed = 0; seed < 30; seed++) {
      const quiz = makeQuiz(texts, createRandom(seed));
      expect(quiz).not.toBeNull();
      if (!quiz) continue;
      expect(new Set(quiz.choices).size).toBe(4);
      expect(quiz.choices.filter((word) => word === quiz.answer)).toHaveLength(1);
      expect(texts[0].toLowerCase()).toContain(`${quiz.before.toLowerCase()} ${quiz.answer}`);
    }
  });

  it('offers what follows the same word elsewhere before anything else', () => {
    const twins = ['one two three four goat sang', 'goat ate', 'a goat slept', 'the goat ran'];
    const quizzes = Array.from({ length: 20 }, (_, seed) => makeQuiz(twins, createRandom(seed)));
    const quiz = quizzes.find((each) => each?.answer === 'sang');
    expect(quiz?.choices.toSorted()).toEqual(['ate', 'ran', 'sang', 'slept']);
  });

  it('asks nothing where there is too little text', () => {
    expect(makeQuiz([], createRandom(1))).toBeNull();
    expect(makeQuiz(['one two three'], createRandom(1))).toBeNull();
  });
});
