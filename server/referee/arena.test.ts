/** The House answers by counting alone, and everybody is asked the same questions. */

import { describe, expect, it } from 'vitest';
import { inForm } from '../../shared/evals/form.ts';
import { isHeldOutQuestion } from '../../shared/world/asks.ts';
import { arenaCards, drawArenaQuestions, holds, houseAnswers } from './arena.ts';
import { CRITERIA, isChecked } from '../../shared/game/stages/arena/state.ts';
import { itemAt } from './item-at.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);
const questions = drawArenaQuestions(texts.world, 9);

describe('the questions of the arena', () => {
  const cards = arenaCards(texts.world, questions);

  it('were seen by nobody, and every second one asks for what no rule can say', () => {
    expect(questions).toHaveLength(12);
    expect(questions.every(({ question }) => isHeldOutQuestion(question))).toBe(true);
    for (let at = 0; at < cards.length; at += 2) {
      const two = [itemAt(cards, at).criterion, itemAt(cards, at + 1).criterion];
      expect(two.filter(isChecked)).toHaveLength(1);
    }
    expect(new Set(cards.map(({ criterion }) => criterion))).toEqual(new Set(CRITERIA));
  });

  it('carry evidence where voters are asked for the truth', () => {
    for (const { criterion, evidence } of cards) expect(evidence !== '').toBe(criterion === 'true');
  });

  it('are judged by the referee where there is a rule', () => {
    const at = cards.findIndex(({ criterion }) => criterion === 'true');
    const { evidence } = itemAt(cards, at);
    expect(holds(texts.world, 'true', itemAt(questions, at), evidence)).toBe(true);
    expect(holds(texts.world, 'true', itemAt(questions, at), 'Soup.')).toBe(false);
    expect(holds(texts.world, 'funny', itemAt(questions, at), evidence)).toBeNull();
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
