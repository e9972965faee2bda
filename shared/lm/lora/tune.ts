/** How a model learns a person's own text within seconds: by an adapter beside it, or by all of its weights. */

import type { Executor } from '../executor.ts';
import { trainRound, type RoundProgress, type TrainingLoop } from '../pretrain.ts';
import type { Rows } from '../rows.ts';
import { createSchedule, learningRateAt } from '../schedule.ts';

/** What trained well on seeds that nothing else was measured on (tests/levers/LOG.md). */
export const OWN_TUNING = {
  rank: 8,
  steps: 256,
  batchRows: 16,
  weightDecay: 0.01,
  clipNorm: 1,
  peakLearningRate: { adapter: 2e-2, full: 2.5e-3 },
} as const;

/** Targets of a whole tuning, for rows that are full. */
export function tuningTokens(contextLength: number): number {
  return OWN_TUNING.steps * OWN_TUNING.batchRows * contextLength;
}

/** One pass over the rows, with the rate of an adapter's numbers or of a model's own weights. */
export function tune(
  executor: Executor,
  rows: Rows,
  way: keyof typeof OWN_TUNING.peakLearningRate,
  loop: TrainingLoop,
): AsyncGenerator<RoundProgress, void, void> {
  const { batchRows, weightDecay, clipNorm, peakLearningRate } = OWN_TUNING;
  const batchTokens = batchRows * rows.contextLength;
  const schedule = createSchedule(peakLearningRate[way], tuningTokens(rows.contextLength), batchTokens);
  const learningRate = (tokens: number): number => learningRateAt(schedule, tokens);
  return trainRound({ ...loop, executor, rows, batchRows, weightDecay, clipNorm, learningRate });
}
