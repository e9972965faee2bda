/** Moves a tuned model towards answers that people preferred: direct preference optimization, with its lessons trained beside. */

import type { Executor } from './executor.ts';
import type { Batch } from './language-model.ts';
import type { RoundEnd, RoundProgress, TrainingLoop } from './pretrain.ts';
import { toBatch, type Rows } from './rows.ts';

/** Measured with 109 thousand parameters: see LOG.md. */
export const ALIGNMENT = {
  peakLearningRate: 1e-3,
  clipNorm: 1,
  /** Groups of one step. */
  batchGroups: 8,
  /** Rows of a group: a preferred answer, the other one, and two lesson cards of the fine-tuning to hold on to. */
  groupRows: 4,
  /** How strongly the model may leave its reference, unless told: from .1 to 1 nothing that players could see changed. */
  beta: 0.5,
  warmupSteps: 5,
  /** Share of ratings that a run with SFT beside takes for mistakes; without it each is taken at its word. */
  doubt: 0.05,
  /** Share of the peak rate that is left at the end. */
  floor: 0.1,
} as const;

/** How a team aligns. */
export interface AlignSettings {
  /** The scale of the implicit reward; as in ALIGNMENT unless told. */
  beta?: number;
  /** Weight of plain cross-entropy on the preferred answer and on lesson cards, which keep the model's manners. */
  sftWeight: number;
}

export interface AlignOptions extends AlignSettings, TrainingLoop {
  executor: Executor;
  /** Groups: the first row was preferred to the second, the others are lesson cards; the loss is on answers only. */
  rows: Rows;
}

/** Loss of one pair and what each row's targets weigh in the gradient. */
export interface PairLoss {
  loss: number;
  chosenWeight: number;
  rejectedWeight: number;
}

/**
 * Direct preference optimization (Rafailov et al., 2023) with plain SFT beside it: -log sigmoid(beta x margin) + sftWeight x mean
 * cross-entropy of the preferred answer, where the margin is how much more the policy gained on the preferred answer than
 * on the other. With a doubt d the first term is mixed with that of the opposite rating, (1 - d) to d (conservative DPO,
 * Mitchell, 2023), so no margin grows for ever. Losses are sums of nats over an answer, `tokens` the preferred answer's length.
 */
export function pairLoss(
  policy: { chosen: number; rejected: number },
  reference: { chosen: number; rejected: number },
  tokens: number,
  { beta = ALIGNMENT.beta, sftWeight }: AlignSettings,
): PairLoss {
  const margin = beta * (reference.chosen - policy.chosen - (reference.rejected - policy.rejected));
  const doubt = sftWeight > 0 ? ALIGNMENT.doubt : 0;
  const push = beta * (1 / (1 + Math.exp(margin)) - doubt);
  /* log(1 + e^-margin), without overflow; doubting a rating costs as much as its margin. */
  const preference = Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))) + doubt * margin;
  return {
    loss: preference + (sftWeight * policy.chosen) / tokens,
    chosenWeight: push + sftWeight / tokens,
    rejectedWeight: -push,
  };
}

/** The rate of a step: a short warm-up, then a straight line down. */
export function alignRateAt(step: number, steps: number): number {
  const { peakLearningRate, warmupSteps, floor } = ALIGNMENT;
  const warmUp = Math.min(1, (step + 1) / warmupSteps);
  return peakLearningRate * warmUp * (1 - (1 - floor) * (step / Math.max(1, steps)));
}

/** [rows]: each answer's loss in nats under the executor's present weights; rows that come again are computed once. */
async function referenceLosses(executor: Executor, rows: Rows): Promise<Float32Array> {
  const stride = rows.contextLength + 1;
  const numbers = new Map<string, number>();
  const firsts: number[] = [];
  const numberOf = Uint32Array.from({ length: rows.count }, (_, row) => {
    const key = rows.tokens.subarray(row * stride, (row + 1) * stride).join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, firsts.length);
    return firsts.push(row) - 1;
  });
  const { contextLength } = rows;
  const different: Rows = {
    contextLength,
    count: firsts.length,
    tokens: new Uint16Array(firsts.length * stride),
    lossFrom: Uint16Array.from(firsts, (row) => rows.lossFrom[row]),
  };
  firsts.forEach((row, index) =>
    different.tokens.set(rows.tokens.subarray(row * stride, (row + 1) * stride), index * stride),
  );
  const losses = await executor.rowLosses(toBatch(different, 0, different.count));
  return Float32Array.from(numberOf, (number) => losses[number]);
}

