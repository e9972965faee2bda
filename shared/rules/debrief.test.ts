import { expect, it } from 'vitest';
import { ranking, scoreResults } from './debrief.ts';
import type { ModelScores, TeamResults } from './match.ts';

const scores = (bitsPerByte: number, form: number): ModelScores => ({
  bitsPerByte,
  perKind: { stories: 1, encyclopedia: 1, questions: 1, exercises: 1, web: 1, posts: 1 },
  evals: { exercises: 0.5, facts: 0.25, form },
});
const results = (tuned: ModelScores | null, aligned: ModelScores | null = null): TeamResults => ({
  pretrained: scores(1, 0),
  tuned,
  aligned,
  preference: { tuned: null, aligned: null, klNats: null },
  answers: [],
  samples: { untrained: [], pretrained: [], tuned: [], aligned: [] },
});

it('scores the model a team ended with, each part in percent', () => {
  expect(scoreResults(results(scores(2, 0.9)), 4)).toEqual({
    language: 50,
    exercises: 50,
    facts: 25,
    form: 90,
    total: 53.75,
  });
});

it('scores the aligned model where a team keeps it', () => {
  expect(scoreResults(results(scores(2, 0.9), scores(2, 0.7)), 4).form).toBe(70);
});

it('falls back to the pretrained model when nothing was tuned, and never below zero', () => {
  expect(scoreResults(results(null), 0.5)).toMatchObject({ language: 0, form: 0 });
});

it('ranks by the total, teams without a score last', () => {
  const score = (total: number) => ({ language: 0, exercises: 0, facts: 0, form: 0, total });
  const teams = [
    { id: 'a', score: null },
    { id: 'b', score: score(10) },
    { id: 'c', score: score(20) },
  ];
  expect(ranking(teams).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
