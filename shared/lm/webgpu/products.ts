/** Dispatches of matrix products by their operands, so that a pass over the model reads as what it computes. */

import type { LinearLayer } from '../arena.ts';
import { DENSE } from '../kernels.ts';
import { dispatch, type Dispatch } from './kernel.ts';
import type { GradientSlices } from './layout.ts';
import { ADD_BIAS, ADD_RESIDUAL, MASK, MATMUL, RELU, TILE, WEIGHT_GRADIENT } from './matmul.ts';

/** A matrix in the heap, or one for each row and head of a batch. */
export interface Matrix {
  at: number;
  /** Floats from row to row, and from column to column (1 by default). */
  row: number;
  column?: number;
  /** Floats from one row of the batch to the next, and from head to head. */
  batch?: number;
  head?: number;
}

/** The same matrix, read with rows and columns swapped. */
export function transposed({ row, column = 1, ...rest }: Matrix): Matrix {
  return { ...rest, row: column, column: row };
}

export interface ProductOptions {
  /** How many products of this kind there are, each with its own matrices. */
  rows?: number;
  heads?: number;
  /** What the causal mask lets out; DENSE by default (see kernels.ts). */
  shape?: number;
  bias?: number;
  residual?: number;
  relu?: boolean;
  mask?: number;
}

/** C = A B with C[m, n], A[m, k], B[k, n]; C's columns must be adjacent. */
export function product(
  a: Matrix,
  b: Matrix,
  c: Matrix,
  [m, k, n]: readonly [m: number, k: number, n: number],
  { rows = 1, heads = 1, shape = DENSE, bias, residual, relu = false, mask }: ProductOptions = {},
): Dispatch {
  const epilogue =
    (bias === undefined ? 0 : ADD_BIAS) |
    (residual === undefined ? 0 : ADD_RESIDUAL) |
    (relu ? RELU : 0) |
    (mask === undefined ? 0 : MASK);
  return dispatch(
    MATMUL,
    {
      a: a.at,
      aRow: a.row,
      aColumn: a.column ?? 1,
      aBatch: a.batch ?? 0,
      aHead: a.head ?? 0,
      b: b.at,
      bRow: b.row,
      bColumn: b.column ?? 1,
      bBatch: b.batch ?? 0,
      bHead: b.head ?? 0,
      c: c.at,
      cRow: c.row,
      cBatch: c.batch ?? 0,
      cHead: c.head ?? 0,
      m,
      k,
      n,
      heads,
      shape,
      epilogue,
      bias: bias ?? 0,
      residual: residual ?? 0,
      mask: mask ?? 0,
    },
    [Math.ceil(n / TILE), Math.ceil(m / TILE), rows * heads],
  );
}

/** Y[m, outputs] = X[m, inputs] W + bias, with what `options` adds. */
export function linear(
  { weight, bias, inputs, outputs }: LinearLayer,
  x: number,
  y: number,
  m: number,
  options: Pick<ProductOptions, 'residual' | 'relu'> = {},
): Dispatch {
  const size = [m, inputs, outputs] as const;
  const weights = { at: weight, row: outputs };
  return product({ at: x, row: inputs }, weights, { at: y, row: outputs }, size, { bias, ...options });
}

/** dX[m, inputs] = dY[m, outputs] W^T, zero where the value at `mask` is not positive. */
export function inputGradient(
  { weight, inputs, outputs }: Omit<LinearLayer, 'bias'>,
  dy: number,
  dx: number,
  m: number,
  mask?: number,
): Dispatch {
  const size = [m, outputs, inputs] as const;
  const weights = transposed({ at: weight, row: outputs });
  return product({ at: dy, row: outputs }, weights, { at: dx, row: inputs }, size, { mask });
}

/** Slices of the gradients of weight and bias; `weights` is where parameter 0 lies. */
export function weightGradient(
  { weight, bias, inputs, outputs }: Omit<LinearLayer, 'bias'> & { bias?: number },
  x: number,
  dy: number,
  m: number,
  { base, step, count, rowsPerSlice }: GradientSlices,
  weights: number,
): Dispatch {
  if (bias !== undefined && bias !== weight + inputs * outputs) {
    throw new Error('webgpu: a bias must lie right behind its weight');
  }
  return dispatch(
    WEIGHT_GRADIENT,
    {
      x,
      dy,
      gradient: base + weight - weights,
      rows: m,
      inputs,
      outputs,
      rowsPerSlice,
      sliceStep: step,
      hasBias: bias === undefined ? 0 : 1,
    },
    [Math.ceil(outputs / TILE), Math.ceil(inputs / TILE), count],
  );
}
