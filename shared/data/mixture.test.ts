import { describe, expect, it } from 'vitest';
import { PADDING, type Rows } from '../lm/rows.ts';
import { createRandom } from '../random.ts';
import { mixRows, normalizeShares } from './mixture.ts';
import { countTargets, type EncodedDocument } from './rows.ts';

const CONTEXT = 8;

/** Documents of so many targets each, the END among them; all their tokens are the document's number. */
function numberedDocuments(
  count: number,
  targets: number,
  firstId: number,
  ownRow: boolean,
): EncodedDocument[] {
  return Array.from({ length: count }, (_, id) => ({
    tokens: Array<number>(targets - 1).fill(firstId + id),
    ownRow,
  }));
}

/** The rows that hold an exercise or, for prose, those that don't. */
function rowsWith(mixed: Rows, exercises: boolean): number[][] {
  const stride = CONTEXT + 1;
  const rows = Array.from({ length: mixed.count }, (_, row) =>
    Array.from(mixed.tokens.subarray(row * stride, (row + 1) * stride)),
  );
  return rows.filter((row) => row.some((token) => token >= 200 && token < PADDING) === exercises);
}

describe('a mixture', () => {
  const prose = numberedDocuments(40, 7, 100, false);
  const exercises = numberedDocuments(30, 3, 200, true);
  const mix = (trainTokens: number, shares = [70, 30], seed = 5): ReturnType<typeof mixRows> =>
    mixRows({
      datasets: [
        { documents: prose, share: shares[0] },
        { documents: exercises, share: shares[1] },
      ],
      contextLength: CONTEXT,
      trainTokens,
      random: createRandom(seed),
    });

  it('gives each dataset its share of the targets, within a row', () => {
    const mixed = mix(1000);
    expect(Math.abs(mixed.datasets[0].tokens - 700)).toBeLessThan(CONTEXT);
    expect(Math.abs(mixed.datasets[1].tokens - 300)).toBeLessThan(3);
    expect(countTargets(mixed)).toBe(mixed.datasets[0].tokens + mixed.datasets[1].tokens);
  });

  it('repeats no document before all others of its dataset came', () => {
    const ids = rowsWith(mix(1000), true).map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(80);
    for (let start = 0; start < ids.length; start += exercises.length) {
      const pass = ids.slice(start, start + exercises.length);
      expect(new Set(pass).size).toBe(pass.length);
    }
    expect(ids.slice(0, 30)).not.toEqual(ids.slice(30, 60));
  });

  it('cuts the text anew in each pass, so that hardly a row comes twice', () => {
    const rows = rowsWith(mix(4000), false).map((row) => row.join(' '));
    expect(rows.length).toBeGreaterThan(300);
    expect(new Set(rows).size).toBeGreaterThan(0.8 * rows.length);
  });

  it('alternates the datasets from beginning to end', () => {
    const mixed = mix(1000);
    const half = { ...mixed, count: Math.round(mixed.count / 2) };
    const exerciseRows = rowsWith(half, true).length;
    expect(exerciseRows / half.count).toBeCloseTo(100 / (100 + 88), 1);
  });

  it('tells how large a dataset is, and how often it goes through it', () => {
    const { ownTokens, epochs } = mix(1000).datasets[1];
    expect(ownTokens).toBe(30 * 3);
    expect(epochs).toBeCloseTo((0.3 * 1000) / ownTokens, 1);
  });

  it('is the same for the same seed only', () => {
    expect(mix(1000)).toEqual(mix(1000));
    expect(mix(1000, [70, 30], 6)).not.toEqual(mix(1000));
  });

  it('takes nothing from an empty or unwanted dataset', () => {
    expect(mix(500, [100, 0]).datasets[1]).toEqual({ tokens: 0, ownTokens: 90, epochs: 0 });
    const mixed = mixRows({
      datasets: [{ documents: [], share: 1 }],
      contextLength: CONTEXT,
      trainTokens: 50,
      random: createRandom(1),
    });
    expect(mixed.count).toBe(0);
  });
});

describe('shares', () => {
  it('become whole percents that sum to 100', () => {
    expect(normalizeShares([1, 1, 1])).toEqual([34, 33, 33]);
    expect(normalizeShares([20, 60])).toEqual([25, 75]);
    expect(normalizeShares([0, 0])).toEqual([50, 50]);
    expect(normalizeShares([5, -3, Number.NaN])).toEqual([100, 0, 0]);
    expect(normalizeShares([])).toEqual([]);
  });
});
