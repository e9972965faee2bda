/** What the scaling plot says for no, few and enough probes. */

import { describe, expect, it } from 'vitest';
import { fixtureMatch } from './fixture.ts';
import { scalingPlot, type PlottedTeam } from './scaling-plot.ts';

const BUDGET = 1.1e12;
const teams = fixtureMatch('scale').teams;
const first = (count: number): PlottedTeam => ({ ...teams[0], probes: teams[0].probes.slice(0, count) });

describe('the scaling plot', () => {
  it('without a measured probe has no point, and says how to get one', () => {
    const plot = scalingPlot([first(0)], BUDGET);
    expect(plot).toMatchObject({ points: [], band: [], prediction: null });
    expect(plot.twin).toContain('No probe has been measured yet');
  });

  it('with two probes shows them, and says that a line needs three', () => {
    const plot = scalingPlot([first(2)], BUDGET);
    expect(plot.points.map(({ label }) => label)).toEqual(['T', 'S']);
    expect(plot.prediction).toBeNull();
    expect(plot.verdict).toContain('With 3 different');
  });

  it('with enough of them foretells the big run: below every probe, inside its band', () => {
    const { points, band, prediction } = scalingPlot([first(4)], BUDGET);
    const least = Math.min(...points.map(({ y }) => y));
    expect(prediction?.loss).toBeLessThan(least);
    expect(prediction?.low).toBeLessThanOrEqual(prediction?.loss ?? 0);
    expect(prediction?.high).toBeGreaterThanOrEqual(prediction?.loss ?? Infinity);
    expect(band.at(-1)?.x).toBeCloseTo(BUDGET);
  });

  it('leaves out probes that are under way', () => {
    expect(scalingPlot([first(5)], BUDGET).points).toHaveLength(4);
  });

  it('of the whole class has one point for each run of any lab, in its shape, and tells them all in words', () => {
    const plot = scalingPlot(teams, BUDGET);
    expect(plot.points).toHaveLength(12);
    expect(new Set(plot.points.map(({ shape }) => shape)).size).toBe(3);
    expect(plot.twin.match(/sums:/g)).toHaveLength(12);
  });

  it('adds what the big run came to, once it is over', () => {
    const [{ runs }] = fixtureMatch('fine-tune').teams;
    const run = runs.pretrain;
    const end = { tokens: 1e6, bitsPerByte: 0.61 };
    const pretrain = run && {
      ...run,
      tokensUsed: end.tokens,
      tokensTotal: end.tokens,
      curve: [{ ...run.curve[0], ...end }],
    };
    const { points, twin, prediction } = scalingPlot([{ ...first(4), runs: { pretrain } }], BUDGET);
    const [star] = points.slice(-1);
    expect(points).toHaveLength(5);
    expect(star).toMatchObject({ label: '★', x: BUDGET, y: end.bitsPerByte });
    expect(twin).toContain('The big run with 1.1 T sums: 1\u00a0in\u00a01.53.');
    expect(prediction).toEqual(scalingPlot([first(4)], BUDGET).prediction);
  });
});
