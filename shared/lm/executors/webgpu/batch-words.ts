/** How a batch lies in the one small buffer that is uploaded for a step: the step's numbers, then ids and weights. */

import { STEP_WORDS, writeStepNumbers, type StepNumbers } from '../../../nn/webgpu/step-numbers.ts';
import type { TransformerConfig } from '../../config.ts';
import type { Batch } from '../../language-model.ts';

/** Offsets in words. */
export interface BatchLayout {
  tokens: number;
  targets: number;
  /** Loss weights, as floats. */
  weights: number;
  /** The token before each position's. */
  previous: number;
  /** Positions sorted by the row of the embedding tables that they read: first by token, then again by the token before. */
  order: number;
  /** [2 * vocabSize + 1]: where the positions of each table row begin in `order`. */
  starts: number;
  end: number;
}

/** Lengths of trimmed batches are multiples of this, so that there are few of them: programs are made for each. */
const LENGTH_STEP = 16;

/**
 * Cuts the end off all rows where none has a target with weight: attention is causal, so nothing there matters. A batch
 * without such an end is returned as it is.
 */
export function trimBatch(batch: Batch): Batch {
  const { rows, length } = batch;
  let used = 1;
  for (let row = 0; row < rows; row++) used = Math.max(used, usedLength(batch, row));
  const trimmed = Math.ceil(used / LENGTH_STEP) * LENGTH_STEP;
  if (trimmed >= length) return batch;
  const cut = <T extends Int32Array | Float32Array>(from: T, to: T): T => {
    for (let row = 0; row < rows; row++) {
      to.set(from.subarray(row * length, row * length + trimmed), row * trimmed);
    }
    return to;
  };
  return {
    rows,
    length: trimmed,
    tokens: cut(batch.tokens, new Int32Array(rows * trimmed)),
    targets: cut(batch.targets, new Int32Array(rows * trimmed)),
    weights: cut(batch.weights, new Float32Array(rows * trimmed)),
  };
}

/** Positions of a row up to its last target with weight. */
function usedLength({ length, weights }: Batch, row: number): number {
  let used = length;
  while (used > 0 && weights[row * length + used - 1] === 0) used--;
  return used;
}

/** The words of rows x length positions. */
export function planBatch(config: TransformerConfig, rows: number, length: number): BatchLayout {
  const m = rows * length;
  const tokens = STEP_WORDS;
  const order = tokens + 4 * m;
  const starts = order + 2 * m;
  return {
    tokens,
    targets: tokens + m,
    weights: tokens + 2 * m,
    previous: tokens + 3 * m,
    order,
    starts,
    end: starts + 2 * config.vocabSize + 1,
  };
}

/** Writes a validated batch; `words` and `floats` are views of the same memory, at least `layout.end` long. */
export function fillBatch(
  words: Uint32Array,
  floats: Float32Array,
  layout: BatchLayout,
  config: TransformerConfig,
  batch: Batch,
  numbers: StepNumbers,
): void {
  writeStepNumbers(words, floats, numbers);
  words.set(batch.tokens, layout.tokens);
  words.set(batch.targets, layout.targets);
  floats.set(batch.weights, layout.weights);
  const previous = words.subarray(layout.previous, layout.order);
  findPrevious(previous, batch);
  sortPositions(words.subarray(layout.order), words.subarray(layout.starts), config, batch, previous);
}

/** A row follows token 0. */
function findPrevious(previous: Uint32Array, { rows, length, tokens }: Batch): void {
  previous.set(tokens.subarray(0, rows * length - 1), 1);
  for (let row = 0; row < rows; row++) previous[row * length] = 0;
}

/**
 * A counting sort. Positions after a row's last target with weight have no gradient and are left out, so that padding
 * does not make one token's list long.
 */
function sortPositions(
  order: Uint32Array,
  starts: Uint32Array,
  config: TransformerConfig,
  batch: Batch,
  previous: Uint32Array,
): void {
  const { rows, length, tokens } = batch;
  const { vocabSize } = config;
  const tableRows = 2 * vocabSize;
  const used = new Uint32Array(rows);
  starts.fill(0, 0, tableRows + 1);
  for (let row = 0; row < rows; row++) {
    const from = row * length;
    used[row] = usedLength(batch, row);
    for (let t = 0; t < used[row]; t++) {
      starts[tokens[from + t] + 1]++;
      starts[vocabSize + previous[from + t] + 1]++;
    }
  }
  for (let i = 0; i < tableRows; i++) starts[i + 1] += starts[i];
  const next = starts.slice(0, tableRows);
  for (let row = 0; row < rows; row++) {
    const from = row * length;
    for (let t = 0; t < used[row]; t++) {
      order[next[tokens[from + t]]++] = from + t;
      order[next[vocabSize + previous[from + t]]++] = from + t;
    }
  }
}
