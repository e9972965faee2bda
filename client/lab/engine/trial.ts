/** Trains a probe run: the whole schedule of a big run in a few seconds, so that its loss can be compared with one. */

import type { Executor } from '../../../shared/lm/executor.ts';
import { withErrorFeedback } from '../../../shared/nn/formats/int8-blocks.ts';
import { trainRound, type RoundProgress } from '../../../shared/lm/pretrain.ts';
import { createRoundRate, INNER_SETTINGS } from '../../../shared/lm/federated/round-rate.ts';
import { countTargets } from '../../../shared/data/rows.ts';
import type { Rows } from '../../../shared/lm/rows.ts';
import type { TrainOutcome, TrainProgress } from './api.ts';

export interface Trial {
  executor: Executor;
  /** What it begins with, [parameterCount]; loaded already. */
  weights: Float32Array;
  rows: Rows;
  pause: (() => Promise<void>) | undefined;
}

/** Trains on all rows once; null when the loss broke. */
export async function trainTrial(
  { executor, weights, rows, pause }: Trial,
  onProgress: (progress: TrainProgress) => void,
): Promise<TrainOutcome | null> {
  const tokensTotal = countTargets(rows);
  const learningRate = createRoundRate({
    kind: 'pretrain',
    architecture: executor.config.architecture,
    contextLength: rows.contextLength,
    tokensUsed: 0,
    tokensTotal,
    shardTokens: [tokensTotal],
    isFresh: true,
  });
  let last: RoundProgress | null = null;
  const now = (): number => performance.now();
  for await (const progress of trainRound({
    executor,
    rows,
    ...INNER_SETTINGS.pretrain,
    learningRate,
    now,
    pause,
  })) {
    last = progress;
    const seconds = Math.max(0.001, progress.millis / 1000);
    onProgress({
      tokens: progress.tokens,
      tokensPerSecond: progress.tokens / seconds,
      loss: progress.recentLoss,
      load: 1,
    });
  }
  if (!last || last.end === 'diverged' || last.tokens === 0) return null;
  const after = await executor.weights();
  const change = after.map((weight, index) => weight - weights[index]);
  const { sent: delta } = withErrorFeedback(change, null);
  const { rowsUsed, tokens, loss: trainLoss, millis } = last;
  return { rowsUsed, tokens, trainLoss, millis, delta, ownTokens: null };
}
