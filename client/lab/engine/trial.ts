/**
 * Trains a model beside the lab's: a probe, which has the whole schedule of a big run in a few seconds, so that its loss can be compared
 * with one; or a small copy, for one part of its lessons.
 */

import type { Executor } from '../../../shared/lm/executor.ts';
import { withErrorFeedback } from '../../../shared/nn/formats/int8-blocks.ts';
import { trainRound, type RoundOptions, type RoundProgress } from '../../../shared/lm/pretrain.ts';
import { createRoundRate, INNER_SETTINGS } from '../../../shared/lm/federated/round-rate.ts';
import { lessonRate, TEACHING, type LessonPlace } from '../../../shared/lm/lessons.ts';
import { countTargets } from '../../../shared/data/rows.ts';
import type { Rows } from '../../../shared/lm/rows.ts';
import type { TrainOutcome, TrainProgress } from './api.ts';

type TrainingWay = Pick<RoundOptions, 'batchRows' | 'weightDecay' | 'clipNorm' | 'learningRate'>;

export interface Trial {
  executor: Executor;
  /** What it begins with, [parameterCount]; loaded already. */
  weights: Float32Array;
  rows: Rows;
  /** Where these rows stand among the lessons of a small copy; absent for a probe. */
  lesson?: LessonPlace;
  pause: (() => Promise<void>) | undefined;
}

function wayOf({ executor, rows, lesson }: Trial): TrainingWay {
  if (lesson) return { ...TEACHING, learningRate: lessonRate(lesson) };
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
  return { ...INNER_SETTINGS.pretrain, learningRate };
}

/** Trains on all rows once; null when the loss broke. */
export async function trainTrial(
  trial: Trial,
  onProgress: (progress: TrainProgress) => void,
): Promise<TrainOutcome | null> {
  const { executor, weights, rows, pause } = trial;
  let last: RoundProgress | null = null;
  const now = (): number => performance.now();
  for await (const progress of trainRound({ executor, rows, ...wayOf(trial), now, pause })) {
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
