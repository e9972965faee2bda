/** The server as a stand-in for a team whose devices can't train: trains a shard like any worker, and no faster than agreed. */

import { trainAlign } from '../../shared/lm/align.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { runRound, type RoundProgress } from '../../shared/lm/pretrain.ts';
import { createRoundRate, INNER_SETTINGS } from '../../shared/lm/federated/round-rate.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { END } from '../../shared/tokenizer/special.ts';
import type { Update } from '../../shared/game/wire/update.ts';
import { itemAt } from './item-at.ts';
import type { ShardTask } from './tasks.ts';

/** Optimizers of teams that were helped before, by match, team and stage, with the generation they are for. */
const standIns = new Map<string, { generation: number; executor: Executor }>();

/** Forgets the optimizers of a match. */
export function forgetStandIns(matchId: string): void {
  for (const [key, { executor }] of Array.from(standIns)) {
    if (!key.startsWith(`${matchId}/`)) continue;
    executor.dispose();
    standIns.delete(key);
  }
}

/** Trains one shard from the weights given; null when the loss broke. */
export async function trainAsStandIn(task: ShardTask): Promise<Update | null> {
  const { weights, shard, stage } = task;
  const key = `${task.matchId}/${task.teamId}/${stage}`;
  const before = standIns.get(key);
  const known = before?.generation === task.generation ? before.executor : undefined;
  if (!known) before?.executor.dispose();
  const executor = known ?? (await createWasmExecutor(task.config));
  standIns.set(key, { generation: task.generation, executor });
  const now = (): number => performance.now();
  await executor.load(weights, { keepMoments: known !== undefined && !task.align });
  if (task.align) {
    let last: RoundProgress | null = null;
    for await (const progress of trainAlign({ executor, rows: shard, endToken: END, now }, task.align))
      last = progress;
    return updateOf(executor, weights, last);
  }
  const kind = stage === 'pretrain' ? 'pretrain' : 'fine-tune';
  const learningRate = createRoundRate({
    kind,
    architecture: executor.config.architecture,
    contextLength: shard.contextLength,
    tokensUsed: task.tokensUsed,
    tokensTotal: task.tokensTotal,
    shardTokens: [shard.count],
    rateFactor: task.rateFactor,
    isFresh: known === undefined,
  });
  const report = await runRound({ executor, rows: shard, ...INNER_SETTINGS[kind], learningRate, now });
  return updateOf(executor, weights, report);
}

/** What the round made of the weights; null when the loss broke. */
async function updateOf(
  executor: Executor,
  weights: Float32Array,
  report: RoundProgress | null,
): Promise<Update | null> {
  if (!report || report.end === 'diverged' || report.tokens === 0) return null;
  const after = await executor.weights();
  const delta = after.map((weight, index) => weight - itemAt(weights, index));
  const { rowsUsed, tokens, loss: trainLoss, millis } = report;
  return { rowsUsed, tokens, trainLoss, millis, delta };
}
