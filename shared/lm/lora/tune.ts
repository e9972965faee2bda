/** How a model learns a person's own text within seconds: by an adapter beside it, or by all of its weights. */

import type { Executor } from '../executor.ts';
import { trainRound, type RoundProgress, type TrainingLoop } from '../pretrain.ts';
import type { Rows } from '../rows.ts';
import { createSchedule, learningRateAt } from '../schedule.ts';
import { TUNING_RATE_SCALE } from '../sft.ts';

/** What trained well on seeds that nothing else was measured on (tests/levers/LOG.md). */
export const OWN_TUNING = {
  rank: 8,
  steps: 256,
  batchRows: 16,
  weightDecay: 0.01,
  clipNorm: 1,
  peakLearningRate: { adapter: 2e-2, full: 2.5e-3 },
} as const;

/** A text is read no oftener: a short one would be known by heart long before, and everything else of its kind forgotten (LOG.md). */
const MOST_PASSES = 32;

/** Targets of a whole tuning on a text of so many, for rows that are full; of a text that is long enough where that is not told. */
export function tuningTokens(contextLength: number, ownTokens = Infinity): number {
  const most = OWN_TUNING.steps * OWN_TUNING.batchRows * contextLength;
  return Math.min(most, MOST_PASSES * ownTokens);
}

/** One pass over the rows, which have so many targets, with the rate of an adapter's numbers or of a model's own weights. */
export function tune(
  executor: Executor,
  rows: Rows,
  way: keyof typeof OWN_TUNING.peakLearningRate,
  loop: TrainingLoop,
  tokens = tuningTokens(rows.contextLength),
): AsyncGenerator<RoundProgress, void, void> {
  const { batchRows, weightDecay, clipNorm, peakLearningRate } = OWN_TUNING;
  const batchTokens = batchRows * rows.contextLength;
  const schedule = createSchedule(peakLearningRate[way], tokens, batchTokens);
  const scale = TUNING_RATE_SCALE[executor.config.architecture];
  const learningRate = (tokens: number): number => scale * learningRateAt(schedule, tokens);
  return trainRound({ ...loop, executor, rows, batchRows, weightDecay, clipNorm, learningRate });
}
