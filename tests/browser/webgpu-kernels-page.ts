/** What webgpu.test.ts runs inside the browser: every WGSL kernel beside its twin in plain JavaScript, on the same numbers. */

import type { Batch } from '../../shared/lm/language-model.ts';
import { fillBatch, planBatch } from '../../shared/lm/executors/webgpu/batch-words.ts';
import { dispatch, dispatchOver } from '../../shared/nn/webgpu/kernel.ts';
import { LARGE_MATMUL, SMALL_MATMUL } from '../../shared/nn/webgpu/matmul.ts';
import { linear, linearGradient } from '../../shared/nn/webgpu/products.ts';
import * as rowKernels from '../../shared/nn/webgpu/rows.ts';
import * as updateKernels from '../../shared/nn/webgpu/update.ts';
import { createRandom } from '../../shared/random.ts';
import { attention, rotations } from './attention-checks.ts';
import {
  configOf,
  KernelBench,
  takePositions,
  type Check,
  type KernelErrors,
  type KernelSize,
} from './kernel-bench.ts';

const NUMBERS = {
  inverseWeight: 0.01,
  learningRate: 0.1,
  weightDecay: 0.2,
  clipNorm: 0.5,
  correction1: 1.5,
  correction2: 2.5,
  reportSlot: 3,
};

/** Runs every kernel at one size. */
export async function compareKernels(size: KernelSize): Promise<KernelErrors> {
  const bench = new KernelBench();
  const words = batchWords(size);
  const checks = [matrices, rotations, attention, norms, losses(words), embeddings(words), optimizer].map(
    (add) => add(bench, size),
  );
  return bench.run(words, () => checks.forEach((check) => check()));
}

function randomTokens({ rows, length, outputs }: KernelSize): Batch {
  const random = createRandom(9);
  const m = rows * length;
  const tokens = Int32Array.from({ length: m }, () => random.int(outputs));
  const targets = Int32Array.from({ length: m }, () => random.int(outputs));
  const weights = Float32Array.from({ length: m }, (_, i) => (i + 1) % 3);
  return { rows, length, tokens, targets, weights };
}

function batchWords(size: KernelSize): Uint32Array<ArrayBuffer> {
  const { rows, length } = size;
  const config = configOf(size);
  const layout = planBatch(config, rows, length);
  const words = new Uint32Array(layout.end);
  fillBatch(words, new Float32Array(words.buffer), layout, config, randomTokens(size), NUMBERS);
  return words;
}

