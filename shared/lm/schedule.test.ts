/** The learning rate over a run. */

import { describe, expect, it } from 'vitest';
import { createSchedule, learningRateAt } from './schedule.ts';
import { fineTuningSchedule } from './sft.ts';

describe('the learning rate', () => {
  const schedule = createSchedule(3e-3, 100_000, 100);

  it('warms up, stays at its peak and cools down to a twentieth', () => {
    expect(schedule.warmupTokens).toBe(2000);
    expect(learningRateAt(schedule, 0)).toBeCloseTo(3e-3 * 0.05);
    expect(learningRateAt(schedule, 1000)).toBeLessThan(learningRateAt(schedule, 2000));
    expect(learningRateAt(schedule, 2000)).toBeCloseTo(3e-3, 10);
    expect(learningRateAt(schedule, 40_000)).toBeCloseTo(3e-3, 10);
    expect(learningRateAt(schedule, 70_000)).toBeCloseTo(3e-3 * 0.525, 10);
    expect(learningRateAt(schedule, 100_000)).toBeCloseTo(1.5e-4);
  });

  it('stays at the floor when a run takes longer than planned', () => {
    expect(learningRateAt(schedule, 500_000)).toBeCloseTo(1.5e-4);
  });

  it('never warms up for more than a tenth of a short run', () => {
    expect(createSchedule(1, 1000, 500).warmupTokens).toBe(100);
    expect(fineTuningSchedule(6400).warmupTokens).toBe(200);
  });
});
