/** The kernels in plain typed arrays: the readable reference that the WASM ones are tested against, and the last resort. */

import type { KernelHost, Kernels } from '../kernels.ts';
import { createDecodingKernels } from './decoding.ts';
import { createGruKernels } from './gru.ts';
import { createMatrixKernels } from './matrix.ts';

export const LAYER_NORM_EPSILON = 1e-5;
const ADAM_EPSILON = 1e-8;

/** A heap of plain typed arrays that grows by copying. */
export function createJsHost(): KernelHost {
  let heap = new Float32Array(0);
  let integers = new Int32Array(heap.buffer);
  let current = createJsKernels(heap, integers);
  return {
    backend: 'js',
    get kernels() {
      return current;
    },
    reserve(floats) {
      if (floats <= heap.length) return;
      const grown = new Float32Array(floats);
      grown.set(heap);
      heap = grown;
      integers = new Int32Array(heap.buffer);
      current = createJsKernels(heap, integers);
    },
    floats: () => heap,
    integers: () => integers,
  };
}

/** Kernels over one heap; `integers` is a view of the same memory as `heap`. */
export function createJsKernels(heap: Float32Array, integers: Int32Array): Kernels {
  return {
    ...createMatrixKernels(heap),
    ...createElementKernels(heap),
    ...createEmbeddingKernels(heap, integers),
    ...createGruKernels(heap),
    ...createNormKernels(heap),
    ...createAttentionKernels(heap, integers),
    ...createDecodingKernels(heap, integers),
    ...createLossKernels(heap, integers),
  };
}

type ElementKernels =
  | 'fillZero'
  | 'broadcastRow'
  | 'addColumnSums'
  | 'addRowAndResidual'
  | 'squaredRelu'
  | 'squaredReluGradient';

function createElementKernels(heap: Float32Array): Pick<Kernels, ElementKernels> {
  return {
    fillZero: (target, size) => void heap.fill(0, target, target + size),
    broadcastRow(row, target, rows, columns) {
      for (let r = 0; r < rows; r++) heap.copyWithin(target + r * columns, row, row + columns);
    },
    addColumnSums(source, target, rows, columns) {
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) heap[target + c] += heap[source + r * columns + c];
      }
    },
    addRowAndResidual(row, residual, target, rows, columns) {
      for (let r = 0, i = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++, i++) heap[target + i] = heap[row + c] + heap[residual + i];
      }
    },
    squaredRelu(values, size) {
      for (let i = values; i < values + size; i++) heap[i] = Math.max(0, heap[i]) ** 2;
    },
    squaredReluGradient(activated, gradient, size) {
      for (let i = 0; i < size; i++) heap[gradient + i] *= 2 * Math.sqrt(heap[activated + i]);
    },
  };
}

function createEmbeddingKernels(
  heap: Float32Array,
  integers: Int32Array,
): Pick<Kernels, 'previousTokens' | 'lookUp' | 'addLookedUp' | 'lookUpGradient'> {
  return {
    previousTokens(tokens, positions, target, rows) {
      for (let r = 0; r < rows; r++) {
        integers[target + r] = integers[positions + r] === 0 ? 0 : integers[tokens + r - 1];
      }
    },
    lookUp(ids, table, target, rows, width) {
      for (let r = 0; r < rows; r++) {
        const row = table + integers[ids + r] * width;
        heap.copyWithin(target + r * width, row, row + width);
      }
    },
    addLookedUp(ids, table, target, rows, width, step) {
      for (let r = 0; r < rows; r++) {
        const row = table + integers[ids + r] * width;
        for (let c = 0; c < width; c++) heap[target + r * step + c] += heap[row + c];
      }
    },
    lookUpGradient(ids, gradient, tableGradient, rows, width, step) {
      for (let r = 0; r < rows; r++) {
        const row = tableGradient + integers[ids + r] * width;
        for (let c = 0; c < width; c++) heap[row + c] += heap[gradient + r * step + c];
      }
    },
  };
}

