/** Moves a tuned model towards answers that a reward model likes: it answers, is told how good that was, and does more of it. */

import type { Executor } from './executor.ts';
import type { Batch } from './language-model.ts';
import type { RoundEnd, RoundProgress, TrainingLoop } from './pretrain.ts';
import { rewardOf, tokenFeatures, type RewardModel } from './reward-model.ts';
import { PADDING, toBatch, type Rows } from './rows.ts';

/** Measured with 109 thousand parameters: see LOG.md. */
export const POLICY_GRADIENT = {
  peakLearningRate: 5e-4,
  clipNorm: 1,
  /** Answers to one question, which are held against each other; and questions of one step. */
  groupRows: 8,
  batchGroups: 4,
  /** Longest answer, in tokens. */
  maxTokens: 32,
  warmupSteps: 5,
} as const;

/** How a team aligns by reward. */
interface PolicySettings {
  /** What a nat of distance from the model before costs, in points of reward; 0 lets it go anywhere. */
  klWeight: number;
  /** What people like; or the answer key, which gives a point for the row's own answer, to the token, and none for any other. */
  reward: RewardModel | 'answer-key';
}

export interface PolicyOptions extends PolicySettings, TrainingLoop {
  executor: Executor;
  /** Groups of rows with the same question; what answer they hold is read as the key only. The weights at the start are the reference. */
  rows: Rows;
  /** Ends an answer. */
  endToken: number;
}

/** How it went in one step: means over its answers. */
interface PolicyStep {
  reward: number;
  /** Estimated KL divergence from the reference, nats per answer. */
  klNats: number;
}

export interface PolicyProgress extends RoundProgress {
  step: PolicyStep;
}

/**
 * How much better each answer was than the others to its question, in standard deviations of these (group-relative, Shao et al.,
 * 2024). Equal answers tell nothing.
 */
export function advantages(values: readonly number[], groupRows: number): number[] {
  return values.map((value, at) => {
    const start = at - (at % groupRows);
    const group = values.slice(start, start + groupRows);
    const mean = group.reduce((sum, other) => sum + other, 0) / group.length;
    const variance = group.reduce((sum, other) => sum + (other - mean) ** 2, 0) / group.length;
    return (value - mean) / (Math.sqrt(variance) + 1e-3);
  });
}

/** The rows' questions, each with the model's own answer of now. */
async function answeredRows(
  { executor, endToken }: PolicyOptions,
  rows: Rows,
  seed: number,
): Promise<{ answers: number[][]; answered: Rows }> {
  const stride = rows.contextLength + 1;
  const prompts = Array.from({ length: rows.count }, (_, row) =>
    Array.from(rows.tokens.subarray(row * stride, row * stride + rows.lossFrom[row])),
  );
  const { maxTokens } = POLICY_GRADIENT;
  const answers = await executor.generate(prompts, {
    maxTokens,
    temperature: 1,
    topP: 1,
    seed,
    stopTokens: [endToken],
  });
  const answered = { ...rows, tokens: new Uint16Array(rows.tokens.length).fill(PADDING) };
  prompts.forEach((prompt, row) => {
    const answer = answers[row];
    const isEnded = answer.length < maxTokens;
    const line = [...prompt, ...answer, ...(isEnded ? [endToken] : [])];
    answered.tokens.set(line.slice(0, stride), row * stride);
  });
  return { answers, answered };
}

/** The answer that a row holds. */
function keyOf({ tokens, contextLength, lossFrom }: Rows, row: number, endToken: number): number[] {
  const stride = contextLength + 1;
  const answer = Array.from(tokens.subarray(row * stride + (lossFrom[row] ?? 0), (row + 1) * stride));
  const end = answer.findIndex((token) => token === endToken || token === PADDING);
  return end < 0 ? answer : answer.slice(0, end);
}

/** Points of the answers that were given to these rows. */
function pointsOf({ reward, endToken }: PolicyOptions, rows: Rows, answers: readonly number[][]): number[] {
  if (reward !== 'answer-key') return answers.map((answer) => rewardOf(reward, tokenFeatures(answer)));
  return answers.map((answer, row) => Number(answer.join(' ') === keyOf(rows, row, endToken).join(' ')));
}

