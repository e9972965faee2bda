/** What webgpu.test.ts runs inside the browser: every WGSL kernel beside its twin in plain JavaScript, on the same numbers. */

import type { Batch } from '../../shared/lm/executor.ts';
import { LOWER_LEFT, LOWER_OUTPUT, UPPER_LEFT } from '../../shared/lm/kernels.ts';
import { fillBatch, planBatch } from '../../shared/lm/webgpu/batch-words.ts';
import { dispatch, dispatchOver } from '../../shared/lm/webgpu/kernel.ts';
import {
  inputGradient,
  linear,
  product,
  transposed,
  weightGradient,
} from '../../shared/lm/webgpu/products.ts';
import * as rowKernels from '../../shared/lm/webgpu/rows.ts';
import * as updateKernels from '../../shared/lm/webgpu/update.ts';
import { createRandom } from '../../shared/random.ts';
import { KernelBench, type KernelErrors } from './kernel-bench.ts';

/** m = rows x length positions; inputs and outputs are those of a linear layer, outputs and length multiples of 4. */
export interface KernelSize {
  rows: number;
  length: number;
  heads: number;
  headWidth: number;
  inputs: number;
  outputs: number;
}

const NUMBERS = {
  inverseWeight: 0.01,
  learningRate: 0.1,
  weightDecay: 0.2,
  clipNorm: 0.5,
  correction1: 1.5,
  correction2: 2.5,
};

/** Runs every kernel at one size. */
export async function compareKernels(size: KernelSize): Promise<KernelErrors> {
  const bench = new KernelBench();
  const words = batchWords(size);
  const checks = [matrices, attention, norms, losses(words), embeddings(words), optimizer].map((add) =>
    add(bench, size),
  );
  return bench.run(words, () => checks.forEach((check) => check()));
}

/** Queues the dispatches of some kernels and returns what does the same in plain JavaScript. */
type Check = (bench: KernelBench, size: KernelSize) => () => void;

const vocabOf = ({ outputs }: KernelSize): number => outputs;

function randomTokens({ rows, length, outputs }: KernelSize): Batch {
  const random = createRandom(9);
  const m = rows * length;
  const tokens = Int32Array.from({ length: m }, () => random.int(outputs));
  const targets = Int32Array.from({ length: m }, () => random.int(outputs));
  const weights = Float32Array.from({ length: m }, (_, i) => (i + 1) % 3);
  return { rows, length, tokens, targets, weights };
}

function batchWords(size: KernelSize): Uint32Array<ArrayBuffer> {
  const { rows, length, inputs: width } = size;
  const config = { vocabSize: vocabOf(size), contextLength: length, width, layers: 1, heads: 1 };
  const layout = planBatch(config, rows, length);
  const words = new Uint32Array(layout.end);
  fillBatch(words, new Float32Array(words.buffer), layout, config, randomTokens(size), NUMBERS);
  return words;
}

