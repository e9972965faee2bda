/** What a contest of plans must show, and that it can fail. */

import { expect, it } from 'vitest';
import type { TeamScore } from '../../shared/game/team-score.ts';
import { contestTable, verdictOf, winShare, type ContestSeed } from './contest-table.ts';

const score = (use: number, trust: number, science: number): TeamScore => ({
  use,
  trust,
  science,
  total: (use + trust + science) / 3,
  truth: 0,
  form: 0,
  language: 0,
  stories: 0,
  exercises: 0,
  facts: 0,
});
const seed = (number: number, idle = score(40, 50, 30)): ContestSeed => ({
  seed: number,
  scores: { careful: score(60, 60, 60), exercises: score(50, 50, 70), facts: score(50, 70, 50), idle },
});
const strong = score(90, 90, 90);

it('holds where careful play wins nearly always, and each plan is the best at something', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => seed(number));
  expect(verdictOf([...seeds, seed(10, strong)])).toEqual([]);
  expect(contestTable(seeds)).toContain('9 of 9 (70 to 100 %)');
});

it('fails where doing nothing wins too often, and where a plan is good for nothing', () => {
  expect(verdictOf([seed(1), seed(2, strong)])).toEqual(['careful play beat no play on 1 of 2 seeds only']);
  const poor = { ...seed(1), scores: { ...seed(1).scores, facts: score(1, 1, 1) } };
  expect(verdictOf([poor])).toEqual(['the plan “facts” is the best of the three at no score']);
});

it('asks only for careful play where no other plan played', () => {
  const { careful, idle } = seed(1).scores;
  expect(verdictOf([{ seed: 1, scores: { careful, idle } }])).toEqual([]);
});

it('knows how little a few seeds say', () => {
  expect(winShare(18, 20)).toMatchObject({ share: 90 });
  expect(winShare(18, 20).low).toBeCloseTo(69.9, 1);
  expect(winShare(18, 20).high).toBeCloseTo(97.2, 1);
});
