/** The plan for very many players: its arithmetic holds where it was measured, and the page on running the server says what it says. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planFor, planRows, type Measured } from './load/plan.ts';

const measured = JSON.parse(
  readFileSync(new URL('./load/measured.json', import.meta.url), 'utf8'),
) as Measured;

describe('the plan', () => {
  it('for as many as were measured is what was measured', () => {
    const plan = planFor(measured.players, measured);
    expect(plan.processes).toBe(1);
    expect(plan.databases).toBe(1);
    expect(plan.memoryGiB).toBe(Math.ceil(measured.rssMiB / 1024));
    expect(plan.movesPerSecond * measured.seconds).toBeCloseTo(measured.moves, -2);
    const bytesDown =
      measured.weightBytesDown / measured.seconds + measured.players * measured.roomBytesPerSecond;
    expect((plan.gigabitsDown * 1e9) / 8 / bytesDown).toBeCloseTo(1, 1);
    expect(plan.gigabitsWithin).toBe(0);
  });

  it('grows with the players, and never has a process hold more matches than it takes', () => {
    const [some, many] = [10_000, 100_000].map((players) => planFor(players, measured));
    expect(many.movesPerSecond / some.movesPerSecond).toBeCloseTo(10, 0);
    expect(many.eurosPerMonth / some.eurosPerMonth).toBeCloseTo(10, 0);
    expect(planFor(100_000, { ...measured, coreShare: 0 }).processes).toBe(42);
  });

  it('for 100,000 players stands in the page on running the server', () => {
    const page = readFileSync(new URL('../server/running.md', import.meta.url), 'utf8');
    expect(page).toContain(planRows(100_000, measured).join('\n'));
  });
});
