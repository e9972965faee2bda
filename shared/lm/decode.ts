/** The transformer's forward pass for one more position of each sequence, over a key-value cache. */

import type { Arena, DecodingBuffers } from './arena.ts';
import type { TransformerConfig } from './config.ts';
import type { KernelHost } from './kernels.ts';
import type { LayerWatcher } from './network.ts';
import { linear, linearWithResidual, product } from './products.ts';

/** Logits of one position of each of the first `rows` sequences; tokens, positions and slots must be in place. */
export function decode(
  { kernels }: KernelHost,
  config: TransformerConfig,
  arena: Arena,
  b: DecodingBuffers,
  rows: number,
  onLayer?: LayerWatcher,
): void {
  const { width, heads, vocabSize, contextLength } = config;
  const { tokenEmbedding, positionEmbedding, blocks, finalNorm, head } = arena.parameters;
  kernels.embed(b.tokens, b.positions, tokenEmbedding, positionEmbedding, b.stream, rows, width);
  onLayer?.(0, b.stream);
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
    onLayer?.(layer + 1, b.stream, b.scores);
  });
  kernels.layerNorm(b.stream, finalNorm.gain, finalNorm.bias, b.norm, b.statistics, rows, width);
  const size = [rows, width, vocabSize] as const;
  product(kernels, [b.norm, width, 1], [head, vocabSize], [b.logits, vocabSize], size);
}

/** Copies the first `length` positions of one slot's past to another. */
export function copyPast(
  host: KernelHost,
  { contextLength, width }: TransformerConfig,
  { keyCaches, valueCaches }: DecodingBuffers,
  from: number,
  to: number,
  length: number,
): void {
  const floats = host.floats();
  const stride = contextLength * width;
  for (const cache of [...keyCaches, ...valueCaches]) {
    const start = cache + from * stride;
    floats.copyWithin(cache + to * stride, start, start + length * width);
  }
}
