/** Trains a page's first round again in Node with the WASM executor, to compare what came out. */

import { targetCounts } from '../../shared/data/rows.ts';
import { PRETRAINING, runRound } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createSchedule, learningRateAt } from '../../shared/lm/schedule.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';

export interface FirstRound {
  config: ModelConfig;
  /** The weights before the round. */
  weights: Float32Array;
  /** The team's whole training stream. */
  rows: Rows;
  /** Targets that the round trained on, from the start of the stream. */
  tokens: number;
  tokensTotal: number;
}

/** How many rows from the start hold this many targets. */
function rowsOf(rows: Rows, tokens: number): number {
  const counts = targetCounts(rows);
  let sum = 0;
  const row = counts.findIndex((count) => (sum += count) >= tokens);
  return row + 1;
}

/** Resolves to the mean training loss in nats per token and the weights after the round. */
export async function replayFirstRound(round: FirstRound): Promise<{ loss: number; weights: Float32Array }> {
  const { config, rows, tokens, tokensTotal } = round;
  const executor = await createWasmExecutor(config);
  await executor.load(round.weights);
  const { peakLearningRate, batchRows } = PRETRAINING;
  const schedule = createSchedule(peakLearningRate, tokensTotal, batchRows * config.contextLength);
  const { loss } = await runRound({
    executor,
    rows: { ...rows, count: rowsOf(rows, tokens) },
    learningRate: (roundTokens) => learningRateAt(schedule, roundTokens),
    now: () => performance.now(),
  });
  const weights = await executor.weights();
  executor.dispose();
  return { loss, weights };
}

/** |a - b| / |b|, by the Euclidean norm. */
export function relativeDistance(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < a.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    size += b[i] ** 2;
  }
  return Math.sqrt(difference / size);
}
