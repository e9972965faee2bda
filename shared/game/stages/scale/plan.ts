/** The scale stage's plan: one compute budget, spent on parameters times tokens, and a bet on what comes of it. */

import { flopsPerToken } from '../../../lm/flops.ts';
import { fail, ok, type Result } from '../../result.ts';
import {
  CONTEXT_LENGTHS,
  MODEL_SIZES,
  modelConfig,
  type LearningRate,
  type ModelPlan,
} from '../../training/model.ts';

/** Bets that make sense, in bits per byte: nothing guesses perfectly, and 8 bits are a byte. */
const BET_RANGE: readonly [number, number] = [0.2, 8];

/** What the big run starts from: untrained weights, or the model that the lab pretrained in the generation before. */
export const STARTS = ['scratch', 'checkpoint'] as const;

export interface ScalePlan extends ModelPlan {
  /** From the second generation on: whether the lab's last model is trained on; untrained weights unless told. */
  start?: (typeof STARTS)[number];
  /** Normal unless told. */
  learningRate?: LearningRate;
  /** The held-out surprise at which the lab thinks the big run will end, bits per byte; absent for no bet. */
  bet?: number;
}

export const DEFAULT_SCALE_PLAN: ScalePlan = { size: 'small', contextLength: 64 };

/** Training tokens that a compute budget buys for this model (6ND plus attention). */
export function tokensForPlan(plan: ScalePlan, vocabSize: number, budgetFlops: number): number {
  return Math.floor(budgetFlops / flopsPerToken(modelConfig(plan, vocabSize)));
}

export function checkScalePlan(plan: ScalePlan): Result<ScalePlan> {
  if (!MODEL_SIZES.includes(plan.size) || !CONTEXT_LENGTHS.includes(plan.contextLength))
    return fail('scale/unknown_size');
  const { bet } = plan;
  const [low, high] = BET_RANGE;
  return bet === undefined || (bet >= low && bet <= high) ? ok(plan) : fail('scale/bad_bet', { low, high });
}
