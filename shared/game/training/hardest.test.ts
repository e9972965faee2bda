/** A surprise that is mostly exercises says so. */

import { expect, it } from 'vitest';
import type { ScoredKind } from '../../world/document.ts';
import { hardestOf } from './hardest.ts';

const kinds = (exercises: number): Record<ScoredKind, number> => ({
  stories: 1,
  encyclopedia: 1,
  questions: 1,
  exercises,
  web: 1,
  posts: 1,
});
const point = (tokens: number, exercises?: number) => ({
  tokens,
  trainLoss: null,
  bitsPerByte: 2,
  ...(exercises === undefined ? {} : { perKind: kinds(exercises) }),
});

it('names the kind that gives most of the newest surprise, with its part of all', () => {
  expect(hardestOf({ curve: [point(0), point(9, 3), point(99, 5)] })).toEqual({
    kind: 'exercises',
    share: 0.5,
  });
});

it('names none before anything was measured by kind', () => {
  expect(hardestOf({ curve: [point(0)] })).toBeNull();
  expect(hardestOf({ curve: [point(0, -5)] })).toBeNull();
});
