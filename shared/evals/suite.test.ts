/** The suite and its scores, with constructed completions. */

import { describe, expect, it } from 'vitest';
import { createWorld } from '../world/world.ts';
import { exercisePrompt } from './exercises.ts';
import { isCorrectCloze } from './facts.ts';
import { buildSuite, scoreExercises, scoreFacts, scoreForm, scoreTruth } from './suite.ts';

const world = createWorld(7);
const suite = buildSuite(world, 11);

describe('the suite', () => {
  it('has 8 openers, 40 exercises, 40 facts and 24 questions of each pack, all different', () => {
    expect(new Set(suite.storyOpeners).size).toBe(8);
    expect(new Set(suite.exercises.map(exercisePrompt)).size).toBe(40);
    expect(new Set(suite.facts.map((fact) => fact.prompt)).size).toBe(40);
    expect(new Set(suite.questions.map((question) => question.question)).size).toBe(96);
  });

  it('is the same for the same seed and another for another', () => {
    expect(buildSuite(createWorld(7), 11)).toEqual(suite);
    expect(buildSuite(world, 12).questions).not.toEqual(suite.questions);
  });

  it('gives full marks to right completions and none to silence', () => {
    const exercises = suite.exercises.map((exercise) => ` ${exercise.answer}`);
    const facts = suite.facts.map((fact) => ` ${fact.answer}. And so on`);
    const answers = suite.questions.map((question) => question.answer);
    expect(scoreExercises(suite, exercises)).toEqual({ score: 1, correct: 40, total: 40 });
    expect(scoreFacts(suite, facts).score).toBe(1);
    expect(scoreForm(suite, answers).score).toBe(1);
    expect(scoreTruth(suite, answers).score).toBe(1);
    for (const score of [scoreExercises, scoreFacts, scoreForm, scoreTruth])
      expect(score(suite, []).correct).toBe(0);
  });
});

describe('a cloze', () => {
  const cloze = { prompt: 'The baker of Plimby is', answer: 'Mina' };
  it('wants whole words at the start', () => {
    expect(isCorrectCloze(cloze, ' Mina. She bakes')).toBe(true);
    expect(isCorrectCloze(cloze, ' Minara.')).toBe(false);
    expect(isCorrectCloze(cloze, ' not Mina')).toBe(false);
  });
});
