/** The kernels in WGSL that work row by row: layer norm, causal softmax, cross-entropy, and their gradients. */

import { INVERSE_WEIGHT } from './batch-words.ts';
import type { Kernel, LinearKernel } from './kernel.ts';
import { rowKernel } from './reduce.ts';

/** Threads that share a row of the model's width or of the context's length, and one of the vocabulary's size. */
const NARROW_LANES = 8;
const WIDE_LANES = 16;

/** Lower than any logit that is a number. */
const LOWEST = '-3.0e38';

/** y[rows, width]: each row normalized (epsilon 1e-5), then gain and bias; statistics[r] = (mean, 1 / deviation). */
export const LAYER_NORM = {
  name: 'layerNorm',
  args: { x: 'u32', gain: 'u32', bias: 'u32', y: 'u32', statistics: 'u32', rows: 'u32', width: 'u32' },
  ...rowKernel(
    NARROW_LANES,
    /* wgsl */ `
  let width = select(0u, args.width, exists);
  let x = args.x + row * args.width;
  let y = args.y + row * args.width;
  var part = 0.0;
  for (var i = lane; i < width; i += LANES) {
    part += heap[x + i];
  }
  let mean = sumOfLanes(vec2<f32>(part, 0.0), thread).x / f32(args.width);
  part = 0.0;
  for (var i = lane; i < width; i += LANES) {
    let centered = heap[x + i] - mean;
    part += centered * centered;
  }
  let variance = sumOfLanes(vec2<f32>(part, 0.0), thread).x / f32(args.width);
  let scale = 1.0 / sqrt(variance + 1e-5);
  for (var i = lane; i < width; i += LANES) {
    heap[y + i] = (heap[x + i] - mean) * scale * heap[args.gain + i] + heap[args.bias + i];
  }
  if (exists && lane == 0u) {
    heap[args.statistics + 2u * row] = mean;
    heap[args.statistics + 2u * row + 1u] = scale;
  }`,
  ),
} as const satisfies LinearKernel;

/** Sets dx, or adds to it when `accumulate` is 1. */
export const LAYER_NORM_GRADIENT = {
  name: 'layerNormGradient',
  args: {
    dy: 'u32',
    x: 'u32',
    gain: 'u32',
    statistics: 'u32',
    dx: 'u32',
    rows: 'u32',
    width: 'u32',
    accumulate: 'u32',
  },
  ...rowKernel(
    NARROW_LANES,
    /* wgsl */ `
  let width = select(0u, args.width, exists);
  let x = args.x + row * args.width;
  let dy = args.dy + row * args.width;
  let dx = args.dx + row * args.width;
  let mean = heap[args.statistics + 2u * row];
  let scale = heap[args.statistics + 2u * row + 1u];
  var part = vec2<f32>();
  for (var i = lane; i < width; i += LANES) {
    let incoming = heap[dy + i] * heap[args.gain + i];
    part += vec2<f32>(incoming, incoming * (heap[x + i] - mean) * scale);
  }
  let means = sumOfLanes(part, thread) / f32(args.width);
  for (var i = lane; i < width; i += LANES) {
    let normalized = (heap[x + i] - mean) * scale;
    var change = scale * (heap[dy + i] * heap[args.gain + i] - means.x - normalized * means.y);
    if (args.accumulate == 1u) {
      change += heap[dx + i];
    }
    heap[dx + i] = change;
  }`,
  ),
} as const satisfies LinearKernel;

/** Columns of GAIN_GRADIENT's workgroups. */
export const GAIN_COLUMNS = 16;

/**
 * Gradients of gain and, right behind it, bias, in slices of the rows as in WEIGHT_GRADIENT. A workgroup takes 16 columns
 * of one slice; four threads share a column.
 */
export const GAIN_GRADIENT = {
  name: 'gainGradient',
  args: {
    dy: 'u32',
    x: 'u32',
    statistics: 'u32',
    gradient: 'u32',
    rows: 'u32',
    width: 'u32',
    rowsPerSlice: 'u32',
    sliceStep: 'u32',
  },
  code: /* wgsl */ `
var<workgroup> parts: array<vec2<f32>, 64>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let column = group.x * ${GAIN_COLUMNS}u + thread % ${GAIN_COLUMNS}u;
  let exists = column < args.width;
  let end = select(0u, min(args.rows, (group.z + 1u) * args.rowsPerSlice), exists);
  var part = vec2<f32>();
  for (var row = group.z * args.rowsPerSlice + thread / ${GAIN_COLUMNS}u; row < end; row += 4u) {
    let at = row * args.width + column;
    let mean = heap[args.statistics + 2u * row];
    let scale = heap[args.statistics + 2u * row + 1u];
    let incoming = heap[args.dy + at];
    part += incoming * vec2<f32>((heap[args.x + at] - mean) * scale, 1.0);
  }
  parts[thread] = part;
  workgroupBarrier();
  if (thread < ${GAIN_COLUMNS}u && exists) {
    let sums = parts[thread] + parts[thread + 16u] + parts[thread + 32u] + parts[thread + 48u];
    let slice = args.gradient + group.z * args.sliceStep;
    heap[slice + column] = sums.x;
    heap[slice + args.width + column] = sums.y;
  }
}
`,
} as const satisfies Kernel;

