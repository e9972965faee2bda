/** How a narrow model learns from the answers of a wide one: parts that follow each other, each with an optimizer that begins anew. */

import { createSchedule, learningRateAt } from './schedule.ts';

/** Small batches and bold steps: so a narrow model learned most from few rows (tests/levers/LOG.md). */
export const TEACHING = { batchRows: 8, weightDecay: 0.01, clipNorm: 1 } as const;
const PEAK_RATE = 6e-3;

/** Where in all lessons a part stands. */
export interface LessonPlace {
  /** Rows of all parts together, and target tokens. */
  rowsTotal: number;
  tokensTotal: number;
  /** Target tokens of the parts before. */
  tokensBefore: number;
}

/** The learning rate of a part's step, given the tokens trained on in this part. */
export function lessonRate({
  rowsTotal,
  tokensTotal,
  tokensBefore,
}: LessonPlace): (partTokens: number) => number {
  const schedule = createSchedule(PEAK_RATE, tokensTotal, (tokensTotal * TEACHING.batchRows) / rowsTotal);
  return (partTokens) => learningRateAt(schedule, tokensBefore + partTokens);
}