/** Targets of a row of the batch. */
function targetsOf({ weights, length }: Batch, row: number): number {
  let targets = 0;
  for (let t = row * length; t < (row + 1) * length; t++) if (weights[t] > 0) targets++;
  return targets;
}

/**
 * Trains on all groups in order; the weights at the start are the reference. Yields a report every few steps and a last one
 * with `end`; a loss that is not finite ends the round as `diverged`.
 */
export async function* alignRound(options: AlignOptions): AsyncGenerator<RoundProgress, void, void> {
  const { executor, rows, now, reportEvery = 4 } = options;
  const { groupRows, batchGroups } = ALIGNMENT;
  const started = now();
  const batchRows = groupRows * batchGroups;
  const count = rows.count - (rows.count % groupRows);
  const reference = count > 0 ? await referenceLosses(executor, rows) : new Float32Array();
  const steps = Math.ceil(count / batchRows);
  const progress = { rowsUsed: 0, steps: 0, tokens: 0, loss: 0, recentLoss: 0, gradientNorm: 0, millis: 0 };
  let total = 0;
  let end: RoundEnd | undefined;
  for (let row = 0; !end; row += batchRows) {
    if (row >= count) end = 'rows_used';
    else if (options.shouldStop?.()) end = 'asked_to_stop';
    if (end) break;
    const batch = toBatch(rows, row, Math.min(batchRows, count - row));
    const result = await alignStep(executor, batch, reference.subarray(row, row + batch.rows), {
      ...options,
      learningRate: alignRateAt(progress.steps, steps),
    });
    if (!Number.isFinite(result.loss) || !Number.isFinite(result.gradientNorm)) {
      end = 'diverged';
      break;
    }
    progress.steps++;
    progress.rowsUsed = row + batch.rows;
    progress.tokens += batch.weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
    progress.gradientNorm = result.gradientNorm;
    total += result.loss;
    progress.loss = total / progress.steps;
    progress.recentLoss = result.loss;
    progress.millis = now() - started;
    if (options.pause) await options.pause();
    if (progress.steps % reportEvery === 0) yield { ...progress };
  }
  progress.millis = now() - started;
  yield { ...progress, end };
}

/** One step on a batch of groups; the loss is the mean over them. */
async function alignStep(
  executor: Executor,
  batch: Batch,
  reference: Float32Array,
  settings: AlignSettings & { learningRate: number },
): Promise<{ loss: number; gradientNorm: number }> {
  const policy = await executor.rowLosses(batch);
  const weights = batch.weights.slice();
  const { groupRows, clipNorm } = ALIGNMENT;
  const groups = batch.rows / groupRows;
  let loss = 0;
  for (let group = 0; group < groups; group++) {
    const chosen = groupRows * group;
    const rejected = chosen + 1;
    const found = pairLoss(
      { chosen: policy[chosen], rejected: policy[rejected] },
      { chosen: reference[chosen], rejected: reference[rejected] },
      Math.max(1, targetsOf(batch, chosen)),
      settings,
    );
    loss += found.loss / groups;
    scaleRow(weights, chosen, batch.length, found.chosenWeight);
    scaleRow(weights, rejected, batch.length, found.rejectedWeight);
    for (let lesson = chosen + 2; lesson < chosen + groupRows; lesson++) {
      const lessonWeight = settings.sftWeight / Math.max(1, targetsOf(batch, lesson));
      loss += (lessonWeight * policy[lesson]) / groups;
      scaleRow(weights, lesson, batch.length, lessonWeight);
    }
  }
  const { learningRate } = settings;
  const options = { learningRate, weightDecay: 0, clipNorm, normalizer: groups };
  const { gradientNorm } = await executor.step({ ...batch, weights }, options);
  return { loss, gradientNorm };
}

function scaleRow(weights: Float32Array, row: number, length: number, factor: number): void {
  for (let t = row * length; t < (row + 1) * length; t++) weights[t] *= factor;
}