/** The rate of a step: a short warm-up, and then always the same. */
function policyRateAt(step: number): number {
  const { peakLearningRate, warmupSteps } = POLICY_GRADIENT;
  return peakLearningRate * Math.min(1, (step + 1) / warmupSteps);
}

/**
 * Trains on all groups in order: in each step the model answers every question several times, and answers that were better than the
 * others to the same question become likelier, by policy gradient. The distance from the reference is taken off the reward. Yields
 * a report every few steps and a last one with `end`; a loss that is not finite ends the round as `diverged`.
 */
export async function* policyRound(options: PolicyOptions): AsyncGenerator<PolicyProgress, void, void> {
  const { executor, rows, now, reportEvery = 4 } = options;
  const { groupRows, batchGroups } = POLICY_GRADIENT;
  const started = now();
  const batchRows = groupRows * batchGroups;
  const count = rows.count - (rows.count % groupRows);
  const reference = await executor.weights();
  const progress = { rowsUsed: 0, steps: 0, tokens: 0, loss: 0, recentLoss: 0, gradientNorm: 0, millis: 0 };
  let step: PolicyStep = { reward: 0, klNats: 0 };
  let total = 0;
  let end: RoundEnd | undefined;
  for (let row = 0; !end; row += batchRows) {
    if (row >= count) end = 'rows_used';
    else if (options.shouldStop?.()) end = 'asked_to_stop';
    if (end) break;
    const asked = sliceOf(rows, row, Math.min(batchRows, count - row));
    const result = await policyStep(options, asked, reference, progress.steps);
    if (!Number.isFinite(result.loss) || !Number.isFinite(result.gradientNorm)) {
      end = 'diverged';
      break;
    }
    step = { reward: result.reward, klNats: result.klNats };
    progress.steps++;
    progress.rowsUsed = row + asked.count;
    progress.tokens += toBatch(asked, 0, asked.count).weights.reduce((sum, weight) => sum + weight, 0);
    progress.gradientNorm = result.gradientNorm;
    total += result.loss;
    progress.loss = total / progress.steps;
    progress.recentLoss = result.loss;
    progress.millis = now() - started;
    if (options.pause) await options.pause();
    if (progress.steps % reportEvery === 0) yield { ...progress, step };
  }
  progress.millis = now() - started;
  yield { ...progress, step, end };
}

/** Rows [start, start + count), in the same memory. */
function sliceOf(rows: Rows, start: number, count: number): Rows {
  const stride = rows.contextLength + 1;
  return {
    contextLength: rows.contextLength,
    count,
    tokens: rows.tokens.subarray(start * stride, (start + count) * stride),
    lossFrom: rows.lossFrom.subarray(start, start + count),
  };
}

/** What other weights make of a batch, without a trace in the optimizer. */
async function lossesUnder(executor: Executor, weights: Float32Array, batch: Batch): Promise<Float32Array> {
  const own = await executor.weights();
  await executor.load(weights, { keepMoments: true });
  const losses = await executor.rowLosses(batch);
  await executor.load(own, { keepMoments: true });
  return losses;
}

async function policyStep(
  options: PolicyOptions,
  asked: Rows,
  reference: Float32Array,
  steps: number,
): Promise<PolicyStep & { loss: number; gradientNorm: number }> {
  const { executor, klWeight } = options;
  const { groupRows, clipNorm } = POLICY_GRADIENT;
  const { answers, answered } = await answeredRows(options, asked, steps);
  const batch = toBatch(answered, 0, answered.count);
  const mine = await executor.rowLosses(batch);
  const before = await lossesUnder(executor, reference, batch);
  const points = pointsOf(options, asked, answers);
  /* Losses are minus log-probabilities. */
  const moved = Array.from(mine, (loss, row) => before[row] - loss);
  const better = advantages(
    points.map((point, row) => point - klWeight * moved[row]),
    groupRows,
  );
  const weights = batch.weights.slice();
  const targets = weights.reduce((sum, weight) => sum + weight, 0);
  for (let at = 0; at < weights.length; at++) weights[at] *= better[Math.floor(at / batch.length)];
  const { loss, gradientNorm } = await executor.step(
    { ...batch, weights },
    { learningRate: policyRateAt(steps), weightDecay: 0, clipNorm, normalizer: Math.max(1, targets) },
  );
  const meanOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { loss, gradientNorm, reward: meanOf(points), klNats: meanOf(moved) };
}
