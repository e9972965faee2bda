import { expect, it } from 'vitest';
import { distinctRuns, sharesRun, spokenOnlyIn } from './runs.ts';

it('counts how many runs of words are different', () => {
  expect(distinctRuns(['a b c', 'a b d'], 2)).toBe(3 / 4);
  expect(distinctRuns(['a'], 2)).toBe(0);
});

it('knows a run that was copied, and takes none that only begins like one', () => {
  const isCopied = sharesRun(['abcdef', 'xyz'], 4, (text) => [...text].map((sign) => sign.charCodeAt(0)));
  expect(isCopied('..bcde..')).toBe(true);
  expect(isCopied('abc.def')).toBe(false);
  expect(isCopied('efxyz')).toBe(false);
});

it('counts pairs of words that only one side has', () => {
  const junkPairs = spokenOnlyIn(['buy hats now', 'buy a goose'], ['a goose flies']);
  expect(junkPairs('buy hats now and a goose')).toBe(2);
});
