/** One more position of each sequence, whatever the kind of model: all that generation knows of it. */

import type { KernelHost } from '../../nn/kernels.ts';
import type { ModelConfig } from '../config.ts';
import type { DecodingPlan, LayerWatcher } from '../network.ts';

/** A model ready to decode: its weights in the heap, and room for some sequences. */
export interface Decoder {
  host: KernelHost;
  config: ModelConfig;
  buffers: DecodingPlan;
}

/** The token that a row feeds, where it stands, and the slot that keeps the sequence's past. */
export interface Feed {
  token: number;
  position: number;
  slot: number;
}

interface DecodeOptions {
  /** Only the first so many feeds get logits: what follows within a prompt is known, and logits are a good part of the work. */
  logitRows?: number;
  onLayer?: LayerWatcher;
}

/**
 * Computes the logits [logitRows, vocabSize] that follow the first feeds (of all, unless it is said), into `buffers.logits`,
 * and keeps each feed in its slot's past.
 */
export function decodePosition(
  { host, buffers: b }: Decoder,
  feeds: readonly Feed[],
  { logitRows = feeds.length, onLayer }: DecodeOptions = {},
): void {
  const integers = host.integers();
  feeds.forEach(({ token, position, slot }, row) => {
    integers[b.tokens + row] = token;
    integers[b.positions + row] = position;
    integers[b.slotIndices + row] = slot;
  });
  b.decode(host, feeds.length, logitRows, onLayer);
}

/** A view of the logits of one row, [vocabSize]; stale after the heap has grown. */
export function logitsOf({ host, config, buffers }: Decoder, row: number): Float32Array {
  const start = buffers.logits + row * config.vocabSize;
  return host.floats().subarray(start, start + config.vocabSize);
}

/** Copies the first `length` positions of one slot's past to another. */
export function copyPast({ host, buffers }: Decoder, from: number, to: number, length: number): void {
  if (from !== to) buffers.copyPast(host, from, to, length);
}
