/** Attention's WGSL kernels and the rotation before it, each beside its twin in plain JavaScript. */

import { LOWER_OUTPUT } from '../../shared/nn/kernels.ts';
import { rotationTable } from '../../shared/nn/rotary.ts';
import { ATTENTION_THREADS, attentionKernels } from '../../shared/nn/webgpu/attention.ts';
import { dispatch, foldGroups } from '../../shared/nn/webgpu/kernel.ts';
import { LARGE_MATMUL, SMALL_MATMUL } from '../../shared/nn/webgpu/matmul.ts';
import { linear } from '../../shared/nn/webgpu/products.ts';
import { takePositions, type Check, type KernelBench, type KernelSize } from './kernel-bench.ts';

function takeRotations(bench: KernelBench, size: KernelSize): number {
  const table = rotationTable(size.length, size.headWidth);
  const at = bench.take(table.length);
  bench.js.floats().set(table, at);
  return at;
}

/** The product for queries, keys and values, which turns the first two. */
export const rotations: Check = (bench, size) => {
  const { rows, length, heads, headWidth, inputs } = size;
  const m = rows * length;
  const outputs = 3 * heads * headWidth;
  const x = bench.take(m * inputs);
  const weight = bench.take(inputs * outputs + outputs);
  const bias = weight + inputs * outputs;
  const table = takeRotations(bench, size);
  const rotation = { rotations: table, length, headWidth };
  const results = [SMALL_MATMUL, LARGE_MATMUL].map((kernels) => {
    const y = bench.take(m * outputs);
    bench.list.push(linear(kernels, { weight, bias, inputs, outputs }, x, y, m, { rotation }));
    bench.compare(`turned queries and keys in tiles of ${kernels.tile.side}`, y, m * outputs);
    return y;
  });
  return () => {
    const positions = takePositions(bench, size);
    const { kernels } = bench.js;
    for (const y of results) {
      kernels.broadcastRow(bias, y, m, outputs);
      kernels.gemm(x, inputs, 1, weight, outputs, y, outputs, m, inputs, outputs, 1, 0);
      kernels.rotate(y, positions, table, m, outputs / 3, headWidth, 1);
    }
  };
};

/** Fused attention against matrices of scores, softmax and all. */
export const attention: Check = (bench, size) => {
  const { rows, length, heads, headWidth } = size;
  const width = heads * headWidth;
  const step = 3 * width;
  const m = rows * length;
  const qkv = bench.take(m * step);
  const mixed = bench.take(m * width);
  const statistics = bench.take(4 * m * heads);
  const dMixed = bench.take(m * width);
  const dQkv = bench.take(m * step);
  const table = takeRotations(bench, size);
  const scale = 0.7;
  const args = { qkv, mixed, statistics, rows, length, heads, scale };
  const queryGroups = rows * heads * Math.ceil(length / ATTENTION_THREADS);
  const kernels = attentionKernels(headWidth);
  bench.list.push(
    dispatch(kernels.attention, args, foldGroups(queryGroups)),
    dispatch(
      kernels.attentionGradient,
      { ...args, dMixed, dQkv, rotations: table, queryGroups },
      foldGroups(2 * queryGroups),
    ),
  );
  bench.compare('attention', mixed, m * width);
  bench.compare('query gradient', dQkv, m * step, (i) => i % step < width);
  bench.compare('key gradient', dQkv, m * step, (i) => i % step >= width && i % step < 2 * width);
  bench.compare('value gradient', dQkv, m * step, (i) => i % step >= 2 * width);

  return () => {
    const scores = bench.take(length * length);
    const dScores = bench.take(length * length);
    const transposed = bench.take(length * headWidth);
    const positions = takePositions(bench, size);
    const { kernels: js } = bench.js;
    const wide = [length, headWidth, length] as const;
    const narrow = [length, length, headWidth] as const;
    for (let index = 0; index < rows * heads; index++) {
      const head = (index % heads) * headWidth;
      const first = Math.floor(index / heads) * length;
      const query = qkv + first * step + head;
      const dQuery = dQkv + first * step + head;
      const y = mixed + first * width + head;
      const dy = dMixed + first * width + head;
      js.transpose(query + width, step, length, headWidth, transposed);
      js.gemm(query, step, 1, transposed, length, scores, length, ...wide, 0, LOWER_OUTPUT);
      js.causalSoftmax(scores, length, scale);
      js.gemm(scores, length, 1, query + 2 * width, step, y, width, ...narrow, 0, 0);
      js.gemm(scores, 1, length, dy, width, dQuery + 2 * width, step, ...narrow, 0, 0);
      js.transpose(query + 2 * width, step, length, headWidth, transposed);
      js.gemm(dy, width, 1, transposed, length, dScores, length, ...wide, 0, LOWER_OUTPUT);
      js.causalSoftmaxGradient(scores, dScores, length, scale);
      js.gemm(dScores, length, 1, query + width, step, dQuery, step, ...narrow, 0, 0);
      js.gemm(dScores, 1, length, query, step, dQuery + width, step, ...narrow, 0, 0);
    }
    js.rotate(dQkv, positions, table, m, width, headWidth, -1);
  };
};
