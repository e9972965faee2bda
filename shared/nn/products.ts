/** Matrix products by their operands, so that a pass over the model reads as what it computes. */

import type { LinearLayer } from './heap-layout.ts';
import { DENSE, type Kernels } from './kernels.ts';

/** First element, step from row to row, step from column to column; a transposed matrix has its steps swapped. */
export type Left = readonly [at: number, row: number, column: number];
/** First element and step from row to row. */
export type Right = readonly [at: number, row: number];
/** C[m, n] = A[m, k] B[k, n]. */
export type Size = readonly [m: number, k: number, n: number];

/** C = A B, without what the shape (see kernels.ts) lets it skip. */
export function product(
  kernels: Kernels,
  [a, aRow, aColumn]: Left,
  [b, bRow]: Right,
  [c, cRow]: Right,
  [m, k, n]: Size,
  shape = DENSE,
): void {
  kernels.gemm(a, aRow, aColumn, b, bRow, c, cRow, m, k, n, 0, shape);
}

/** C += A B. */
export function addProduct(
  kernels: Kernels,
  [a, aRow, aColumn]: Left,
  [b, bRow]: Right,
  [c, cRow]: Right,
  [m, k, n]: Size,
): void {
  kernels.gemm(a, aRow, aColumn, b, bRow, c, cRow, m, k, n, 1, DENSE);
}

/** Y[rows, outputs] = X[rows, inputs] W + bias. */
export function linear(kernels: Kernels, layer: LinearLayer, x: number, y: number, rows: number): void {
  const { weight, bias, inputs, outputs } = layer;
  kernels.broadcastRow(bias, y, rows, outputs);
  addProduct(kernels, [x, inputs, 1], [weight, outputs], [y, outputs], [rows, inputs, outputs]);
}

/** Y[rows, outputs] = residual + X[rows, inputs] W + bias; Y may be the residual itself. */
export function linearWithResidual(
  kernels: Kernels,
  layer: LinearLayer,
  x: number,
  residual: number,
  y: number,
  rows: number,
): void {
  const { weight, bias, inputs, outputs } = layer;
  kernels.addRowAndResidual(bias, residual, y, rows, outputs);
  addProduct(kernels, [x, inputs, 1], [weight, outputs], [y, outputs], [rows, inputs, outputs]);
}

/**
 * Adds to the gradients of weight and bias, which lie `gradientOffset` floats behind them, and sets dX = dY W^T.
 * `scratch` takes the transposed weight.
 */
export function linearGradient(
  kernels: Kernels,
  layer: LinearLayer,
  gradientOffset: number,
  x: number,
  dy: number,
  dx: number,
  rows: number,
  scratch: number,
): void {
  const { weight, bias, inputs, outputs } = layer;
  kernels.addColumnSums(dy, bias + gradientOffset, rows, outputs);
  const dWeight = weight + gradientOffset;
  addProduct(kernels, [x, 1, inputs], [dy, outputs], [dWeight, outputs], [inputs, rows, outputs]);
  inputGradient(kernels, layer, dy, dx, rows, scratch);
}

/** Sets dX = dY W^T; `scratch` takes the transposed weight. */
export function inputGradient(
  kernels: Kernels,
  { weight, inputs, outputs }: LinearLayer,
  dy: number,
  dx: number,
  rows: number,
  scratch: number,
): void {
  kernels.transpose(weight, outputs, inputs, outputs, scratch);
  product(kernels, [dy, outputs, 1], [scratch, inputs], [dx, inputs], [rows, outputs, inputs]);
}

/** target[:size] += source[:size]. */
export function addRows(kernels: Kernels, source: number, target: number, size: number): void {
  kernels.addRowAndResidual(source, target, target, 1, size);
}
