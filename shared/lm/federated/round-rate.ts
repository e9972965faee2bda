/** Learning rate and batch size within one worker's part of a round, when several workers train one model side by side. */

import type { ModelConfig } from '../config.ts';
import { PRETRAINING, RATE_SCALE } from '../pretrain.ts';
import { createSchedule, learningRateAt } from '../schedule.ts';
import { FINE_TUNING, fineTuningSchedule, TUNING_RATE_SCALE } from '../sft.ts';

/** Settings of the inner optimizer, by kind of run. */
export const INNER_SETTINGS = { pretrain: PRETRAINING, 'fine-tune': FINE_TUNING } as const;

/** Averaged updates are less noisy, so several workers learn at a higher rate; more than this multiple was not tried. */
const MAX_SCALE = 2;
/** Batches over which an optimizer that begins in the middle of a run is warmed up: its moments are guesses at first. */
const FRESH_BATCHES = 20;

export interface RoundPlace {
  kind: 'pretrain' | 'fine-tune';
  architecture: ModelConfig['architecture'];
  contextLength: number;
  /** Target tokens of the run before this round, of all workers together, and in all. */
  tokensUsed: number;
  tokensTotal: number;
  /** Tokens allotted to each worker of the round, this one first. */
  shardTokens: readonly number[];
  /** What the team multiplies the planned rate by; 1 unless told. */
  rateFactor?: number;
  /** Whether this worker's optimizer has no moments yet. */
  isFresh: boolean;
}

/** How many equal workers these shards are worth: 1 when one does everything, n for n equal ones. */
export function effectiveWorkers(shardTokens: readonly number[]): number {
  const sum = shardTokens.reduce((total, tokens) => total + tokens, 0);
  const squares = shardTokens.reduce((total, tokens) => total + tokens * tokens, 0);
  return squares > 0 ? (sum * sum) / squares : 1;
}

/**
 * Rows of a worker's gradient step. Among several, each takes more and smaller steps: averaging removes the noise, and what
 * they lack is steps in sequence (LOG.md). A multiple of 4, since kernels like that.
 */
export function batchRowsFor(kind: RoundPlace['kind'], shardTokens: readonly number[]): number {
  const alone = INNER_SETTINGS[kind].batchRows;
  return Math.max(4, 4 * Math.round(alone / 4 / Math.sqrt(effectiveWorkers(shardTokens))));
}

/**
 * The rate of a step as a function of the worker's own tokens in this round. The schedule goes by the tokens of the whole
 * team, so it runs ahead as fast as all workers together; its peak grows with the square root of their number.
 */
export function createRoundRate(place: RoundPlace): (roundTokens: number) => number {
  const { kind, tokensUsed, tokensTotal, shardTokens, rateFactor = 1 } = place;
  const [own] = shardTokens;
  const together = shardTokens.reduce((total, tokens) => total + tokens, 0);
  const pace = own > 0 ? together / own : 1;
  const scale = Math.min(MAX_SCALE, Math.sqrt(effectiveWorkers(shardTokens)));
  const batchTokens = PRETRAINING.batchRows * place.contextLength;
  const schedule =
    kind === 'pretrain'
      ? createSchedule(PRETRAINING.peakLearningRate * scale, tokensTotal, batchTokens)
      : fineTuningSchedule(tokensTotal);
  const stepTokens = kind === 'pretrain' ? batchTokens : tokensTotal / FINE_TUNING.steps;
  const scales = kind === 'pretrain' ? RATE_SCALE : TUNING_RATE_SCALE;
  const factor = rateFactor * scales[place.architecture];
  const isLate = place.isFresh && tokensUsed > 0;
  return (roundTokens) => {
    const warmUp = isLate ? Math.min(1, (roundTokens + stepTokens) / (FRESH_BATCHES * stepTokens)) : 1;
    return learningRateAt(schedule, tokensUsed + roundTokens * pace) * warmUp * factor;
  };
}
