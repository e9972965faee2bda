/** Dispatches of linear layers and their gradients, in tiles that suit their size. */

import type { LinearLayer } from '../heap-layout.ts';
import type { GradientSlices } from './gradient-slices.ts';
import { dispatch, foldGroups, type Dispatch } from './kernel.ts';
import {
  ADD_BIAS,
  ADD_RESIDUAL,
  LARGE_MATMUL,
  SMALL_MATMUL,
  SQUARED_RELU,
  type MatmulKernels,
} from './matmul.ts';

/** A linear layer, of which the head has no bias. */
export type Layer = Omit<LinearLayer, 'bias'> & { bias?: number };

/** From this width on, a batch of the game makes enough large tiles to keep a large graphics processor busy. */
const WIDE_MODEL = 192;

/** The same for all products of a model of this width, whatever the batch, so that all its kernels are known from the start. */
export function matmulFor(width: number): MatmulKernels {
  return width < WIDE_MODEL ? SMALL_MATMUL : LARGE_MATMUL;
}

/** How queries and keys, the first two thirds of a layer's outputs, are turned: see `linearKernel`. */
interface Rotation {
  rotations: number;
  length: number;
  headWidth: number;
}

/** What a linear layer does beside the product and its bias. */
export interface LinearOptions {
  residual?: number;
  squaredRelu?: boolean;
  rotation?: Rotation;
}

/** Y[m, outputs] = X[m, inputs] W + bias, with what the options add. */
export function linear(
  kernels: MatmulKernels,
  { weight, bias, inputs, outputs }: Layer,
  x: number,
  y: number,
  m: number,
  { residual, squaredRelu = false, rotation }: LinearOptions = {},
): Dispatch {
  const epilogue =
    (bias === undefined ? 0 : ADD_BIAS) |
    (residual === undefined ? 0 : ADD_RESIDUAL) |
    (squaredRelu ? SQUARED_RELU : 0);
  const { side } = kernels.tile;
  return dispatch(
    kernels.linear,
    {
      x,
      weight,
      y,
      m,
      inputs,
      outputs,
      epilogue,
      bias: bias ?? 0,
      residual: residual ?? 0,
      rotatedColumns: rotation ? (2 * outputs) / 3 : 0,
      rotations: rotation?.rotations ?? 0,
      length: rotation?.length ?? 0,
      headWidth: rotation?.headWidth ?? 0,
    },
    [Math.ceil(outputs / side), Math.ceil(m / side), 1],
  );
}

/** What flows through a layer during the backward pass, each [m, inputs] or [m, outputs]. */
export interface LayerFlow {
  x: number;
  dy: number;
  dx: number;
  m: number;
  /** Where x is the result of a squared ReLU: x again, for its slope. */
  activated?: number;
}

/** dX, and the slices of the gradients of weight and bias; `weights` is where parameter 0 lies. */
export function linearGradient(
  kernels: MatmulKernels,
  { weight, bias, inputs, outputs }: Layer,
  { x, dy, dx, m, activated }: LayerFlow,
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
      isActivated: activated === undefined ? 0 : 1,
      activated: activated ?? 0,
      hasBias: bias === undefined ? 0 : 1,
      rowsPerSlice,
      sliceStep: step,
    },
    foldGroups(groups),
  );
}