const matrices: Check = (bench, { rows, length, inputs, outputs }) => {
  const m = rows * length;
  const x = bench.take(m * inputs);
  const weight = bench.take(inputs * outputs + outputs);
  const layer = { weight, bias: weight + inputs * outputs, inputs, outputs };
  const residual = bench.take(m * outputs);
  const plain = bench.take(m * outputs);
  const rectified = bench.take(m * outputs);
  const mask = bench.take(m * inputs);
  const dx = bench.take(m * inputs);
  bench.list.push(
    linear(layer, x, plain, m, { residual }),
    linear(layer, x, rectified, m, { relu: true }),
    inputGradient(layer, residual, dx, m, mask),
  );
  bench.compare('linear', plain, m * outputs);
  bench.compare('linear with ReLU', rectified, m * outputs);
  bench.compare('input gradient', dx, m * inputs);

  const count = 3;
  const step = inputs * outputs + outputs;
  const base = bench.take(count * step);
  const gradients = bench.take(step);
  const { itemsPerGroup } = updateKernels.GATHER_GRADIENTS;
  const squares = bench.take(Math.ceil(step / itemsPerGroup));
  const slices = { count, rowsPerSlice: Math.ceil(m / count), base, step, firstParameter: 0 };
  const gather = { gradients, slices: base, sliceCount: count, sliceStep: step, squares };
  bench.list.push(
    weightGradient(layer, x, residual, m, slices, weight),
    dispatchOver(updateKernels.GATHER_GRADIENTS, { ...gather, firstSliced: 0, count: step }, step),
  );
  bench.compare('weight gradient', gradients, step);
  bench.compare('sum of squares', squares, 1);

  return () => {
    const { kernels } = bench.js;
    const gemm = (a: number, aRow: number, aColumn: number, b: number, c: number, sizes: number[]): void => {
      const [rows, depth, columns] = sizes;
      kernels.gemm(a, aRow, aColumn, b, columns, c, columns, rows, depth, columns, 1, 0);
    };
    kernels.addRowAndResidual(layer.bias, residual, plain, m, outputs);
    gemm(x, inputs, 1, weight, plain, [m, inputs, outputs]);
    kernels.broadcastRow(layer.bias, rectified, m, outputs);
    gemm(x, inputs, 1, weight, rectified, [m, inputs, outputs]);
    kernels.relu(rectified, m * outputs);
    const floats = bench.js.floats();
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < inputs; j++) {
        let sum = 0;
        for (let k = 0; k < outputs; k++) {
          sum += floats[residual + i * outputs + k] * floats[weight + j * outputs + k];
        }
        floats[dx + i * inputs + j] = floats[mask + i * inputs + j] > 0 ? sum : 0;
      }
    }
    kernels.fillZero(gradients, step);
    gemm(x, 1, inputs, residual, gradients, [inputs, m, outputs]);
    kernels.addColumnSums(residual, gradients + inputs * outputs, m, outputs);
    const squared = Math.min(step, itemsPerGroup);
    floats[squares] = kernels.sumOfSquares(gradients, squared);
  };
};

const attention: Check = (bench, { rows, length, heads, headWidth }) => {
  const width = heads * headWidth;
  const count = rows * heads;
  const qkv = bench.take(rows * length * 3 * width);
  const scores = bench.take(count * length * length);
  const probabilities = bench.take(count * length * length);
  const gradient = bench.take(count * length * length);
  const mixed = bench.take(rows * length * width);
  const dValue = bench.take(rows * length * 3 * width);
  const scale = 0.7;
  const projected = (at: number) => ({ at, row: 3 * width, batch: length * 3 * width, head: headWidth });
  const square = (at: number) => ({ at, row: length, batch: heads * length * length, head: length * length });
  const mixedMatrix = { at: mixed, row: width, batch: length * width, head: headWidth };
  const wide = [length, headWidth, length] as const;
  const narrow = [length, length, headWidth] as const;
  const all = count * length;
  const [query, key] = [projected(qkv), projected(qkv + width)];
  const softmax = { rows: all, length, scale };
  const lower = { rows, heads, shape: LOWER_OUTPUT };
  bench.list.push(
    product(query, transposed(key), square(scores), wide, lower),
    dispatchOver(rowKernels.CAUSAL_SOFTMAX, { ...softmax, scores: probabilities }, all),
    dispatchOver(rowKernels.CAUSAL_SOFTMAX_GRADIENT, { ...softmax, probabilities, gradient }, all),
    product(square(probabilities), key, mixedMatrix, narrow, { rows, heads, shape: LOWER_LEFT }),
    product(transposed(square(probabilities)), key, projected(dValue), narrow, {
      rows,
      heads,
      shape: UPPER_LEFT,
    }),
  );
  const past = (i: number): boolean => i % length <= Math.floor(i / length) % length;
  bench.compare('scores', scores, count * length * length, past);
  bench.compare('softmax', probabilities, count * length * length);
  bench.compare('softmax gradient', gradient, count * length * length);
  bench.compare('mixed values', mixed, rows * length * width);
  bench.compare('value gradient', dValue, rows * length * 3 * width);

  return () => {
    const scratch = bench.take(length * headWidth);
    const { kernels } = bench.js;
    for (let index = 0; index < count; index++) {
      const head = index % heads;
      const row = Math.floor(index / heads);
      const at = row * length * 3 * width + head * headWidth;
      const matrix = index * length * length;
      const p = probabilities + matrix;
      kernels.transpose(qkv + width + at, 3 * width, length, headWidth, scratch);
      const step = 3 * width;
      kernels.gemm(qkv + at, step, 1, scratch, length, scores + matrix, length, ...wide, 0, 0);
      kernels.causalSoftmax(p, length, scale);
      kernels.causalSoftmaxGradient(p, gradient + matrix, length, scale);
      const to = mixed + row * length * width + head * headWidth;
      kernels.gemm(p, length, 1, qkv + width + at, step, to, width, ...narrow, 0, 0);
      kernels.gemm(p, 1, length, qkv + width + at, step, dValue + at, step, ...narrow, 0, 0);
    }
  };
};

