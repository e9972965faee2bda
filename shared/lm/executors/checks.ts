/** Checks of everything that enters an executor, so that a bad id is an error here and never a write out of bounds. */

import { InputError } from '../input-error.ts';
import type { ModelConfig } from '../config.ts';
import type { Batch } from '../language-model.ts';

/** What limits the tokens and lengths of a batch. */
type Limits = Pick<ModelConfig, 'vocabSize' | 'contextLength'>;

/**
 * Sum of the loss weights. Throws a RangeError on wrong sizes, token ids outside the vocabulary or bad weights; negative
 * ones are bad unless `signed`.
 */
export function validateBatch(config: Limits, batch: Batch, signed = false): number {
  const { rows, length, tokens, targets, weights } = batch;
  if (!Number.isInteger(rows) || rows < 1)
    throw new InputError(`batch: rows must be at least 1, not ${rows}`);
  if (!Number.isInteger(length) || length < 1 || length > config.contextLength) {
    throw new InputError(
      `batch: length must be from 1 to the context of ${config.contextLength}, not ${length}`,
    );
  }
  const size = rows * length;
  for (const [name, array] of Object.entries({ tokens, targets, weights })) {
    if (array.length !== size) {
      throw new InputError(`batch: ${name} must hold rows x length = ${size} values, not ${array.length}`);
    }
  }
  let total = 0;
  for (let i = 0; i < size; i++) {
    checkToken(config, tokens[i], 'batch: token');
    checkToken(config, targets[i], 'batch: target');
    if (!Number.isFinite(weights[i]) || (weights[i] < 0 && !signed)) {
      throw new InputError(`batch: weight ${weights[i]} at ${i} must be finite and not negative`);
    }
    total += weights[i];
  }
  return total;
}

/** Positions evaluated in one pass: keeps the activations of a large batch small and in cache. */
const EVALUATION_POSITIONS = 2048;

/** Cuts a batch into smaller ones of whole rows, which share its memory. */
export function splitBatch(batch: Batch, positions = EVALUATION_POSITIONS): Batch[] {
  const { length } = batch;
  const chunk = Math.max(1, Math.floor(positions / length));
  const parts: Batch[] = [];
  for (let row = 0; row < batch.rows; row += chunk) {
    const rows = Math.min(chunk, batch.rows - row);
    const part = <T extends Int32Array | Float32Array>(array: T): T =>
      array.subarray(row * length, (row + rows) * length) as T;
    parts.push({
      rows,
      length,
      tokens: part(batch.tokens),
      targets: part(batch.targets),
      weights: part(batch.weights),
    });
  }
  return parts;
}

/**
 * What the weighted losses of a training step are divided by: the sum of the weights, or the given normalizer. Throws
 * like validateBatch, and where nothing carries weight, since then there is nothing to learn.
 */
export function validateTrainingBatch(config: Limits, batch: Batch, normalizer?: number): number {
  const total = validateBatch(config, batch, normalizer !== undefined);
  if (normalizer !== undefined) {
    if (normalizer > 0 && normalizer < Infinity) return normalizer;
    throw new InputError(`batch: normalizer ${normalizer} must be finite and above 0`);
  }
  if (!(total > 0)) throw new InputError('batch: all loss weights are 0, so there is nothing to learn');
  return total;
}

/** How far a distribution's sum may be from 1: rounding of probabilities in single precision. */
const SUM_TOLERANCE = 1e-3;

/** Throws a RangeError unless each position with weight has a distribution over the vocabulary. */
export function validateDistributions(
  { rows, length, weights }: Batch,
  vocabSize: number,
  distributions: Float32Array,
): void {
  if (distributions.length !== rows * length * vocabSize) {
    throw new InputError(
      `distributions: must hold rows x length x vocabulary = ${rows * length * vocabSize} values, not ${distributions.length}`,
    );
  }
  for (let at = 0; at < rows * length; at++) {
    if (weights[at] === 0) continue;
    let sum = 0;
    for (let i = at * vocabSize; i < (at + 1) * vocabSize; i++)
      sum += distributions[i] >= 0 ? distributions[i] : NaN;
    if (!(Math.abs(sum - 1) < SUM_TOLERANCE)) {
      throw new InputError(`distributions: position ${at} must be probabilities that sum to 1, not ${sum}`);
    }
  }
}

/** Throws a RangeError on an empty or too long prompt or an id outside the vocabulary. */
export function validatePrompts(config: Limits, prompts: readonly (readonly number[])[]): void {
  for (const prompt of prompts) {
    if (prompt.length < 1 || prompt.length > config.contextLength) {
      throw new InputError(`prompt: must hold 1 to ${config.contextLength} tokens, not ${prompt.length}`);
    }
    for (const token of prompt) checkToken(config, token, 'prompt: token');
  }
}

/** Throws a RangeError unless the weights fit the model. */
export function validateWeights(weights: Float32Array, parameterCount: number): void {
  if (weights.length !== parameterCount) {
    throw new InputError(`weights: the model has ${parameterCount} parameters, not ${weights.length}`);
  }
}

function checkToken(config: Limits, token: number, what: string): void {
  if (!(token >= 0 && token < config.vocabSize && Number.isInteger(token))) {
    throw new InputError(`${what} ${token} is outside the vocabulary of ${config.vocabSize}`);
  }
}