function createNormKernels(heap: Float32Array): Pick<Kernels, 'layerNorm' | 'layerNormGradient'> {
  return {
    layerNorm(x, gain, bias, y, statistics, rows, width) {
      for (let r = 0; r < rows; r++) {
        const row = x + r * width;
        let mean = 0;
        for (let c = 0; c < width; c++) mean += heap[row + c];
        mean /= width;
        let variance = 0;
        for (let c = 0; c < width; c++) variance += (heap[row + c] - mean) ** 2;
        const scale = 1 / Math.sqrt(variance / width + LAYER_NORM_EPSILON);
        heap[statistics + 2 * r] = mean;
        heap[statistics + 2 * r + 1] = scale;
        for (let c = 0; c < width; c++) {
          heap[y + r * width + c] = (heap[row + c] - mean) * scale * heap[gain + c] + heap[bias + c];
        }
      }
    },
    layerNormGradient(dy, x, gain, statistics, dGain, dBias, dx, rows, width, accumulate) {
      for (let r = 0; r < rows; r++) {
        const mean = heap[statistics + 2 * r];
        const scale = heap[statistics + 2 * r + 1];
        let sum = 0;
        let product = 0;
        for (let c = 0; c < width; c++) {
          const normalized = (heap[x + r * width + c] - mean) * scale;
          const incoming = heap[dy + r * width + c];
          sum += incoming * heap[gain + c];
          product += incoming * heap[gain + c] * normalized;
          heap[dGain + c] += incoming * normalized;
          heap[dBias + c] += incoming;
        }
        for (let c = 0; c < width; c++) {
          const i = r * width + c;
          const normalized = (heap[x + i] - mean) * scale;
          const change =
            scale * (heap[dy + i] * heap[gain + c] - sum / width - (normalized * product) / width);
          heap[dx + i] = accumulate ? heap[dx + i] + change : change;
        }
      }
    },
  };
}

function createAttentionKernels(
  heap: Float32Array,
  integers: Int32Array,
): Pick<Kernels, 'rotate' | 'causalSoftmax' | 'causalSoftmaxGradient'> {
  return {
    rotate(qkv, positions, rotations, rows, width, headWidth, direction) {
      for (let r = 0; r < rows; r++) {
        const row = qkv + r * 3 * width;
        const angles = rotations + integers[positions + r] * headWidth;
        for (let column = 0; column < 2 * width; column += 2) {
          const cosine = heap[angles + (column % headWidth)];
          const sine = direction * heap[angles + (column % headWidth) + 1];
          const [x, y] = [heap[row + column], heap[row + column + 1]];
          heap[row + column] = x * cosine - y * sine;
          heap[row + column + 1] = x * sine + y * cosine;
        }
      }
    },
    causalSoftmax(scores, length, scale) {
      for (let i = 0; i < length; i++) {
        const row = scores + i * length;
        let highest = -Infinity;
        for (let j = 0; j <= i; j++) highest = Math.max(highest, heap[row + j] * scale);
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += heap[row + j] = Math.exp(heap[row + j] * scale - highest);
        for (let j = 0; j <= i; j++) heap[row + j] /= sum;
        heap.fill(0, row + i + 1, row + length);
      }
    },
    causalSoftmaxGradient(probabilities, gradient, length, scale) {
      for (let i = 0; i < length; i++) {
        const p = probabilities + i * length;
        const g = gradient + i * length;
        let dot = 0;
        for (let j = 0; j <= i; j++) dot += heap[p + j] * heap[g + j];
        for (let j = 0; j <= i; j++) heap[g + j] = heap[p + j] * (heap[g + j] - dot) * scale;
        heap.fill(0, g + i + 1, g + length);
      }
    },
  };
}

type LossKernels = 'crossEntropy' | 'sumOfSquares' | 'adamW';

function createLossKernels(heap: Float32Array, integers: Int32Array): Pick<Kernels, LossKernels> {
  return {
    crossEntropy(logits, targets, weights, rows, vocabSize, gradientScale) {
      let nats = 0;
      for (let r = 0; r < rows; r++) {
        const row = logits + r * vocabSize;
        const weight = heap[weights + r];
        if (weight === 0) {
          if (gradientScale !== 0) heap.fill(0, row, row + vocabSize);
          continue;
        }
        const target = row + integers[targets + r];
        const targetLogit = heap[target];
        let highest = -Infinity;
        for (let i = row; i < row + vocabSize; i++) highest = Math.max(highest, heap[i]);
        let sum = 0;
        for (let i = row; i < row + vocabSize; i++) sum += Math.exp(heap[i] - highest);
        nats += weight * (Math.log(sum) + highest - targetLogit);
        if (gradientScale === 0) continue;
        const share = weight * gradientScale;
        for (let i = row; i < row + vocabSize; i++) heap[i] = (Math.exp(heap[i] - highest) / sum) * share;
        heap[target] -= share;
      }
      return nats;
    },
    sumOfSquares(values, size) {
      let total = 0;
      for (let i = values; i < values + size; i++) total += heap[i] * heap[i];
      return total;
    },
    adamW(
      weights,
      gradients,
      first,
      second,
      size,
      learningRate,
      weightDecay,
      gradientScale,
      correction1,
      correction2,
    ) {
      for (let i = 0; i < size; i++) {
        const gradient = heap[gradients + i] * gradientScale;
        const mean = (heap[first + i] = 0.9 * heap[first + i] + 0.1 * gradient);
        const square = (heap[second + i] = 0.99 * heap[second + i] + 0.01 * gradient * gradient);
        const change = (mean * correction1) / (Math.sqrt(square * correction2) + ADAM_EPSILON);
        heap[weights + i] -= learningRate * (change + weightDecay * heap[weights + i]);
      }
    },
  };
}