const norms: Check = (bench, { rows, length, outputs: width }) => {
  const m = rows * length;
  const x = bench.take(m * width);
  const gain = bench.take(2 * width);
  const bias = gain + width;
  const y = bench.take(m * width);
  const statistics = bench.take(2 * m);
  const dy = bench.take(m * width);
  const dx = bench.take(m * width);
  const added = bench.take(m * width);
  const dGain = bench.take(2 * width);
  const base = { dy, x, gain, statistics, rows: m, width };
  bench.list.push(
    dispatchOver(rowKernels.LAYER_NORM, { x, gain, bias, y, statistics, rows: m, width }, m),
    dispatchOver(rowKernels.LAYER_NORM_GRADIENT, { ...base, dx, accumulate: 0 }, m),
    dispatchOver(rowKernels.LAYER_NORM_GRADIENT, { ...base, dx: added, accumulate: 1 }, m),
    dispatch(
      rowKernels.GAIN_GRADIENT,
      { dy, x, statistics, gradient: dGain, rows: m, width, rowsPerSlice: m, sliceStep: 0 },
      [Math.ceil(width / rowKernels.GAIN_COLUMNS), 1, 1],
    ),
  );
  bench.compare('layer norm', y, m * width);
  bench.compare('statistics', statistics, 2 * m);
  bench.compare('layer norm gradient', dx, m * width);
  bench.compare('added layer norm gradient', added, m * width);
  bench.compare('gain gradient', dGain, 2 * width);
  return () => {
    const unused = bench.take(2 * width);
    const { kernels } = bench.js;
    kernels.layerNorm(x, gain, bias, y, statistics, m, width);
    kernels.fillZero(dGain, 2 * width);
    kernels.layerNormGradient(dy, x, gain, statistics, dGain, dGain + width, dx, m, width, 0);
    kernels.layerNormGradient(dy, x, gain, statistics, unused, unused + width, added, m, width, 1);
  };
};

