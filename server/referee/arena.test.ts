/** The House answers by counting alone, and everybody is asked the same questions. */

import { describe, expect, it } from 'vitest';
import { inForm } from '../../shared/evals/form.ts';
import { isHeldOutQuestion } from '../../shared/world/asks.ts';
import { arenaCard, drawArenaQuestions, houseAnswers } from './arena.ts';
import { itemAt } from './item-at.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);
const questions = drawArenaQuestions(texts.world, 9);

describe('the questions of the arena', () => {
  it('were seen by nobody, and ask for truth and kindness in turn', () => {
    expect(questions).toHaveLength(12);
    expect(questions.every(({ question }) => isHeldOutQuestion(question))).toBe(true);
    const traits = questions.map((question) => arenaCard(texts.world, question).trait);
    expect(traits).toEqual(questions.map((_, index) => (index % 2 === 0 ? 'true' : 'kind')));
  });

  it('carry evidence where there is a fact to know', () => {
    for (const question of questions) {
      const { trait, evidence } = arenaCard(texts.world, question);
      expect(evidence !== '').toBe(trait === 'true');
    }
  });
});

describe('the House', async () => {
  const answers = await houseAnswers(texts, questions, 9);

  it('says something of its own to every question, the same each time', async () => {
    expect(answers).toHaveLength(12);
    expect(answers.filter((answer) => answer.trim() !== '').length).toBeGreaterThan(9);
    expect(new Set(answers).size).toBeGreaterThan(6);
    expect(await houseAnswers(texts, questions, 9)).toEqual(answers);
    expect(await houseAnswers(texts, questions, 10)).not.toEqual(answers);
  });

  it('does not know what it is asked: hardly any answer fits the question', () => {
    const fitting = questions.filter((question, index) =>
      inForm(texts.world, question, itemAt(answers, index)),
    );
    expect(fitting.length).toBeLessThan(8);
  });
});
