import { describe, expect, it } from 'vitest';
import { PADDING, type Rows } from '../lm/rows.ts';
import { createRandom } from '../random.ts';
import { mixRows, normalizeShares } from './mixture.ts';
import { countTargets } from './rows.ts';

const CONTEXT = 8;

/** Rows with `targets` real targets each, whose first token tells which row they are. */
function numberedRows(count: number, targets: number, firstId: number): Rows {
  const tokens = new Uint16Array(count * (CONTEXT + 1)).fill(PADDING);
  for (let row = 0; row < count; row++) {
    tokens.fill(firstId + row, row * (CONTEXT + 1), row * (CONTEXT + 1) + targets + 1);
  }
  return { contextLength: CONTEXT, count, tokens, lossFrom: new Uint16Array(count).fill(1) };
}

const idsOf = (rows: Rows): number[] =>
  Array.from({ length: rows.count }, (_, row) => rows.tokens[row * (CONTEXT + 1)]);

describe('a mixture', () => {
  const prose = numberedRows(40, CONTEXT, 100);
  const exercises = numberedRows(30, 3, 200);
  const mix = (trainTokens: number, shares = [70, 30], seed = 5): ReturnType<typeof mixRows> =>
    mixRows({
      datasets: [
        { rows: prose, share: shares[0] },
        { rows: exercises, share: shares[1] },
      ],
      trainTokens,
      random: createRandom(seed),
    });

  it('gives each dataset its share of the targets, within a row', () => {
    const mixed = mix(1000);
    expect(Math.abs(mixed.datasets[0].tokens - 700)).toBeLessThan(CONTEXT);
    expect(Math.abs(mixed.datasets[1].tokens - 300)).toBeLessThan(3);
    expect(countTargets(mixed)).toBe(mixed.datasets[0].tokens + mixed.datasets[1].tokens);
  });

  it('repeats no row before all others of its dataset came', () => {
    const ids = idsOf(mix(1000)).filter((id) => id < 200);
    expect(ids.length).toBeGreaterThan(80);
    for (let start = 0; start < ids.length; start += prose.count) {
      const pass = ids.slice(start, start + prose.count);
      expect(new Set(pass).size).toBe(pass.length);
    }
    expect(ids.slice(0, 40)).not.toEqual(ids.slice(40, 80));
  });

  it('alternates the datasets from beginning to end', () => {
    const mixed = mix(1000);
    const firstHalf = idsOf(mixed).slice(0, mixed.count / 2);
    const exerciseRows = firstHalf.filter((id) => id >= 200).length;
    expect(exerciseRows / firstHalf.length).toBeCloseTo(100 / (100 + 88), 1);
  });

  it('tells how often it goes through a dataset', () => {
    const mixed = mix(1000);
    expect(mixed.datasets[1].epochs).toBeCloseTo((0.3 * 1000) / (30 * 3), 1);
  });

  it('is the same for the same seed only', () => {
    expect(mix(1000)).toEqual(mix(1000));
    expect(idsOf(mix(1000, [70, 30], 6))).not.toEqual(idsOf(mix(1000)));
  });

  it('takes nothing from an empty or unwanted dataset', () => {
    expect(mix(500, [100, 0]).datasets[1]).toEqual({ tokens: 0, epochs: 0 });
    const empty = numberedRows(0, 0, 0);
    const mixed = mixRows({
      datasets: [{ rows: empty, share: 1 }],
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
