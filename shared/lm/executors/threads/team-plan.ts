/** Where the parts of several threads lie in one memory, and which rows and parameters are whose. */

import { Planner, type HeapLayout } from '../../../nn/heap-layout.ts';
import { PACKING_FLOATS, PACKING_START } from '../../../nn/kernels.ts';
import type { BatchPlan, Network } from '../../network.ts';

/** What one thread works with: the same weights and moments, but gradients of its own. */
export interface Part {
  heapLayout: HeapLayout;
  /** The kernels' own range. */
  packing: number;
}

/** One part per thread; the first has the heap of a single thread. */
export function planParts({ heapLayout }: Network, threads: number): Part[] {
  const planner = new Planner(heapLayout.end);
  const parts = [{ heapLayout, packing: PACKING_START }];
  for (let thread = 1; thread < threads; thread++) {
    const packing = planner.take(PACKING_FLOATS);
    const gradients = planner.take(heapLayout.parameterCount);
    parts.push({
      heapLayout: { ...heapLayout, gradients, gradientOffset: gradients - heapLayout.weights },
      packing,
    });
  }
  return parts.map((part) => ({ ...part, heapLayout: { ...part.heapLayout, end: planner.end } }));
}

/** Activations of one thread for at most `rows` rows, behind those of the threads before it. */
export function planPartActivations(
  network: Network,
  { heapLayout }: Part,
  thread: number,
  rows: number,
  length: number,
): BatchPlan {
  const size = network.planBatch(heapLayout, rows, length, 0).end;
  return network.planBatch(heapLayout, rows, length, heapLayout.end + thread * size);
}

/** First parameter of a thread's range, a multiple of 4; that of thread `threads` is the end. */
export function rangeStart(parameterCount: number, thread: number, threads: number): number {
  return thread === threads ? parameterCount : Math.floor((parameterCount * thread) / threads) & ~3;
}

/** Cuts rows of these lengths into consecutive parts of about equally many positions; returns their `threads + 1` bounds. */
export function splitRows(lengths: readonly number[], threads: number): number[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const bounds = [0];
  let row = 0;
  let before = 0;
  for (let thread = 1; thread < threads; thread++) {
    const wanted = (total * thread) / threads;
    while (row < lengths.length && before + lengths[row] / 2 <= wanted) before += lengths[row++];
    bounds.push(row);
  }
  return [...bounds, lengths.length];
}
