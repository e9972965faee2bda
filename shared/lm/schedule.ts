/** The learning rate over a run: a short warm-up, a plateau, then a straight line down to a small floor. */

export interface LearningRateSchedule {
  /** Rate after the warm-up. */
  peak: number;
  /** Tokens of the linear warm-up from 0. */
  warmupTokens: number;
  /** Tokens at which the cool-down begins. */
  coolDownTokens: number;
  /** Tokens at which the floor is reached. */
  totalTokens: number;
  /** Share of the peak that is left at the end. */
  floor: number;
}

/** Share of the peak at the end of a run: linear cool-down to nearly zero (Hägele et al., 2024). */
const LEARNING_RATE_FLOOR = 0.05;
/** Share of the run that is over when the cool-down begins; from the start on it learned less (LOG.md). */
const PLATEAU_SHARE = 0.4;

/** A schedule for a run of so many tokens; the warm-up is 20 batches but never more than a tenth of the run. */
export function createSchedule(peak: number, totalTokens: number, batchTokens: number): LearningRateSchedule {
  return {
    peak,
    warmupTokens: Math.min(20 * batchTokens, totalTokens / 10),
    coolDownTokens: PLATEAU_SHARE * totalTokens,
    totalTokens,
    floor: LEARNING_RATE_FLOOR,
  };
}

/** The rate for the step that begins when `tokens` have been seen. Never 0, so that the first step learns too. */
export function learningRateAt(schedule: LearningRateSchedule, tokens: number): number {
  const { peak, warmupTokens, coolDownTokens, totalTokens, floor } = schedule;
  const left = totalTokens > coolDownTokens ? (totalTokens - tokens) / (totalTokens - coolDownTokens) : 0;
  const coolDown = floor + (1 - floor) * Math.min(1, Math.max(0, left));
  const warmUp = warmupTokens > 0 ? Math.min(1, Math.max(floor, tokens / warmupTokens)) : 1;
  return peak * coolDown * warmUp;
}
