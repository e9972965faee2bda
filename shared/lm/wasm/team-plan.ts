/** Where the parts of several threads lie in one memory, and which rows and parameters are whose. */

import { Planner, type PersistentArena } from '../arena.ts';
import { PACKING_FLOATS, PACKING_START } from '../kernels.ts';
import type { BatchPlan, Network } from '../network.ts';

/** What one thread works with: the same weights and moments, but gradients of its own. */
export interface Part {
  arena: PersistentArena;
  /** The kernels' own range. */
  packing: number;
}

/** One part per thread; the first has the arena of a single thread. */
export function planParts({ arena }: Network, threads: number): Part[] {
  const planner = new Planner(arena.end);
  const parts = [{ arena, packing: PACKING_START }];
  for (let thread = 1; thread < threads; thread++) {
    const packing = planner.take(PACKING_FLOATS);
    const gradients = planner.take(arena.parameterCount);
    parts.push({ arena: { ...arena, gradients, gradientOffset: gradients - arena.weights }, packing });
  }
  return parts.map((part) => ({ ...part, arena: { ...part.arena, end: planner.end } }));
}

/** Activations of one thread for at most `rows` rows, behind those of the threads before it. */
export function planPartActivations(
  network: Network,
  { arena }: Part,
  thread: number,
  rows: number,
  length: number,
): BatchPlan {
  const size = network.planBatch(arena, rows, length, 0).end;
  return network.planBatch(arena, rows, length, arena.end + thread * size);
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
