/** What the executor over the heap must know of a kind of model: where its numbers lie and how to compute them. */

import type { HeapLayout } from '../nn/heap-layout.ts';
import type { KernelHost, Kernels } from '../nn/kernels.ts';

/** One kind of model in one configuration. */
export interface Network {
  readonly heapLayout: HeapLayout;
  /** Writes into the heap what the passes read but never change; the heap must reach to the layout's end. */
  prepare(host: KernelHost): void;
  /** The parameters to begin with, [parameterCount]. */
  initial(): Float32Array;
  /** Called when the parameters have changed, where the passes read something that is made of them. */
  refresh?(host: KernelHost): void;
  /**
   * Plans batches of up to rows x length positions from `start` on; length is a multiple of 4. `heapLayout` is the network's
   * own or, for another thread, one with gradients elsewhere.
   */
  planBatch(heapLayout: HeapLayout, rows: number, length: number, start: number): BatchPlan;
  /** Plans decoding of up to so many sequences side by side behind the heap. */
  planDecoding(slots: number): DecodingPlan;
}

/** Where the rows of the present batch lie among the positions; they follow each other without padding between them. */
interface RowLayout {
  /** First position of each row of the batch; at most `rows` of them. */
  starts: number[];
  /** Positions of each row that are computed, a multiple of 4; those after it carry no loss. */
  lengths: number[];
  /** Sum of the lengths. */
  positionCount: number;
}

/** What every kind of model reads of a batch, and the logits that it writes. */
export interface BatchBuffers {
  /** Most rows that fit. */
  rows: number;
  /** Longest row that fits. */
  length: number;
  layout: RowLayout;
  /** The layout's lengths as integers, [rows], for other threads. */
  rowLengths: number;
  /** Integers, [m]; so are the positions and targets. */
  tokens: number;
  positions: number;
  targets: number;
  lossWeights: number;
  /** [m, vocabSize]; becomes its own gradient. */
  logits: number;
  end: number;
}

export interface BatchPlan extends BatchBuffers {
  /** Whether all rows must have the same length, because the network steps through them side by side. */
  readonly equalRows: boolean;
  /** Fills every activation up to the logits; tokens and positions must be in place. */
  forward(kernels: Kernels): void;
  /** Adds to the gradient of every parameter; the logits must hold the gradient of the loss (see crossEntropy). */
  backward(kernels: Kernels): void;
}

/**
 * Told after each layer, and before the first as layer 0, where the rows' streams [rows, width] lie and, behind a layer
 * with attention, where the last row's attention weights [heads, contextLength] are.
 */
export type LayerWatcher = (layer: number, stream: number, attention?: number) => void;

/** What every kind of model reads of the sequences that are decoded side by side, and the logits that it writes. */
export interface SlotBuffers {
  slots: number;
  /** Integers, [slots]. */
  tokens: number;
  positions: number;
  slotIndices: number;
  /** [slots, vocabSize]. */
  logits: number;
  end: number;
}

export interface DecodingPlan extends SlotBuffers {
  /** One position of each of the first `rows` sequences, carrying what each slot remembers; logits of the first `logitRows`. */
  decode(host: KernelHost, rows: number, logitRows: number, onLayer?: LayerWatcher): void;
  /** Copies what one slot remembers of its first `length` positions to another. */
  copyPast(host: KernelHost, from: number, to: number, length: number): void;
}
