import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random.ts';
import { fitPowerLaw, powerLawPoints, type PowerLawPoint } from './power-law.ts';

const law = (floor: number, scale: number, exponent: number) => (compute: number) =>
  floor + scale * (compute / 1e10) ** -exponent;

/** About normal, as a sum of twelve uniform numbers. */
const normal = (random: Random): number =>
  Array.from({ length: 12 }, () => random.next()).reduce((sum, value) => sum + value, -6);

const probesOf = (loss: (compute: number) => number, computes: readonly number[]): PowerLawPoint[] =>
  computes.map((compute) => ({ compute, loss: loss(compute) }));

const COMPUTES = [1e10, 2e10, 4e10, 8e10];

describe('a law without noise', () => {
  it.each([
    [1.2, 1.5, 0.4],
    [0.8, 2, 0.25],
    [0, 3, 0.15],
  ])(
    'with floor %d, scale %d and exponent %d is found, and foretells a run of 16 times the compute',
    (...numbers) => {
      const loss = law(...numbers);
      const fit = fitPowerLaw(probesOf(loss, COMPUTES));
      const predicted = fit?.predict(1.28e12);
      expect(predicted?.loss).toBeCloseTo(loss(1.28e12), 1);
      expect(predicted?.low).toBeLessThanOrEqual(loss(1.28e12));
      expect(predicted?.high).toBeGreaterThanOrEqual(loss(1.28e12));
    },
  );

  it('falls with compute and never under its floor', () => {
    const fit = fitPowerLaw(probesOf(law(1, 2, 0.3), COMPUTES));
    const values = [1e10, 1e11, 1e12, 1e15].map((compute) => fit?.predict(compute).loss ?? 0);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values.at(-1)).toBeGreaterThanOrEqual(fit?.floor ?? Infinity);
  });
});

describe('a law seen through noise of 1 %', () => {
  const loss = law(1.1, 1.4, 0.35);
  const noisy = (seed: number, computes: readonly number[]): PowerLawPoint[] => {
    const random = createRandom(seed);
    return probesOf((compute) => loss(compute) * (1 + 0.01 * normal(random)), computes);
  };

  it.each([3, 4, 6])(
    'has the true loss of the big run in its band nearly always, from %d probes',
    (count) => {
      const computes = Array.from({ length: count }, (_, i) => 1e10 * 2 ** i);
      const truth = loss(1e12);
      const hits = Array.from({ length: 60 }, (_, seed) =>
        fitPowerLaw(noisy(seed, computes))?.predict(1e12),
      ).filter((predicted) => predicted && predicted.low <= truth && truth <= predicted.high).length;
      expect(hits / 60).toBeGreaterThan(0.85);
    },
  );

  it('is surer with more probes', () => {
    const width = (count: number): number => {
      const computes = Array.from({ length: count }, (_, i) => 1e10 * 2 ** i);
      const predicted = fitPowerLaw(noisy(3, computes))?.predict(1e12);
      return (predicted?.high ?? 0) - (predicted?.low ?? 0);
    };
    expect(width(6)).toBeLessThan(width(3));
  });

  it('is not thrown by one freak run', () => {
    const runs = probesOf(loss, [1e10, 2e10, 4e10, 8e10, 1.6e11, 3.2e11]);
    runs[2].loss *= 1.4;
    expect(Math.abs((fitPowerLaw(runs)?.predict(1e12).loss ?? 0) / loss(1e12) - 1)).toBeLessThan(0.1);
  });
});

it('goes by the best run at each compute', () => {
  const runs = [
    { compute: 2e10, loss: 2.5 },
    { compute: 1e10, loss: 3 },
    { compute: 1.02e10, loss: 2.8 },
  ];
  expect(powerLawPoints(runs)).toEqual([
    { compute: 1.02e10, loss: 2.8 },
    { compute: 2e10, loss: 2.5 },
  ]);
});

it.each<[string, PowerLawPoint[]]>([
  ['two computes', probesOf(law(1, 2, 0.3), [1e10, 2e10])],
  ['three runs at one compute', probesOf(() => 2, [1e10, 1e10, 1.01e10])],
  ['loss that rises with compute', probesOf((compute) => compute / 1e10, COMPUTES)],
  ['nothing', []],
])('says nothing from %s', (_what, runs) => {
  expect(fitPowerLaw(runs)).toBeNull();
});
