/** AdamW (Loshchilov and Hutter, 2019): how the optimizer turns a gradient into new weights. */

import type { HeapLayout } from './heap-layout.ts';
import type { Kernels } from './kernels.ts';

/** AdamW's decay rates; the kernels hold the same numbers. */
const BETA_1 = 0.9;
const BETA_2 = 0.99;

/** How the optimizer uses a gradient. */
export interface StepSettings {
  learningRate: number;
  weightDecay: number;
  /** Largest global gradient norm; 0 = no clipping. */
  clipNorm: number;
  /** The step's number, from 1. */
  stepCount: number;
}

/** 1 / (1 - beta^t) of both moments: what the kernels multiply them by in step t, counted from 1. */
export function biasCorrections(stepCount: number): [first: number, second: number] {
  return [1 / (1 - BETA_1 ** stepCount), 1 / (1 - BETA_2 ** stepCount)];
}

/** AdamW on parameters [start, start + size), both multiples of 4, once the gradient's norm is known. */
export function updateWeights(
  kernels: Kernels,
  heapLayout: HeapLayout,
  start: number,
  size: number,
  gradientNorm: number,
  { learningRate, weightDecay, clipNorm, stepCount }: StepSettings,
): void {
  const [correction1, correction2] = biasCorrections(stepCount);
  kernels.adamW(
    heapLayout.weights + start,
    heapLayout.gradients + start,
    heapLayout.firstMoment + start,
    heapLayout.secondMoment + start,
    size,
    learningRate,
    weightDecay,
    clipNorm > 0 && gradientNorm > clipNorm ? clipNorm / gradientNorm : 1,
    correction1,
    correction2,
  );
}
