/** What a plan means for cleaning: the bought part of each dataset, and what is done to it. */

import { expect, it } from 'vitest';
import { NO_CLEANING } from '../../../shared/game/stages/data/cleaning.ts';
import { DEFAULT_DATA_PLAN, type DataPlan } from '../../../shared/game/stages/data/plan.ts';
import { leftShares, ownedJudgements, ownedPortions, stepsFor } from './cleaning-draft.ts';

const plan: DataPlan = { ...DEFAULT_DATA_PLAN, purchases: { web: 'half', stories: 'whole' } };

it('only what is bought is cleaned, half of it where half was bought', () => {
  expect(ownedPortions(plan)).toEqual([
    { kind: 'stories', bytes: 400_000 },
    { kind: 'web', bytes: 250_000 },
  ]);
});

it('judgements count for bought documents of datasets that were labelled enough', () => {
  const page = 'x'.repeat(100_000);
  const texts = { web: [page, page, page, page, page], stories: [page] };
  const judged = { web: Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5), stories: Float64Array.of(0.9) };
  const [web, ...others] = ownedJudgements(plan, ['web'], judged, texts);
  expect(others).toEqual([]);
  expect(Array.from(web.probabilities)).toEqual([0.1, 0.2, 0.3]);
});

it('a classifier that does not know a dataset tosses nothing of it', () => {
  const cleaning = { ...NO_CLEANING, quality: 0.4, scrub: true };
  const weights = Float32Array.of(1, 2);
  expect(stepsFor(cleaning, weights)).toEqual({
    similarity: null,
    scrub: true,
    quality: { threshold: 0.4, weights },
  });
  expect(stepsFor(cleaning, null).quality).toBeNull();
  expect(stepsFor(NO_CLEANING, weights).quality).toBeNull();
});

it('shares of what is left are counted in bytes', () => {
  const count = { documents: 4, tossed: 1, copies: 1, masked: 0 };
  const counts = {
    web: { ...count, bytes: 400, bytesLeft: 100 },
    posts: { ...count, bytes: 0, bytesLeft: 0 },
  };
  expect(leftShares(counts)).toEqual({ web: 0.25, posts: 1 });
});
