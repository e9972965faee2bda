/** Trains on rows in order, batch by batch, within a time box: one round of pretraining (or of fine-tuning). */

import type { ModelConfig } from './config.ts';
import type { Executor, StepResult } from './executor.ts';
import { toBatch, type Rows } from './rows.ts';

/** What trained well at 30 to 250 thousand parameters; the decay is for text that is read many times over (LOG.md). */
export const PRETRAINING = {
  peakLearningRate: 3e-3,
  weightDecay: 0.1,
  clipNorm: 1,
  batchRows: 16,
} as const;

/** Gates bear, and need, higher rates than attention does: what the peak is multiplied by (LOG.md). */
export const RATE_SCALE: Readonly<Record<ModelConfig['architecture'], number>> = { transformer: 1, gru: 8 };

/** Why a round ended. */
export type RoundEnd = 'rows_used' | 'time_up' | 'asked_to_stop' | 'diverged';

export interface RoundProgress {
  /** Rows trained on, counted from the start row. */
  rowsUsed: number;
  steps: number;
  /** Targets trained on so far in this round. */
  tokens: number;
  /** Mean loss over this round so far, nats per target. */
  loss: number;
  /** Mean loss since the last report. */
  recentLoss: number;
  /** Gradient norm of the last step, before clipping. */
  gradientNorm: number;
  millis: number;
  /** Set on the last report. */
  end?: RoundEnd;
}

/** How a training loop reports, stops and gives way. */
export interface TrainingLoop {
  /** A clock in milliseconds, such as performance.now. */
  now: () => number;
  /** Steps between reports. */
  reportEvery?: number;
  /** Asked before every step. */
  shouldStop?: () => boolean;
  /** Awaited after every step, to let a page's main thread breathe. */
  pause?: () => Promise<void>;
}

export interface RoundOptions extends TrainingLoop {
  executor: Executor;
  rows: Rows;
  /** First row to train on; 0 by default. */
  startRow?: number;
  /** Rows a step; the last batch may be smaller. */
  batchRows?: number;
  weightDecay?: number;
  clipNorm?: number;
  /** The learning rate of the next step, given the targets trained on in this round. */
  learningRate: (roundTokens: number) => number;
  /** No step begins that would likely end after this; at least one step is made. */
  maxMillis?: number;
}

/** A step whose loss is still to come; a batch without targets has none. */
interface StepUnderWay {
  result: Promise<StepResult> | undefined;
  targets: number;
  /** Rows used once it is done. */
  rowsUsed: number;
}

/**
 * Yields a report every few steps and a last one with `end`. Batches without any target are skipped but count as used
 * rows. A loss that is not finite ends the round as `diverged`; the caller should then drop its weights. Where the
 * executor works by itself, steps are asked for ahead of their losses: one at first, then one more after each step.
 */
export async function* trainRound(options: RoundOptions): AsyncGenerator<RoundProgress, void, void> {
  const { executor, rows, startRow = 0, now, learningRate } = options;
  const { batchRows = PRETRAINING.batchRows, reportEvery = 8, maxMillis = Infinity } = options;
  const { weightDecay = PRETRAINING.weightDecay, clipNorm = PRETRAINING.clipNorm } = options;
  const { stepsAhead = 1 } = executor;
  const started = now();
  let row = startRow;
  let tokensAskedFor = 0;
  let lastReport = 0;
  let stepMillis = 0;
  let nats = 0;
  const recent = { nats: 0, tokens: 0 };
  const progress = { rowsUsed: 0, steps: 0, tokens: 0, loss: 0, recentLoss: 0, gradientNorm: 0, millis: 0 };
  const underWay: StepUnderWay[] = [];
  let end: RoundEnd | undefined;

  const ask = (): void => {
    const batch = toBatch(rows, row, Math.min(batchRows, rows.count - row));
    const targets = batch.weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
    const rate = learningRate(tokensAskedFor);
    const result =
      targets > 0 ? executor.step(batch, { learningRate: rate, weightDecay, clipNorm }) : undefined;
    // A failure is thrown when the step is awaited; steps behind it fail as well and nobody awaits them.
    result?.catch(() => undefined);
    row += batch.rows;
    tokensAskedFor += targets;
    underWay.push({ result, targets, rowsUsed: row - startRow });
  };

  /** Waits for the oldest step; false when it has diverged. */
  const settle = async ({ result, targets, rowsUsed }: StepUnderWay): Promise<boolean> => {
    const step = await result;
    if (step) {
      if (!Number.isFinite(step.loss) || !Number.isFinite(step.gradientNorm)) return false;
      progress.steps++;
      progress.tokens += targets;
      progress.gradientNorm = step.gradientNorm;
      nats += step.loss * targets;
      recent.nats += step.loss * targets;
      recent.tokens += targets;
    }
    progress.rowsUsed = rowsUsed;
    const millis = now() - started;
    stepMillis = millis - progress.millis;
    progress.millis = millis;
    return true;
  };

  for (;;) {
    const lastMillis = progress.millis + (underWay.length + 1) * stepMillis;
    if (row >= rows.count) end ??= 'rows_used';
    else if (options.shouldStop?.()) end ??= 'asked_to_stop';
    else if (progress.steps > 0 && lastMillis > maxMillis) end ??= 'time_up';
    if (!end) ask();
    const oldest =
      end || underWay.length >= Math.min(stepsAhead, 1 + progress.steps) ? underWay.shift() : undefined;
    if (!oldest) {
      if (end) break;
      continue;
    }
    if (!(await settle(oldest))) {
      end = 'diverged';
      break;
    }
    if (options.pause) await options.pause();
    if (progress.steps >= lastReport + reportEvery) {
      lastReport = progress.steps;
      progress.loss = nats / progress.tokens;
      progress.recentLoss = recent.nats / recent.tokens;
      recent.nats = recent.tokens = 0;
      yield { ...progress };
    }
  }
  progress.millis = now() - started;
  if (progress.tokens > 0) progress.loss = nats / progress.tokens;
  if (recent.tokens > 0) progress.recentLoss = recent.nats / recent.tokens;
  yield { ...progress, end };
}

/** Runs a whole round, calling `onProgress` with each report; resolves to the last one. */
export async function runRound(
  options: RoundOptions,
  onProgress?: (progress: RoundProgress) => void,
): Promise<RoundProgress> {
  let last: RoundProgress | undefined;
  for await (const progress of trainRound(options)) {
    last = progress;
    onProgress?.(progress);
  }
  if (!last) throw new Error('trainRound: ended without a report');
  return last;
}
