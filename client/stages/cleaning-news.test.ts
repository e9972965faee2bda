/** What a lab is told of its cleaning: nothing made up, and nothing where there is nothing. */

import { expect, it } from 'vitest';
import { NOTHING_CLEANED, type CleaningReport } from '../../shared/game/stages/data/cleaning.ts';
import { cleaningSentences } from './CleaningNews.tsx';

const report: CleaningReport = {
  kind: 'web',
  documents: 900,
  bytes: 200_000,
  tossed: 40,
  copies: 1,
  masked: 0,
  bytesLeft: 150_000,
};

it('tells what went of all datasets together, and how much is left', () => {
  const [sentence, ...others] = cleaningSentences({ datasets: [report, report], secrets: null, leaks: null });
  expect(others).toEqual([]);
  expect(sentence).toContain('80 pages');
  expect(sentence).toContain('2 near copies');
  expect(sentence).toContain('300');
});

it('tells of secrets also where no mask was laid', () => {
  const uncleaned = { ...report, tossed: 0, copies: 0, bytesLeft: 200_000 };
  const secrets = { told: 40, left: 40, examples: [] };
  const sentences = cleaningSentences({ datasets: [uncleaned], secrets, leaks: null });
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toContain('40 times');
});

it('tells how many pages of the tests the lab reads', () => {
  const leaks = { documents: 940, exact: 1, near: 3 };
  const [sentence] = cleaningSentences({ datasets: [], secrets: null, leaks });
  expect(sentence).toContain('940');
  expect(sentence).toContain('1 stands');
});

it('tells nothing where nobody has looked', () => {
  expect(cleaningSentences(NOTHING_CLEANED)).toEqual([]);
});
