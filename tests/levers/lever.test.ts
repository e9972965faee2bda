import { describe, expect, it } from 'vitest';
import { resultOf, type Lever } from './lever.ts';

const LEVER: Lever = {
  name: 'salt',
  question: 'Does salt help?',
  arms: { bland: 'no salt', salted: 'a pinch' },
  metrics: { taste: 'marks of a taster', price: 'coins' },
  claims: [
    { metric: 'taste', off: 'bland', on: 'salted', expected: 'rises' },
    { metric: 'price', off: 'bland', on: 'salted', expected: 'reported' },
  ],
  measure: (seed) =>
    Promise.resolve({ bland: { taste: seed, price: 1 }, salted: { taste: seed + 2, price: 3 } }),
};

async function measured(seeds: readonly number[], lever = LEVER) {
  return Promise.all(
    seeds.map(async (seed) => ({ seed, measures: await lever.measure(seed), seconds: seed })),
  );
}

describe("a lever's result", () => {
  it('pairs its arms seed by seed, one contrast for each claim', async () => {
    expect(resultOf(LEVER, await measured([4, 6]))).toMatchObject({
      lever: 'salt',
      metric: 'marks of a taster; coins',
      contrasts: [
        {
          metric: 'taste',
          off: 'bland',
          on: 'salted',
          meanOff: 5,
          meanOn: 7,
          difference: 2,
          low: 2,
          high: 2,
        },
        { metric: 'price', meanOff: 1, meanOn: 3, expected: 'reported' },
      ],
      seeds: [4, 6],
      secondsPerSeed: 5,
      holds: true,
    });
  });

  it('does not hold when one claim fails, whatever the others do', async () => {
    const claims = LEVER.claims.map((claim) => ({ ...claim, expected: 'falls' as const }));
    expect(resultOf({ ...LEVER, claims }, await measured([4, 6])).holds).toBe(false);
  });

  it('is an error where a claim speaks of an arm that was not measured', async () => {
    const claims = [{ ...LEVER.claims[0], on: 'peppered' }];
    const seeds = await measured([4, 6]);
    expect(() => resultOf({ ...LEVER, claims }, seeds)).toThrow('no taste of "peppered" on seed 4');
  });
});
