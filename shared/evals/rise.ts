/** How much more often a trait shows after a change than before it, and how sure that is, given so few questions. */

import type { Random } from '../random.ts';

/** A difference of two shares with its 95 % interval. */
export interface Rise {
  difference: number;
  low: number;
  high: number;
}

const RESAMPLES = 2_000;
/** Left out at each end. */
const TAIL = 0.025;

/**
 * Share of `after` minus share of `before`. Place i of both is an answer to `questions[i]`, and answers to one question
 * resemble each other; so whole questions are drawn anew: a percentile bootstrap (Efron, 1979) over paired clusters.
 * All zero without any answer; throws a RangeError when the lists differ in length.
 */
export function measureRise(
  questions: readonly string[],
  before: readonly boolean[],
  after: readonly boolean[],
  random: Random,
): Rise {
  if (before.length !== questions.length || after.length !== questions.length)
    throw new RangeError(
      `measureRise: ${questions.length} questions, ${before.length} and ${after.length} answers`,
    );
  const clusters = new Map<string, { gained: number; answers: number }>();
  questions.forEach((question, i) => {
    const cluster = clusters.get(question) ?? { gained: 0, answers: 0 };
    cluster.gained += Number(after[i]) - Number(before[i]);
    cluster.answers += 1;
    clusters.set(question, cluster);
  });
  const all = [...clusters.values()];
  if (all.length === 0) return { difference: 0, low: 0, high: 0 };
  const mean = (drawn: typeof all): number =>
    drawn.reduce((sum, { gained }) => sum + gained, 0) / drawn.reduce((sum, { answers }) => sum + answers, 0);
  const spread = Array.from({ length: RESAMPLES }, () => mean(all.map(() => random.pick(all))));
  spread.sort((x, y) => x - y);
  return {
    difference: mean(all),
    low: spread[Math.floor(TAIL * RESAMPLES)],
    high: spread[Math.ceil((1 - TAIL) * RESAMPLES) - 1],
  };
}
