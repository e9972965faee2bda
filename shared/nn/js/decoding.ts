/** The kernels of decoding and distillation in plain typed arrays; the interface is described in kernels.ts. */

import type { Kernels } from '../kernels.ts';

/** Below this, exp(x) is 0 in every implementation. */
const LEAST_EXPONENT = -87;

/** Kernels over one heap; `integers` is a view of the same memory as `heap`. */
export function createDecodingKernels(
  heap: Float32Array,
  integers: Int32Array,
): Pick<Kernels, 'cachedAttention' | 'softmaxRows' | 'softCrossEntropy'> {
  /** softmax(scale * x) of `size` values in place. */
  const softmax = (values: number, size: number, scale: number): void => {
    let highest = -Infinity;
    for (let i = values; i < values + size; i++) highest = Math.max(highest, heap[i]);
    let sum = 0;
    for (let i = values; i < values + size; i++) {
      const exponent = (heap[i] - highest) * scale;
      sum += heap[i] = exponent > LEAST_EXPONENT ? Math.exp(exponent) : 0;
    }
    for (let i = values; i < values + size; i++) heap[i] /= sum;
  };

  return {
    cachedAttention(
      qkv,
      keyCache,
      valueCache,
      slots,
      positions,
      scores,
      output,
      rows,
      heads,
      headWidth,
      contextLength,
    ) {
      const width = heads * headWidth;
      const scale = 1 / Math.sqrt(headWidth);
      for (let r = 0; r < rows; r++) {
        const position = integers[positions + r];
        const keys = keyCache + integers[slots + r] * contextLength * width;
        const values = valueCache + integers[slots + r] * contextLength * width;
        const row = qkv + r * 3 * width;
        heap.copyWithin(keys + position * width, row + width, row + 2 * width);
        heap.copyWithin(values + position * width, row + 2 * width, row + 3 * width);
        for (let h = 0; h < heads; h++) {
          const head = h * headWidth;
          const weights = scores + h * contextLength;
          for (let j = 0; j <= position; j++) {
            let dot = 0;
            for (let c = head; c < head + headWidth; c++) dot += heap[row + c] * heap[keys + j * width + c];
            heap[weights + j] = dot;
          }
          softmax(weights, position + 1, scale);
          for (let c = head; c < head + headWidth; c++) {
            let mixed = 0;
            for (let j = 0; j <= position; j++) mixed += heap[weights + j] * heap[values + j * width + c];
            heap[output + r * width + c] = mixed;
          }
        }
      }
    },
    softmaxRows(values, rows, columns, scale) {
      for (let r = 0; r < rows; r++) softmax(values + r * columns, columns, scale);
    },
    softCrossEntropy(logits, distributions, weights, rows, vocabSize, gradientScale) {
      let nats = 0;
      for (let r = 0; r < rows; r++) {
        const row = logits + r * vocabSize;
        const wanted = distributions + r * vocabSize;
        const weight = heap[weights + r];
        if (weight === 0) {
          if (gradientScale !== 0) heap.fill(0, row, row + vocabSize);
          continue;
        }
        let highest = -Infinity;
        for (let i = row; i < row + vocabSize; i++) highest = Math.max(highest, heap[i]);
        let sum = 0;
        let expected = 0;
        for (let i = 0; i < vocabSize; i++) {
          sum += Math.exp(heap[row + i] - highest);
          expected += heap[wanted + i] * (heap[row + i] - highest);
        }
        nats += weight * (Math.log(sum) - expected);
        if (gradientScale === 0) continue;
        for (let i = 0; i < vocabSize; i++) {
          const probability = Math.exp(heap[row + i] - highest) / sum;
          heap[row + i] = weight * gradientScale * (probability - heap[wanted + i]);
        }
      }
      return nats;
    },
  };
}
