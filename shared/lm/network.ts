/** What the executor over the arena must know of a kind of model: where its numbers lie and how to compute them. */

import type { BatchBuffers, PersistentArena, SlotBuffers } from './arena.ts';
import type { KernelHost, Kernels } from './kernels.ts';

/** One kind of model in one configuration. */
export interface Network {
  readonly arena: PersistentArena;
  /** Writes into the arena what the passes read but never change; the heap must reach to the arena's end. */
  prepare(host: KernelHost): void;
  /**
   * Plans batches of up to rows x length positions from `start` on; length is a multiple of 4. `arena` is the network's
   * own or, for another thread, one with gradients elsewhere.
   */
  planBatch(arena: PersistentArena, rows: number, length: number, start: number): BatchPlan;
  /** Plans decoding of up to so many sequences side by side behind the arena. */
  planDecoding(slots: number): DecodingPlan;
}

export interface BatchPlan extends BatchBuffers {
  /** Whether all rows must have the same length, because the network steps through them side by side. */
  readonly equalRows: boolean;
  /** Fills every activation up to the logits; tokens and positions must be in place. */
  forward(kernels: Kernels): void;
  /** Sets the gradient of every parameter; the logits must hold the gradient of the loss (see crossEntropy). */
  backward(kernels: Kernels): void;
}

/**
 * Told after each layer, and before the first as layer 0, where the rows' streams [rows, width] lie and, behind a layer
 * with attention, where the last row's attention weights [heads, contextLength] are.
 */
export type LayerWatcher = (layer: number, stream: number, attention?: number) => void;

export interface DecodingPlan extends SlotBuffers {
  /** Logits of one position of each of the first `rows` sequences, carrying what each slot remembers. */
  decode(host: KernelHost, rows: number, onLayer?: LayerWatcher): void;
  /** Copies what one slot remembers of its first `length` positions to another. */
  copyPast(host: KernelHost, from: number, to: number, length: number): void;
}
