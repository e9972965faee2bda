/** The kernels in WGSL that work row by row: layer norm and its gradients, and cross-entropy with its own. */

import type { GradientSlices } from './gradient-slices.ts';
import { dispatch, foldGroups, type Dispatch, type Kernel, type LinearKernel } from './kernel.ts';
import { REDUCING_THREADS, reduceOver, rowKernel } from './reduce.ts';
import { INVERSE_WEIGHT } from './step-numbers.ts';

/** Threads that share a row of the model's width, and one of the vocabulary's size. */
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

/** Columns whose gains one workgroup of LAYER_NORM_GRADIENT sums; four threads share a column. */
const GAIN_COLUMNS = 16;

/**
 * All gradients of a layer norm at once, since they need the same dy[rows, width] and nothing of each other.
 *
 * The first `rowGroups` workgroups set dx, or add to it when `accumulate` is 1. The others set the gradients of gain and,
 * right behind it, bias, in slices of the rows as the gradients of weights: each takes 16 columns of one slice.
 */
const LAYER_NORM_GRADIENT = {
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
    rowGroups: 'u32',
    groups: 'u32',
    gradient: 'u32',
    rowsPerSlice: 'u32',
    sliceStep: 'u32',
  },
  code: /* wgsl */ `${reduceOver(NARROW_LANES)}
@compute @workgroup_size(${REDUCING_THREADS})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let index = linearGroup(group);
  if (index < args.rowGroups) {
    inputGradient(index * ${REDUCING_THREADS / NARROW_LANES}u + thread / LANES, thread);
  } else if (index < args.groups) {
    gainGradient(index - args.rowGroups, thread);
  }
}

fn inputGradient(row: u32, thread: u32) {
  let lane = thread % LANES;
  let width = select(0u, args.width, row < args.rows);
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
  }
}

fn gainGradient(index: u32, thread: u32) {
  let columnGroups = (args.width + ${GAIN_COLUMNS - 1}u) / ${GAIN_COLUMNS}u;
  let slice = index / columnGroups;
  let column = index % columnGroups * ${GAIN_COLUMNS}u + thread % ${GAIN_COLUMNS}u;
  let exists = column < args.width;
  let end = select(0u, min(args.rows, (slice + 1u) * args.rowsPerSlice), exists);
  var part = vec2<f32>();
  for (var row = slice * args.rowsPerSlice + thread / ${GAIN_COLUMNS}u; row < end; row += 4u) {
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
    let gradient = args.gradient + slice * args.sliceStep;
    heap[gradient + column] = sums.x;
    heap[gradient + args.width + column] = sums.y;
  }
}
`,
} as const satisfies Kernel;

/** Where a layer norm's gradient reads and writes; see LAYER_NORM_GRADIENT. */
export interface NormFlow {
  dy: number;
  x: number;
  gain: number;
  statistics: number;
  dx: number;
  rows: number;
  width: number;
  accumulate: 0 | 1;
}

/** `weights` is where parameter 0 lies. */
export function layerNormGradient(
  flow: NormFlow,
  { base, step, count, rowsPerSlice }: GradientSlices,
  weights: number,
): Dispatch {
  const rowGroups = Math.ceil((flow.rows * NARROW_LANES) / REDUCING_THREADS);
  const groups = rowGroups + Math.ceil(flow.width / GAIN_COLUMNS) * count;
  const gradient = base + flow.gain - weights;
  return dispatch(
    LAYER_NORM_GRADIENT,
    { ...flow, rowGroups, groups, gradient, rowsPerSlice, sliceStep: step },
    foldGroups(groups),
  );
}

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