function losses(words: Uint32Array): Check {
  return (bench, size) => {
    const { rows, length, inputs: width } = size;
    const vocabSize = vocabOf(size);
    const m = rows * length;
    const config = { vocabSize, contextLength: length, width, layers: 1, heads: 1 };
    const layout = planBatch(config, rows, length);
    const logits = bench.take(m * vocabSize);
    const each = bench.take(m);
    const squares = bench.take(5, 0);
    const report = bench.take(updateKernels.REPORT_FLOATS);
    const { targets, weights } = layout;
    bench.list.push(
      dispatchOver(
        rowKernels.CROSS_ENTROPY,
        { logits, targets, weights, losses: each, rows: m, vocabSize },
        m,
      ),
      dispatch(
        updateKernels.SUMMARIZE,
        { losses: each, lossCount: m, squares, squareCount: 5, report },
        [1, 1, 1],
      ),
    );
    bench.compare('logit gradient', logits, m * vocabSize);
    bench.compare('loss', report, 1);
    bench.compare('norm and clipping', report + 1, 2);
    return () => {
      const ids = bench.take(2 * m);
      bench.js.integers().set(words.subarray(targets, targets + m), ids);
      bench.js.integers().set(words.subarray(weights, weights + m), ids + m);
      const { inverseWeight, clipNorm } = NUMBERS;
      const nats = bench.js.kernels.crossEntropy(logits, ids, ids + m, m, vocabSize, inverseWeight);
      const floats = bench.js.floats();
      const norm = Math.sqrt(floats.slice(squares, squares + 5).reduce((sum, square) => sum + square, 0));
      floats.set([nats, norm, Math.min(1, clipNorm / norm)], report);
    };
  };
}

function embeddings(words: Uint32Array): Check {
  return (bench, size) => {
    const { rows, length, outputs: width } = size;
    const vocabSize = vocabOf(size);
    const m = rows * length;
    const config = { vocabSize, contextLength: length, width, layers: 1, heads: 1 };
    const { tokens, order, starts } = planBatch(config, rows, length);
    const tokenTable = bench.take(vocabSize * width);
    const positionTable = bench.take(length * width);
    const y = bench.take(m * width);
    const dy = bench.take(m * width);
    // The gradient of a position without weight behind the last one of its row is 0.
    const weights = randomTokens(size).weights;
    for (let row = 0; row < rows; row++) {
      for (let t = length - 1; t >= 0 && weights[row * length + t] === 0; t--) {
        bench.js.floats().fill(0, dy + (row * length + t) * width, dy + (row * length + t + 1) * width);
      }
    }
    const tableRows = vocabSize + length;
    const gradient = bench.take(tableRows * width);
    bench.list.push(
      dispatchOver(updateKernels.EMBED, { tokens, tokenTable, positionTable, y, rows: m, width, length }, m),
      dispatchOver(
        updateKernels.EMBED_GRADIENT,
        { order, starts, dy, gradient, rows: tableRows, width },
        tableRows,
      ),
    );
    bench.compare('embedding', y, m * width);
    bench.compare('embedding gradient', gradient, tableRows * width);
    return () => {
      const ids = bench.take(2 * m);
      const integers = bench.js.integers();
      integers.set(words.subarray(tokens, tokens + m), ids);
      for (let i = 0; i < m; i++) integers[ids + m + i] = i % length;
      const { kernels } = bench.js;
      kernels.embed(ids, ids + m, tokenTable, positionTable, y, m, width);
      kernels.fillZero(gradient, tableRows * width);
      kernels.embedGradient(ids, ids + m, dy, gradient, gradient + vocabSize * width, m, width);
    };
  };
}

const optimizer: Check = (bench, { inputs, outputs }) => {
  const count = inputs * outputs + 1;
  const weights = bench.take(count);
  const gradients = bench.take(count);
  const firstMoment = bench.take(count);
  const secondMoment = bench.take(count, 0);
  const report = bench.take(4);
  bench.list.push(
    dispatchOver(
      updateKernels.ADAM_W,
      { weights, gradients, firstMoment, secondMoment, count, report },
      count,
    ),
  );
  bench.compare('updated weights', weights, count);
  bench.compare('first moment', firstMoment, count);
  bench.compare('second moment', secondMoment, count);
  return () => {
    const { learningRate, weightDecay, correction1, correction2 } = NUMBERS;
    const scale = bench.js.floats()[report + 2];
    bench.js.kernels.adamW(
      weights,
      gradients,
      firstMoment,
      secondMoment,
      count,
      learningRate,
      weightDecay,
      scale,
      correction1,
      correction2,
    );
  };
};
