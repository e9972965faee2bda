/** A training step in parts: fill in a batch, compute its gradient, update the weights; threads share these between them. */

import type { StepSettings } from '../../nn/adamw.ts';
import type { HeapLayout } from '../../nn/heap-layout.ts';
import type { KernelHost, Kernels } from '../../nn/kernels.ts';
import type { Batch } from '../language-model.ts';
import type { BatchPlan, BatchBuffers, Network } from '../network.ts';
import { splitBatch } from './checks.ts';

/** Most floats of activations that a step sets aside: a larger batch is computed part by part, in the same memory. */
const PART_FLOATS = 2 ** 23;

/** Computes whole training steps, on this thread or on several. */
export interface Trainer {
  /** Losses are divided by `divisor`; returns their weighted sum in nats and the gradient's norm before clipping. */
  step(batch: Batch, divisor: number, update: StepSettings): { nats: number; gradientNorm: number };
  dispose(): void;
}

/**
 * The parts of a batch whose gradients are computed one after the other and added up: one part unless it is a large one. Rows
 * that a network steps through side by side stay together.
 */
export function partsOfStep({ heapLayout, planBatch }: Network, batch: Batch): Batch[] {
  const length = (batch.length + 3) & ~3;
  const { end, equalRows } = planBatch(heapLayout, batch.rows, length, 0);
  const parts = equalRows ? 1 : Math.ceil(end / PART_FLOATS);
  return parts === 1 ? [batch] : splitBatch(batch, Math.ceil(batch.rows / parts) * batch.length);
}

/**
 * Copies rows [first, end) of a validated batch into the heap. What follows a row's last target with weight is left out,
 * so that a short exercise costs no more than its own tokens; each row is then padded to a multiple of 4 positions
 * without weight, or all to the longest where the network steps through them side by side.
 */
export function fillActivations(
  host: KernelHost,
  activations: BatchPlan,
  batch: Batch,
  first = 0,
  end = batch.rows,
): void {
  const integers = host.integers();
  const floats = host.floats();
  const { rowLengths, tokens, positions, targets, lossWeights } = activations;
  const lengths = Array.from({ length: end - first }, (_, row) => usedLength(batch, first + row));
  if (activations.equalRows) lengths.fill(Math.max(...lengths));
  integers.set(lengths, rowLengths);
  let to = 0;
  for (const [row, used] of lengths.entries()) {
    for (let t = 0; t < used; t++, to++) {
      const from = (first + row) * batch.length + t;
      const inside = t < batch.length;
      integers[tokens + to] = inside ? batch.tokens[from] : 0;
      integers[positions + to] = t;
      integers[targets + to] = inside ? batch.targets[from] : 0;
      floats[lossWeights + to] = inside ? batch.weights[from] : 0;
    }
  }
  layOutRows(activations, lengths);
}

/** Sets the layout of rows of these lengths. */
export function layOutRows({ layout }: BatchBuffers, lengths: readonly number[]): void {
  layout.starts = [];
  layout.lengths = [...lengths];
  layout.positionCount = 0;
  for (const length of lengths) {
    layout.starts.push(layout.positionCount);
    layout.positionCount += length;
  }
}

/** Positions of a row up to the last one whose target carries weight: attention is causal, so nothing after it matters. */
export function usedLength({ length, weights }: Batch, row: number): number {
  let last = length - 1;
  while (last > 0 && weights[row * length + last] === 0) last--;
  return (last + 4) & ~3;
}

export function clearGradients(kernels: Kernels, { gradients, parameterCount }: HeapLayout): void {
  kernels.fillZero(gradients, parameterCount);
}

/** Adds to the gradient of every parameter; returns the weighted sum of losses in nats. */
export function addGradients(
  kernels: Kernels,
  vocabSize: number,
  activations: BatchPlan,
  divisor: number,
): number {
  const { logits, targets, lossWeights, layout } = activations;
  if (layout.positionCount === 0) return 0;
  activations.forward(kernels);
  const rows = layout.positionCount;
  const nats = kernels.crossEntropy(logits, targets, lossWeights, rows, vocabSize, 1 / divisor);
  activations.backward(kernels);
  return nats;
}

/** As addGradients, toward distributions [positions, vocabSize] at an offset of the heap instead of single targets. */
export function addSoftGradients(
  kernels: Kernels,
  vocabSize: number,
  activations: BatchPlan,
  distributions: number,
  divisor: number,
): number {
  const { logits, lossWeights, layout } = activations;
  activations.forward(kernels);
  const rows = layout.positionCount;
  const nats = kernels.softCrossEntropy(logits, distributions, lossWeights, rows, vocabSize, 1 / divisor);
  activations.backward(kernels);
  return nats;
}
