/** Where weights, gradients and moments lie in the one flat heap that a network is computed in, and what hands out the rest. */

import { PACKING_FLOATS, PACKING_START } from './kernels.ts';
import type { ParameterSpec, TensorSpec } from './tensors.ts';

/** Hands out consecutive ranges, each aligned to 4 floats. */
export class Planner {
  end: number;
  constructor(start: number) {
    this.end = start;
  }
  take(size: number): number {
    const offset = this.end;
    this.end += (size + 3) & ~3;
    return offset;
  }
}

/** Where a linear layer's weight [inputs, outputs] and bias [outputs] lie, and how large it is. */
export interface LinearLayer {
  weight: number;
  bias: number;
  inputs: number;
  outputs: number;
}

/** Where a layer norm's gain and bias lie, [width] each. */
export interface NormLayer {
  gain: number;
  bias: number;
}

/** What stays between steps, whatever the kind of model. */
export interface HeapLayout {
  parameterCount: number;
  weights: number;
  gradients: number;
  /** How far behind a weight its gradient lies. */
  gradientOffset: number;
  firstMoment: number;
  secondMoment: number;
  /** First free float: activations start here. */
  end: number;
}

/** The first floats are the kernels' own; offset 0 never means a range. */
const HEAP_START = PACKING_START + PACKING_FLOATS;

/** Finds the parameters in the heap by their tensors' names; throws an Error on a name that the model does not have. */
export interface ParameterFinder {
  at(name: string): number;
  norm(name: string): NormLayer;
  linear(name: string): LinearLayer;
}

/** Plans weights, gradients and moments of these tensors. */
export function planHeap({ tensors, parameterCount }: ParameterSpec): {
  heapLayout: HeapLayout;
  find: ParameterFinder;
} {
  const planner = new Planner(HEAP_START);
  const weights = planner.take(parameterCount);
  const gradients = planner.take(parameterCount);
  const heapLayout = {
    parameterCount,
    weights,
    gradients,
    gradientOffset: gradients - weights,
    firstMoment: planner.take(parameterCount),
    secondMoment: planner.take(parameterCount),
    end: planner.end,
  };
  return { heapLayout, find: findIn({ tensors, parameterCount }, weights) };
}

/** Finds parameters whose flat vector begins at `start` in the heap. */
export function findIn({ tensors }: ParameterSpec, start: number): ParameterFinder {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const tensorOf = (name: string): TensorSpec => {
    const tensor = byName.get(name);
    if (!tensor) throw new Error(`heap layout: no tensor ${name}`);
    return tensor;
  };
  const at = (name: string): number => start + tensorOf(name).offset;
  return {
    at,
    norm: (name) => ({ gain: at(`${name}.gain`), bias: at(`${name}.bias`) }),
    linear: (name) => {
      const [inputs, outputs] = tensorOf(`${name}.weight`).shape;
      return { weight: at(`${name}.weight`), bias: at(`${name}.bias`), inputs, outputs };
    },
  };
}
