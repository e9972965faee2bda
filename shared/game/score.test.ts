import { expect, it } from 'vitest';
import { ranking, scoreResults } from './score.ts';
import type { ModelScores, TeamResults } from './match.ts';

const KINDS = { stories: 1, encyclopedia: 1, questions: 1, exercises: 1, web: 1, posts: 1 };
const scores = (form: number, perKind: Partial<ModelScores['perKind']> = {}): ModelScores => ({
  bitsPerByte: 1,
  perKind: { ...KINDS, ...perKind },
  evals: { exercises: 0.5, facts: 0.25, form, sentences: 0.7 },
});
const YARDSTICK = {
  bitsPerByte: 2,
  perKind: { stories: 2, encyclopedia: 2, questions: 2, exercises: 2, web: 2, posts: 2 },
};
const sampled = (trueShare: number) => ({ kindShare: 0, trueShare, inFormShare: 0, variety: 0 });
const results = (tuned: ModelScores | null, aligned: ModelScores | null = null): TeamResults => ({
  pretrained: scores(0),
  tuned,
  aligned,
  preference: { tuned: sampled(0.4), aligned: aligned && sampled(0.2), klNats: null, rise: null },
  answers: [],
  yardstick: YARDSTICK,
  samples: { untrained: [], pretrained: [], tuned: [], aligned: [] },
});

const rating = (votes: number) => ({ id: 'a', value: 64, low: 55, high: 71, votes });

it('keeps three scores apart: use from the arena, trust and science from the sealed test', () => {
  expect(scoreResults(results(scores(0.9)), rating(12))).toEqual({
    use: 64,
    trust: 65,
    science: (50 + 70 + 50 + 25) / 4,
    truth: 40,
    form: 90,
    language: 50,
    stories: 70,
    exercises: 50,
    facts: 25,
    total: (64 + 65 + (50 + 70 + 50 + 25) / 4) / 3,
  });
});

it('counts what a day in town showed as much as each other part of use and trust', () => {
  const day = { served: 40, paid: 100, believed: 20 };
  expect(scoreResults(results(scores(0.9)), rating(12), day)).toMatchObject({
    use: (64 + 40 + 100) / 3,
    trust: (40 + 90 + 20) / 3,
    science: (50 + 70 + 50 + 25) / 4,
    town: { arena: 64, ...day },
  });
  expect(scoreResults(results(scores(0.9)), null, day)).toMatchObject({ use: 70, town: { arena: null } });
});

it('leaves out a use that nobody voted on', () => {
  const { use, trust, science, total } = scoreResults(results(scores(0.9)), rating(0));
  expect(use).toBeNull();
  expect(total).toBeCloseTo((trust + science) / 2);
});

it('scores the aligned model where a team keeps it', () => {
  expect(scoreResults(results(scores(0.9), scores(0.7)), null)).toMatchObject({
    form: 70,
    truth: 20,
  });
});

it('measures language by a yardstick that is the same for all, and each kind of text by itself', () => {
  const language = (perKind: Partial<ModelScores['perKind']>): number =>
    scoreResults(results(scores(0.9, perKind)), null).language;
  expect(language({ stories: 0 })).toBeCloseTo((100 + 5 * 50) / 6);
  /* However lost a lab is at a kind that it never read, that costs no more than all of that kind. */
  expect(language({ exercises: 2 })).toBeCloseTo((0 + 5 * 50) / 6);
  expect(language({ exercises: 9 })).toBeCloseTo((0 + 5 * 50) / 6);
});

it('falls back to the pretrained model when nothing was tuned', () => {
  const untuned = { ...results(null), preference: { tuned: null, aligned: null, klNats: null, rise: null } };
  expect(scoreResults(untuned, null)).toMatchObject({ language: 50, form: 0, truth: 0 });
});

it('ranks by the total, teams without a score last', () => {
  const parts = {
    use: 0,
    trust: 0,
    science: 0,
    truth: 0,
    language: 0,
    stories: 0,
    exercises: 0,
    facts: 0,
    form: 0,
  };
  const score = (total: number) => ({ ...parts, total });
  const teams = [
    { id: 'a', score: null },
    { id: 'b', score: score(10) },
    { id: 'c', score: score(20) },
  ];
  expect(ranking(teams).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
