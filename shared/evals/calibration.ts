/** Whether a model is as often right as it is sure: answers in bins by how sure it was of them. */

/** Answers of which the model was about as sure. */
export interface SureBin {
  count: number;
  /** How sure it was on average, and the share of them that was true; 0 without any. */
  says: number;
  right: number;
}

export interface Calibration {
  /** From the least sure to the surest, each as wide. */
  bins: readonly SureBin[];
  /** Mean distance between both, over all answers: the expected calibration error (Guo et al., 2017). */
  error: number;
}

/** An answer whose truth is known. */
export interface Judged {
  /** 0 to 1. */
  sure: number;
  isRight: boolean;
}

export const SURE_BINS = 5;

const binOf = (sure: number): number => Math.min(SURE_BINS - 1, Math.floor(SURE_BINS * sure));

/** So many answers at least tell how often one is right that a model is about as sure of. */
const LEAST_COUNT = 3;

/** How often a model was right, 0 to 1, where it was about so sure of its answers; how often it was at all where there were too few. */
export function rightWhenSure({ bins }: Calibration, sure: number): number {
  const own = bins[binOf(sure)];
  if (own && own.count >= LEAST_COUNT) return own.right;
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return bins.reduce((sum, bin) => sum + bin.count * bin.right, 0) / Math.max(1, count);
}

export function calibrationOf(answers: readonly Judged[]): Calibration {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const bins = Array.from({ length: SURE_BINS }, (_, bin): SureBin => {
    const own = answers.filter(({ sure }) => binOf(sure) === bin);
    return {
      count: own.length,
      says: mean(own.map(({ sure }) => sure)),
      right: mean(own.map(({ isRight }) => (isRight ? 1 : 0))),
    };
  });
  const distance = bins.reduce((sum, { count, says, right }) => sum + count * Math.abs(says - right), 0);
  return { bins, error: distance / Math.max(1, answers.length) };
}
