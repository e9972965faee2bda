/** The numbers of one training step, in the first words of the one small buffer that is uploaded for it. */

/** Where each stands, as a float but for the last. */
export const INVERSE_WEIGHT = 0;
export const LEARNING_RATE = 1;
export const WEIGHT_DECAY = 2;
export const CLIP_NORM = 3;
export const CORRECTION_1 = 4;
export const CORRECTION_2 = 5;
export const REPORT_SLOT = 6;
/** Room for all of them; the batch lies behind it. */
export const STEP_WORDS = 8;

/** What a step needs to know besides the batch. */
export interface StepNumbers {
  /** 1 / sum of the loss weights. */
  inverseWeight: number;
  learningRate: number;
  weightDecay: number;
  clipNorm: number;
  /** 1 / (1 - beta^t) of AdamW's moments. */
  correction1: number;
  correction2: number;
  /** Which report of those that stay in the heap is this step's. */
  reportSlot: number;
}

/** `words` and `floats` are views of the same memory. */
export function writeStepNumbers(words: Uint32Array, floats: Float32Array, numbers: StepNumbers): void {
  floats[INVERSE_WEIGHT] = numbers.inverseWeight;
  floats[LEARNING_RATE] = numbers.learningRate;
  floats[WEIGHT_DECAY] = numbers.weightDecay;
  floats[CLIP_NORM] = numbers.clipNorm;
  floats[CORRECTION_1] = numbers.correction1;
  floats[CORRECTION_2] = numbers.correction2;
  words[REPORT_SLOT] = numbers.reportSlot;
}