/** Linear layers and their gradients, in small tiles and in large ones. */
const matrices: Check = (bench, { rows, length, inputs, outputs }) => {
  const m = rows * length;
  const x = bench.take(m * inputs);
  const dy = bench.take(m * outputs);
  const weight = bench.take(inputs * outputs + outputs);
  const layer = { weight, bias: weight + inputs * outputs, inputs, outputs };
  const residual = bench.take(m * outputs);
  const activated = bench.take(m * inputs, 0);
  const count = 3;
  const step = inputs * outputs + outputs;
  const base = bench.take(count * step);
  const slices = { count, rowsPerSlice: Math.ceil(m / count), base, step, firstParameter: 0 };
  const { itemsPerGroup } = updateKernels.GATHER_GRADIENTS;
  const gather = { slices: base, sliceCount: count, sliceStep: step, firstSliced: 0, count: step };
  const results = [SMALL_MATMUL, LARGE_MATMUL].map((kernels) => {
    const result = {
      plain: bench.take(m * outputs),
      rectified: bench.take(m * outputs),
      dx: bench.take(m * inputs),
      gradients: bench.take(step),
      squares: bench.take(Math.ceil(step / itemsPerGroup)),
    };
    const { plain, rectified, dx, gradients, squares } = result;
    bench.list.push(
      linear(kernels, layer, x, plain, m, { residual }),
      linear(kernels, layer, x, rectified, m, { squaredRelu: true }),
      linearGradient(kernels, layer, { x, dy, dx, m, activated }, slices, weight),
      dispatchOver(updateKernels.GATHER_GRADIENTS, { ...gather, gradients, squares }, step),
    );
    const inTiles = (what: string): string => `${what} in tiles of ${kernels.tile.side}`;
    bench.compare(inTiles('linear'), plain, m * outputs);
    bench.compare(inTiles('linear with squared ReLU'), rectified, m * outputs);
    bench.compare(inTiles('input gradient'), dx, m * inputs);
    bench.compare(inTiles('weight gradient'), gradients, step);
    bench.compare(inTiles('sum of squares'), squares, 1);
    return result;
  });

  return () => {
    const transposed = bench.take(inputs * outputs);
    const { kernels } = bench.js;
    kernels.transpose(weight, outputs, inputs, outputs, transposed);
    const gemm = (a: number, aRow: number, aColumn: number, b: number, c: number, sizes: number[]): void => {
      const [rows, depth, columns] = sizes;
      kernels.gemm(a, aRow, aColumn, b, columns, c, columns, rows, depth, columns, 1, 0);
    };
    for (const { plain, rectified, dx, gradients, squares } of results) {
      kernels.addRowAndResidual(layer.bias, residual, plain, m, outputs);
      gemm(x, inputs, 1, weight, plain, [m, inputs, outputs]);
      kernels.broadcastRow(layer.bias, rectified, m, outputs);
      gemm(x, inputs, 1, weight, rectified, [m, inputs, outputs]);
      kernels.squaredRelu(rectified, m * outputs);
      const floats = bench.js.floats();
      kernels.fillZero(dx, m * inputs);
      gemm(dy, outputs, 1, transposed, dx, [m, outputs, inputs]);
      kernels.squaredReluGradient(activated, dx, m * inputs);
      kernels.fillZero(gradients, step);
      gemm(x, 1, inputs, dy, gradients, [inputs, m, outputs]);
      kernels.addColumnSums(dy, gradients + inputs * outputs, m, outputs);
      floats[squares] = kernels.sumOfSquares(gradients, Math.min(step, itemsPerGroup));
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
  const dGain = bench.take(3 * 2 * width);
  const count = 3;
  const slice = 2 * width;
  const slices = { count, rowsPerSlice: Math.ceil(m / count), base: dGain, step: slice, firstParameter: 0 };
  const flow = { dy, x, gain, statistics, rows: m, width };
  bench.list.push(
    dispatchOver(rowKernels.LAYER_NORM, { x, gain, bias, y, statistics, rows: m, width }, m),
    rowKernels.layerNormGradient({ ...flow, dx, accumulate: 0 }, slices, gain),
    rowKernels.layerNormGradient({ ...flow, dx: added, accumulate: 1 }, slices, gain),
  );
  bench.compare('layer norm', y, m * width);
  bench.compare('statistics', statistics, 2 * m);
  bench.compare('layer norm gradient', dx, m * width);
  bench.compare('added layer norm gradient', added, m * width);
  bench.compare('gain gradient', dGain, count * slice);
  return () => {
    const unused = bench.take(slice);
    const scratch = bench.take(m * width);
    const { kernels } = bench.js;
    kernels.layerNorm(x, gain, bias, y, statistics, m, width);
    kernels.layerNormGradient(dy, x, gain, statistics, unused, unused + width, dx, m, width, 0);
    kernels.layerNormGradient(dy, x, gain, statistics, unused, unused + width, added, m, width, 1);
    kernels.fillZero(dGain, count * slice);
    for (let i = 0; i < count; i++) {
      const first = i * slices.rowsPerSlice;
      const rows = Math.max(0, Math.min(m - first, slices.rowsPerSlice));
      const to = dGain + i * slice;
      const at = first * width;
      const partStatistics = statistics + 2 * first;
      kernels.layerNormGradient(
        dy + at,
        x + at,
        gain,
        partStatistics,
        to,
        to + width,
        scratch,
        rows,
        width,
        0,
      );
    }
  };
};

function losses(words: Uint32Array): Check {
  return (bench, size) => {
    const { rows, length, outputs: vocabSize } = size;
    const m = rows * length;
    const layout = planBatch(configOf(size), rows, length);
    const logits = bench.take(m * vocabSize);
    const each = bench.take(m);
    const squares = bench.take(5, 0);
    const reports = bench.take(updateKernels.REPORT_SLOTS * updateKernels.REPORT_FLOATS);
    const report = reports + NUMBERS.reportSlot * updateKernels.REPORT_FLOATS;
    const { targets, weights } = layout;
    bench.list.push(
      dispatchOver(
        rowKernels.CROSS_ENTROPY,
        { logits, targets, weights, losses: each, rows: m, vocabSize },
        m,
      ),
      dispatch(
        updateKernels.SUMMARIZE,
        { losses: each, lossCount: m, squares, squareCount: 5, reports },
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
    const config = configOf(size);
    const { vocabSize } = config;
    const m = rows * length;
    const { tokens, previous, order, starts } = planBatch(config, rows, length);
    const tokenTable = bench.take(vocabSize * width);
    const previousTable = bench.take(vocabSize * width);
    const valueTable = bench.take(vocabSize * width);
    const qkv = bench.take(3 * m * width);
    const y = bench.take(m * width);
    const dy = bench.take(m * width);
    // The gradient of a position without weight behind the last one of its row is 0.
    const weights = randomTokens(size).weights;
    for (let row = 0; row < rows; row++) {
      for (let t = length - 1; t >= 0 && weights[row * length + t] === 0; t--) {
        bench.js.floats().fill(0, dy + (row * length + t) * width, dy + (row * length + t + 1) * width);
      }
    }
    const tableRows = 2 * vocabSize;
    const gradient = bench.take(tableRows * width);
    const valueGradient = bench.take(vocabSize * width);
    bench.list.push(
      dispatchOver(
        updateKernels.EMBED,
        { tokens, previous, tokenTable, previousTable, y, rows: m, width },
        m,
      ),
      dispatchOver(
        updateKernels.EMBED_GRADIENT,
        { order, starts, dy, step: width, gradient, rows: tableRows, width, accumulate: 0 },
        tableRows,
      ),
      dispatchOver(updateKernels.ADD_VALUES, { tokens, table: valueTable, qkv, rows: m, width }, m),
      dispatchOver(
        updateKernels.EMBED_GRADIENT,
        {
          order,
          starts,
          dy,
          step: width,
          gradient: valueGradient,
          rows: vocabSize,
          width,
          accumulate: 1,
        },
        vocabSize,
      ),
    );
    bench.compare('embedding', y, m * width);
    bench.compare('embedding gradient', gradient, tableRows * width);
    bench.compare('values', qkv, 3 * m * width);
    bench.compare('added gradient', valueGradient, vocabSize * width);
    return () => {
      const ids = bench.take(2 * m);
      const positions = takePositions(bench, size);
      const integers = bench.js.integers();
      integers.set(words.subarray(tokens, tokens + m), ids);
      const { kernels } = bench.js;
      kernels.previousTokens(ids, positions, ids + m, m);
      kernels.lookUp(ids, tokenTable, y, m, width);
      kernels.addLookedUp(ids + m, previousTable, y, m, width, width);
      kernels.fillZero(gradient, tableRows * width);
      kernels.lookUpGradient(ids, dy, gradient, m, width, width);
      kernels.lookUpGradient(ids + m, dy, gradient + vocabSize * width, m, width, width);
      kernels.addLookedUp(ids, valueTable, qkv + 2 * width, m, width, 3 * width);
      kernels.lookUpGradient(ids, dy, valueGradient, m, width, width);
    };
  };
}

const optimizer: Check = (bench, { inputs, outputs }) => {
  const count = inputs * outputs + 1;
  const weights = bench.take(count);
  const gradients = bench.take(count);
  const firstMoment = bench.take(count);
  const secondMoment = bench.take(count, 0);
  const reports = bench.take(updateKernels.REPORT_SLOTS * updateKernels.REPORT_FLOATS);
  bench.list.push(
    dispatchOver(
      updateKernels.ADAM_W,
      { weights, gradients, firstMoment, secondMoment, count, reports },
      count,
    ),
  );
  bench.compare('updated weights', weights, count);
  bench.compare('first moment', firstMoment, count);
  bench.compare('second moment', secondMoment, count);
  return () => {
    const { learningRate, weightDecay, correction1, correction2 } = NUMBERS;
    const scale = bench.js.floats()[reports + NUMBERS.reportSlot * updateKernels.REPORT_FLOATS + 2];
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
