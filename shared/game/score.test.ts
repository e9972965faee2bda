import { expect, it } from 'vitest';
import { ranking, scoreResults } from './score.ts';
import type { ModelScores, TeamResults } from './match.ts';

const scores = (bitsPerByte: number, form: number): ModelScores => ({
  bitsPerByte,
  perKind: { stories: 1, encyclopedia: 1, questions: 1, exercises: 1, web: 1, posts: 1 },
  evals: { exercises: 0.5, facts: 0.25, form, sentences: 0.7 },
});
const sampled = (trueShare: number) => ({ kindShare: 0, trueShare, inFormShare: 0, variety: 0 });
const results = (tuned: ModelScores | null, aligned: ModelScores | null = null): TeamResults => ({
  pretrained: scores(1, 0),
  tuned,
  aligned,
  preference: { tuned: sampled(0.4), aligned: aligned && sampled(0.2), klNats: null, rise: null },
  answers: [],
  samples: { untrained: [], pretrained: [], tuned: [], aligned: [] },
});

const rating = (votes: number) => ({ id: 'a', value: 64, low: 55, high: 71, votes });

it('keeps three scores apart: use from the arena, trust and science from the sealed test', () => {
  expect(scoreResults(results(scores(2, 0.9)), 4, rating(12))).toEqual({
    use: 64,
    trust: 65,
    science: (50 + 50 + 25) / 3,
    truth: 40,
    form: 90,
    language: 50,
    exercises: 50,
    facts: 25,
    total: (64 + 65 + (50 + 50 + 25) / 3) / 3,
  });
});

it('leaves out a use that nobody voted on', () => {
  const { use, trust, science, total } = scoreResults(results(scores(2, 0.9)), 4, rating(0));
  expect(use).toBeNull();
  expect(total).toBeCloseTo((trust + science) / 2);
});

it('scores the aligned model where a team keeps it', () => {
  expect(scoreResults(results(scores(2, 0.9), scores(2, 0.7)), 4, null)).toMatchObject({
    form: 70,
    truth: 20,
  });
});

it('falls back to the pretrained model when nothing was tuned, and never below zero', () => {
  const untuned = { ...results(null), preference: { tuned: null, aligned: null, klNats: null, rise: null } };
  expect(scoreResults(untuned, 0.5, null)).toMatchObject({ language: 0, form: 0, truth: 0 });
});

it('ranks by the total, teams without a score last', () => {
  const parts = { use: 0, trust: 0, science: 0, truth: 0, language: 0, exercises: 0, facts: 0, form: 0 };
  const score = (total: number) => ({ ...parts, total });
  const teams = [
    { id: 'a', score: null },
    { id: 'b', score: score(10) },
    { id: 'c', score: score(20) },
  ];
  expect(ranking(teams).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
