/** Where everything lies in the heap on the graphics processor: as in the arena, and behind it what only its kernels need. */

import { planActivations, type Activations, type Arena } from '../arena.ts';
import type { ModelConfig } from '../config.ts';
import { planBatch, type BatchLayout } from './batch-words.ts';
import { GATHER_GRADIENTS, REPORT_FLOATS } from './update.ts';

/** Rows that one slice of a weight's gradient sums: short enough that small models keep many workgroups busy. */
const ROWS_PER_SLICE = 128;
const MAX_SLICES = 8;

/** Partial gradients of everything behind the embedding tables. */
export interface GradientSlices {
  count: number;
  rowsPerSlice: number;
  /** Where parameter 0 of the first slice would lie; the slices begin with `firstParameter`. */
  base: number;
  step: number;
  firstParameter: number;
}

export interface Layout {
  rows: number;
  length: number;
  batch: BatchLayout;
  activations: Activations;
  /** Gradient of the attention scores, [rows, heads, length, length]. */
  dScores: number;
  /** Weighted loss of each position. */
  losses: number;
  slices: GradientSlices;
  /** Sums of squares of the gradient, one for each workgroup of GATHER_GRADIENTS. */
  squares: number;
  squareCount: number;
  report: number;
  /** Floats in all. */
  end: number;
}

/** Plans steps on batches of rows x length positions, all of which are computed, padding too. */
export function planLayout(config: ModelConfig, arena: Arena, rows: number, length: number): Layout {
  const activations = planActivations(config, rows, length, arena.end);
  let end = activations.end;
  const take = (size: number): number => {
    const offset = end;
    end += (size + 3) & ~3;
    return offset;
  };
  const m = rows * length;
  const firstParameter = (config.vocabSize + config.contextLength) * config.width;
  const step = arena.parameterCount - firstParameter;
  const count = Math.min(MAX_SLICES, Math.ceil(m / ROWS_PER_SLICE));
  const squareCount = Math.ceil(arena.parameterCount / GATHER_GRADIENTS.itemsPerGroup);
  return {
    rows,
    length,
    batch: planBatch(config, rows, length),
    activations,
    dScores: take(rows * config.heads * length * length),
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
    report: take(REPORT_FLOATS),
    end,
  };
}
