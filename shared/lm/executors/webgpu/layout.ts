/** Where everything lies in the heap on the graphics processor: what stays first, and behind it what a step needs. */

import { ATTENTION_STATISTICS } from '../../../nn/webgpu/attention.ts';
import { sliceCount, type GradientSlices } from '../../../nn/webgpu/gradient-slices.ts';
import { GATHER_GRADIENTS, REPORT_FLOATS, REPORT_SLOTS } from '../../../nn/webgpu/update.ts';
import type { TransformerConfig } from '../../config.ts';
import type { TransformerLayout } from '../../transformer/layout.ts';
import { planBatch, type BatchLayout } from './batch-words.ts';

/** Activations of one block that the backward pass needs again; m is rows x length. */
export interface BlockActivations {
  /** Input of the block, [m, width]. */
  input: number;
  norm1: number;
  /** Mean and 1 / deviation of each position, [m, 2]. */
  statistics1: number;
  /** Queries and keys, both turned by their position, and values, [m, 3 * width]. */
  qkv: number;
  /** See attention.ts, [rows, heads, length, 4]. */
  attention: number;
  /** Mixed values of all heads, [m, width]. */
  mixed: number;
  /** Input plus attention, [m, width]. */
  middle: number;
  norm2: number;
  statistics2: number;
  /** After the squared ReLU, [m, 4 * width]. */
  hidden: number;
  /** Output of the block (the next one's input), [m, width]. */
  output: number;
}

interface Activations {
  /** Input of the first block, [m, width]. */
  stream: number;
  blocks: readonly BlockActivations[];
  /** Output of the last block. */
  output: number;
  finalNorm: number;
  finalStatistics: number;
  /** [m, vocabSize]; becomes its own gradient. */
  logits: number;
  /** Gradient of the residual stream, [m, width]. */
  dStream: number;
  /** Gradient of the MLP's hidden layer, [m, 4 * width]. */
  dHidden: number;
  dQkv: number;
  /** Gradient of mixed values or of a normalized input, [m, width]. */
  dMixed: number;
}

export interface Layout {
  rows: number;
  length: number;
  batch: BatchLayout;
  activations: Activations;
  /** Weighted loss of each position. */
  losses: number;
  slices: GradientSlices;
  /** Sums of squares of the gradient, one for each workgroup of GATHER_GRADIENTS. */
  squares: number;
  squareCount: number;
  /** See update.ts; at the same place for every batch shape, as `end` of the part that stays. */
  reports: number;
  /** Floats in all. */
  end: number;
}

/** Floats that stay whatever the batch: weights, gradients, moments and, behind them, the reports. */
export function persistentFloats(heapLayout: TransformerLayout): number {
  return heapLayout.end + REPORT_SLOTS * REPORT_FLOATS;
}

/** Plans steps on batches of rows x length positions, all of which are computed, padding too. */
export function planLayout(
  config: TransformerConfig,
  heapLayout: TransformerLayout,
  rows: number,
  length: number,
): Layout {
  const { vocabSize, width, heads, layers } = config;
  let end = persistentFloats(heapLayout);
  const take = (size: number): number => {
    const offset = end;
    end += (size + 3) & ~3;
    return offset;
  };
  const m = rows * length;
  const stream = take(m * width);
  let input = stream;
  const blocks = Array.from({ length: layers }, (): BlockActivations => {
    const block = {
      input,
      norm1: take(m * width),
      statistics1: take(2 * m),
      qkv: take(m * 3 * width),
      attention: take(m * heads * ATTENTION_STATISTICS),
      mixed: take(m * width),
      middle: take(m * width),
      norm2: take(m * width),
      statistics2: take(2 * m),
      hidden: take(m * 4 * width),
      output: take(m * width),
    };
    input = block.output;
    return block;
  });
  const activations = {
    stream,
    blocks,
    output: input,
    finalNorm: take(m * width),
    finalStatistics: take(2 * m),
    logits: take(m * vocabSize),
    dStream: take(m * width),
    dHidden: take(m * 4 * width),
    dQkv: take(m * 3 * width),
    dMixed: take(m * width),
  };
  /* Behind the three embedding tables, whose gradients are set whole. */
  const firstParameter = 3 * vocabSize * width;
  const step = heapLayout.parameterCount - firstParameter;
  const count = sliceCount(m, step);
  const squareCount = Math.ceil(heapLayout.parameterCount / GATHER_GRADIENTS.itemsPerGroup);
  return {
    rows,
    length,
    batch: planBatch(config, rows, length),
    activations,
    losses: take(m),
    slices: {
      count,
      rowsPerSlice: Math.ceil(m / count),
      base: take(count * step) - firstParameter,
      step,
      firstParameter,
    },
    squares: take(squareCount),
    squareCount,
    reports: heapLayout.end,
    end,
  };
}
