/** Dispatches of linear layers and their gradients, in tiles that suit their size. */

import type { LinearLayer } from '../arena.ts';
import type { TransformerConfig } from '../config.ts';
import { dispatch, foldGroups, type Dispatch } from './kernel.ts';
import type { GradientSlices } from './layout.ts';
import { ADD_BIAS, ADD_RESIDUAL, LARGE_MATMUL, RELU, SMALL_MATMUL, type MatmulKernels } from './matmul.ts';

/** A linear layer, of which the head has no bias. */
export type Layer = Omit<LinearLayer, 'bias'> & { bias?: number };

/** From this width on, a batch of the game makes enough large tiles to keep a large graphics processor busy. */
const WIDE_MODEL = 192;

/** The same for all products of a model, whatever the batch, so that all its kernels are known from the start. */
export function matmulFor({ width }: TransformerConfig): MatmulKernels {
  return width < WIDE_MODEL ? SMALL_MATMUL : LARGE_MATMUL;
}

/** Y[m, outputs] = X[m, inputs] W + bias, with what `options` adds. */
export function linear(
  kernels: MatmulKernels,
  { weight, bias, inputs, outputs }: Layer,
  x: number,
  y: number,
  m: number,
  { residual, relu = false }: { residual?: number; relu?: boolean } = {},
): Dispatch {
  const epilogue =
    (bias === undefined ? 0 : ADD_BIAS) | (residual === undefined ? 0 : ADD_RESIDUAL) | (relu ? RELU : 0);
  const { side } = kernels.tile;
  return dispatch(
    kernels.linear,
    { x, weight, y, m, inputs, outputs, epilogue, bias: bias ?? 0, residual: residual ?? 0 },
    [Math.ceil(outputs / side), Math.ceil(m / side), 1],
  );
}

/** What flows through a layer during the backward pass, each [m, inputs] or [m, outputs]. */
export interface LayerFlow {
  x: number;
  dy: number;
  dx: number;
  m: number;
  /** dX is zero where the value here is not positive. */
  mask?: number;
}

/** dX, and the slices of the gradients of weight and bias; `weights` is where parameter 0 lies. */
export function linearGradient(
  kernels: MatmulKernels,
  { weight, bias, inputs, outputs }: Layer,
  { x, dy, dx, m, mask }: LayerFlow,
  { base, step, count, rowsPerSlice }: GradientSlices,
  weights: number,
): Dispatch {
  if (bias !== undefined && bias !== weight + inputs * outputs) {
    throw new Error('webgpu: a bias must lie right behind its weight');
  }
  const tiles = (size: number): number => Math.ceil(size / kernels.tile.side);
  const inputGroups = tiles(m) * tiles(inputs);
  const groups = inputGroups + tiles(inputs) * tiles(outputs) * count;
  return dispatch(
    kernels.linearGradient,
    {
      x,
      dy,
      weight,
      dx,
      gradient: base + weight - weights,
      m,
      inputs,
      outputs,
      inputGroups,
      groups,
      hasMask: mask === undefined ? 0 : 1,
      mask: mask ?? 0,
      hasBias: bias === undefined ? 0 : 1,
      rowsPerSlice,
      sliceStep: step,
    },
    foldGroups(groups),
  );
}
