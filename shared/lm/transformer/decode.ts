/** The transformer's forward pass for one more position of each sequence, over a key-value cache. */

import type { KernelHost } from '../../nn/kernels.ts';
import { linear, linearWithResidual, product } from '../../nn/products.ts';
import type { TransformerConfig } from '../config.ts';
import type { LayerWatcher } from '../network.ts';
import type { TransformerWeights, DecodingBuffers } from './layout.ts';

/** One position of each of the first `rows` sequences, with logits of the first `logitRows`; tokens, positions and slots must be in place. */
export function decode(
  host: KernelHost,
  config: TransformerConfig,
  { parameters, rotations }: TransformerWeights,
  b: DecodingBuffers,
  rows: number,
  logitRows: number,
  onLayer?: LayerWatcher,
): void {
  const { width, heads, vocabSize, contextLength } = config;
  const { kernels } = host;
  const { tokenEmbedding, previousEmbedding, valueEmbedding, blocks, finalNorm, head } = parameters;
  kernels.lookUp(b.tokens, tokenEmbedding, b.stream, rows, width);
  findPrevious(host.integers(), b, rows);
  kernels.addLookedUp(b.previous, previousEmbedding, b.stream, rows, width, width);
  onLayer?.(0, b.stream);
  blocks.forEach(({ norm1, qkv, projection, norm2, expand, contract }, layer) => {
    kernels.layerNorm(b.stream, norm1.gain, norm1.bias, b.norm, b.statistics, rows, width);
    linear(kernels, qkv, b.norm, b.qkv, rows);
    kernels.addLookedUp(b.tokens, valueEmbedding, b.qkv + 2 * width, rows, width, 3 * width);
    kernels.rotate(b.qkv, b.positions, rotations, rows, width, width / heads, 1);
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
    kernels.squaredRelu(b.hidden, rows * 4 * width);
    linearWithResidual(kernels, contract, b.hidden, b.stream, b.stream, rows);
    onLayer?.(layer + 1, b.stream, b.scores);
  });
  if (logitRows === 0) return;
  kernels.layerNorm(b.stream, finalNorm.gain, finalNorm.bias, b.norm, b.statistics, logitRows, width);
  const size = [logitRows, width, vocabSize] as const;
  product(kernels, [b.norm, width, 1], [head, vocabSize], [b.logits, vocabSize], size);
}

/** The token that each sequence's slot read before, which is then replaced. */
function findPrevious(integers: Int32Array, b: DecodingBuffers, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const last = b.lastTokens + integers[b.slotIndices + row];
    integers[b.previous + row] = integers[b.positions + row] === 0 ? 0 : integers[last];
    integers[last] = integers[b.tokens + row];
  }
}

/** Copies the first `length` positions of one slot's past to another. */
export function copyPast(
  host: KernelHost,
  { contextLength, width }: TransformerConfig,
  { keyCaches, valueCaches, lastTokens }: DecodingBuffers,
  from: number,
  to: number,
  length: number,
): void {
  const integers = host.integers();
  integers[lastTokens + to] = integers[lastTokens + from];
  const floats = host.floats();
  const stride = contextLength * width;
  for (const cache of [...keyCaches, ...valueCaches]) {
    const start = cache + from * stride;
    floats.copyWithin(cache + to * stride, start, start + length * width);
  }
}
