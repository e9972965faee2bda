/** The model's forward pass for one more position of each sequence, over a key-value cache: all that decoding knows of its layers. */

import type { Arena, DecodingBuffers } from './arena.ts';
import type { ModelConfig } from './config.ts';
import type { KernelHost } from './kernels.ts';
import { linear, linearWithResidual, product } from './products.ts';

/** A model ready to decode: its weights in the arena, and room for some sequences. */
export interface Decoder {
  host: KernelHost;
  config: ModelConfig;
  arena: Arena;
  buffers: DecodingBuffers;
}

/** The token that a row feeds, where it stands, and the slot that keeps the sequence's past. */
export interface Feed {
  token: number;
  position: number;
  slot: number;
}

/**
 * Computes the logits [feeds, vocabSize] that follow each feed, into `buffers.logits`, and keeps the feed in its slot's
 * past. `onLayer` is called with 0 before the first block and with n after the n-th.
 */
export function decodePosition(
  { host, config, arena, buffers: b }: Decoder,
  feeds: readonly Feed[],
  onLayer?: (layer: number) => void,
): void {
  const { kernels } = host;
  const rows = feeds.length;
  const integers = host.integers();
  feeds.forEach(({ token, position, slot }, row) => {
    integers[b.tokens + row] = token;
    integers[b.positions + row] = position;
    integers[b.slotIndices + row] = slot;
  });
  const { width, heads, vocabSize, contextLength } = config;
  const { tokenEmbedding, positionEmbedding, blocks, finalNorm, head } = arena.parameters;
  kernels.embed(b.tokens, b.positions, tokenEmbedding, positionEmbedding, b.stream, rows, width);
  onLayer?.(0);
  blocks.forEach(({ norm1, qkv, projection, norm2, expand, contract }, layer) => {
    kernels.layerNorm(b.stream, norm1.gain, norm1.bias, b.norm, b.statistics, rows, width);
    linear(kernels, qkv, b.norm, b.qkv, rows);
    kernels.cachedAttention(
      b.qkv,
      b.keyCaches[layer],
      b.valueCaches[layer],
      b.slotIndices,
      b.positions,
      b.scores,
      b.mixed,
      rows,
      heads,
      width / heads,
      contextLength,
    );
    linearWithResidual(kernels, projection, b.mixed, b.stream, b.stream, rows);
    kernels.layerNorm(b.stream, norm2.gain, norm2.bias, b.norm, b.statistics, rows, width);
    linear(kernels, expand, b.norm, b.hidden, rows);
    kernels.relu(b.hidden, rows * 4 * width);
    linearWithResidual(kernels, contract, b.hidden, b.stream, b.stream, rows);
    onLayer?.(layer + 1);
  });
  kernels.layerNorm(b.stream, finalNorm.gain, finalNorm.bias, b.norm, b.statistics, rows, width);
  const size = [rows, width, vocabSize] as const;
  product(kernels, [b.norm, width, 1], [head, vocabSize], [b.logits, vocabSize], size);
}

/** A view of the logits of one row, [vocabSize]; stale after the heap has grown. */
export function logitsOf({ host, config, buffers }: Decoder, row: number): Float32Array {
  const start = buffers.logits + row * config.vocabSize;
  return host.floats().subarray(start, start + config.vocabSize);
}

/** Copies the first `length` positions of one slot's past to another. */
export function copyPast(decoder: Decoder, from: number, to: number, length: number): void {
  if (from === to) return;
  const { host, config, buffers } = decoder;
  const floats = host.floats();
  const stride = config.contextLength * config.width;
  for (const cache of [...buffers.keyCaches, ...buffers.valueCaches]) {
    const start = cache + from * stride;
    floats.copyWithin(cache + to * stride, start, start + length * config.width);
  }
}
