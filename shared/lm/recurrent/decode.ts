/** One position of a GRU's text: the state of each sequence is carried from call to call. */

import type { KernelHost } from '../../nn/kernels.ts';
import { linear, product } from '../../nn/products.ts';
import type { GruConfig } from '../config.ts';
import type { LayerWatcher } from '../network.ts';
import type { GruLayout, GruDecodingBuffers } from './layout.ts';

/** One position of each of the first `rows` sequences, with logits of the first `logitRows`; a slot forgets what it held at position 0. */
export function decode(
  host: KernelHost,
  { width, vocabSize }: GruConfig,
  heapLayout: GruLayout,
  b: GruDecodingBuffers,
  rows: number,
  logitRows: number,
  onLayer?: LayerWatcher,
): void {
  const { kernels } = host;
  const floats = host.floats();
  const slots = host.integers().subarray(b.slotIndices, b.slotIndices + rows);
  const positions = host.integers().subarray(b.positions, b.positions + rows);
  kernels.lookUp(b.tokens, heapLayout.tokenEmbedding, b.input, rows, width);
  onLayer?.(0, b.input);
  heapLayout.layers.forEach(({ input, recurrent }, layer) => {
    const memory = b.memories[layer];
    slots.forEach((slot, row) => {
      const from = memory + slot * width;
      if (positions[row] === 0) floats.fill(0, from, from + width);
      floats.copyWithin(b.before + row * width, from, from + width);
    });
    linear(kernels, input, b.input, b.gates, rows);
    linear(kernels, recurrent, b.before, b.recurrent, rows);
    kernels.gruGates(b.gates, b.recurrent, b.before, b.input, rows, width, 3 * width, width);
    slots.forEach((slot, row) => {
      floats.copyWithin(memory + slot * width, b.input + row * width, b.input + (row + 1) * width);
    });
    onLayer?.(layer + 1, b.input);
  });
  if (logitRows === 0) return;
  const size = [logitRows, width, vocabSize] as const;
  product(kernels, [b.input, width, 1], [heapLayout.head, vocabSize], [b.logits, vocabSize], size);
}

/** Copies the states of one slot to another. */
export function copyPast(
  host: KernelHost,
  { width }: GruConfig,
  { memories }: GruDecodingBuffers,
  from: number,
  to: number,
): void {
  for (const memory of memories) {
    host.floats().copyWithin(memory + to * width, memory + from * width, memory + (from + 1) * width);
  }
}