/** scores[rows, length], where a row stands for query row % length: softmax(scale * what it sees), and zeros behind. */
export const CAUSAL_SOFTMAX = {
  name: 'causalSoftmax',
  args: { scores: 'u32', rows: 'u32', length: 'u32', scale: 'f32' },
  ...rowKernel(
    NARROW_LANES,
    /* wgsl */ `
  let scores = args.scores + row * args.length;
  let length = select(0u, args.length, exists);
  let seen = select(0u, row % args.length + 1u, exists);
  var part = ${LOWEST};
  for (var j = lane; j < seen; j += LANES) {
    part = max(part, heap[scores + j] * args.scale);
  }
  let highest = maximumOfLanes(part, thread);
  part = 0.0;
  for (var j = lane; j < seen; j += LANES) {
    part += exp(heap[scores + j] * args.scale - highest);
  }
  let sum = sumOfLanes(vec2<f32>(part, 0.0), thread).x;
  for (var j = lane; j < length; j += LANES) {
    heap[scores + j] = select(0.0, exp(heap[scores + j] * args.scale - highest) / sum, j < seen);
  }`,
  ),
} as const satisfies LinearKernel;

/** Turns the gradient of the probabilities into the gradient of the raw scores, in place. */
export const CAUSAL_SOFTMAX_GRADIENT = {
  name: 'causalSoftmaxGradient',
  args: { probabilities: 'u32', gradient: 'u32', rows: 'u32', length: 'u32', scale: 'f32' },
  ...rowKernel(
    NARROW_LANES,
    /* wgsl */ `
  let probabilities = args.probabilities + row * args.length;
  let gradient = args.gradient + row * args.length;
  let length = select(0u, args.length, exists);
  let seen = select(0u, row % args.length + 1u, exists);
  var part = 0.0;
  for (var j = lane; j < seen; j += LANES) {
    part += heap[probabilities + j] * heap[gradient + j];
  }
  let dot = sumOfLanes(vec2<f32>(part, 0.0), thread).x;
  for (var j = lane; j < length; j += LANES) {
    let value = heap[probabilities + j] * (heap[gradient + j] - dot) * args.scale;
    heap[gradient + j] = select(0.0, value, j < seen);
  }`,
  ),
} as const satisfies LinearKernel;

/**
 * losses[r] = weights[r] * cross-entropy of logits[r, vocabSize], in nats; the logits become the gradient of the weighted
 * mean. `targets` and `weights` count words of the batch.
 */
export const CROSS_ENTROPY = {
  name: 'crossEntropy',
  args: { logits: 'u32', targets: 'u32', weights: 'u32', losses: 'u32', rows: 'u32', vocabSize: 'u32' },
  ...rowKernel(
    WIDE_LANES,
    /* wgsl */ `
  let vocabSize = select(0u, args.vocabSize, exists);
  let logits = args.logits + row * args.vocabSize;
  let weight = bitcast<f32>(batch[args.weights + row]);
  let wanted = batch[args.targets + row];
  var part = ${LOWEST};
  for (var i = lane; i < vocabSize; i += LANES) {
    part = max(part, heap[logits + i]);
  }
  let highest = maximumOfLanes(part, thread);
  part = 0.0;
  for (var i = lane; i < vocabSize; i += LANES) {
    part += exp(heap[logits + i] - highest);
  }
  let sum = sumOfLanes(vec2<f32>(part, 0.0), thread).x;
  if (exists && lane == 0u) {
    let loss = weight * (log(sum) + highest - heap[logits + wanted]);
    heap[args.losses + row] = select(0.0, loss, weight != 0.0);
  }
  storageBarrier();
  let share = weight * bitcast<f32>(batch[${INVERSE_WEIGHT}u]);
  for (var i = lane; i < vocabSize; i += LANES) {
    let slope = exp(heap[logits + i] - highest) / sum - select(0.0, 1.0, i == wanted);
    heap[logits + i] = select(0.0, share * slope, weight != 0.0);
  }`,
  ),
} as const satisfies LinearKernel;
