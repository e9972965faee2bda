/** The kernels in WGSL around the blocks: embedding and its gradient, the gradient's norm, the report, and AdamW. */

import type { Kernel, LinearKernel } from './kernel.ts';
import { REDUCING_THREADS, reduceOver, rowKernel } from './reduce.ts';
import {
  CLIP_NORM,
  CORRECTION_1,
  CORRECTION_2,
  LEARNING_RATE,
  REPORT_SLOT,
  WEIGHT_DECAY,
} from './step-numbers.ts';

/** Reports of so many steps in turn stay in the heap, so that one read fetches several. */
export const REPORT_SLOTS = 64;
/** What a report holds. */
export const REPORT_FLOATS = 4;
export const REPORT_NATS = 0;
export const REPORT_NORM = 1;
const REPORT_GRADIENT_SCALE = 2;

/** Parameters that one workgroup of GATHER_GRADIENTS takes. */
const GATHERED_PER_GROUP = 1024;
/** Threads of ADAM_W, one for each parameter. */
const UPDATING_THREADS = 256;
/** Threads that share a row of an embedding table. */
const EMBEDDING_LANES = 16;

/** y[r, :] = tokenTable[tokens[r], :] + previousTable[previous[r], :]; `tokens` and `previous` count words of the batch. */
export const EMBED = {
  name: 'embed',
  args: {
    tokens: 'u32',
    previous: 'u32',
    tokenTable: 'u32',
    previousTable: 'u32',
    y: 'u32',
    rows: 'u32',
    width: 'u32',
  },
  ...rowKernel(
    EMBEDDING_LANES,
    /* wgsl */ `
  if (!exists) {
    return;
  }
  let token = args.tokenTable + batch[args.tokens + row] * args.width;
  let previous = args.previousTable + batch[args.previous + row] * args.width;
  for (var i = lane; i < args.width; i += LANES) {
    heap[args.y + row * args.width + i] = heap[token + i] + heap[previous + i];
  }`,
  ),
} as const satisfies LinearKernel;

/** Adds table[tokens[r], :] to the values, the last third of qkv[r, 3 * width]; `tokens` counts words of the batch. */
export const ADD_VALUES = {
  name: 'addValues',
  args: { tokens: 'u32', table: 'u32', qkv: 'u32', rows: 'u32', width: 'u32' },
  ...rowKernel(
    EMBEDDING_LANES,
    /* wgsl */ `
  if (!exists) {
    return;
  }
  let values = args.qkv + (3u * row + 2u) * args.width;
  let own = args.table + batch[args.tokens + row] * args.width;
  for (var i = lane; i < args.width; i += LANES) {
    heap[values + i] += heap[own + i];
  }`,
  ),
} as const satisfies LinearKernel;

/**
 * Sets the gradient of embedding tables, or adds to it when `accumulate` is 1, from the `width` floats of each position at dy +
 * position * step: a workgroup sums what flows to one table row, over the positions that read it. 16 threads take 4 columns each, of every fourth position;
 * `width` is a multiple of 4. `order` and `starts` count words of the batch.
 */
export const EMBED_GRADIENT = {
  name: 'embedGradient',
  itemsPerGroup: 1,
  args: {
    order: 'u32',
    starts: 'u32',
    dy: 'u32',
    step: 'u32',
    gradient: 'u32',
    rows: 'u32',
    width: 'u32',
    accumulate: 'u32',
  },
  code: /* wgsl */ `
var<workgroup> parts: array<vec4<f32>, 64>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let row = linearGroup(group);
  if (row >= args.rows) {
    return;
  }
  let start = batch[args.starts + row];
  let end = batch[args.starts + row + 1u];
  for (var first = 0u; first < args.width; first += 64u) {
    let column = first + 4u * (thread % 16u);
    let exists = column < args.width;
    var part = vec4<f32>();
    for (var at = start + thread / 16u; at < select(0u, end, exists); at += 4u) {
      let dy = args.dy + batch[args.order + at] * args.step + column;
      part += vec4<f32>(heap[dy], heap[dy + 1u], heap[dy + 2u], heap[dy + 3u]);
    }
    parts[thread] = part;
    workgroupBarrier();
    if (thread < 16u && exists) {
      var sum = parts[thread] + parts[thread + 16u] + parts[thread + 32u] + parts[thread + 48u];
      let gradient = args.gradient + row * args.width + column;
      if (args.accumulate == 1u) {
        sum += vec4<f32>(heap[gradient], heap[gradient + 1u], heap[gradient + 2u], heap[gradient + 3u]);
      }
      heap[gradient] = sum.x;
      heap[gradient + 1u] = sum.y;
      heap[gradient + 2u] = sum.z;
      heap[gradient + 3u] = sum.w;
    }
    workgroupBarrier();
  }
}
`,
} as const satisfies LinearKernel;

/**
 * Adds up the slices of the gradient from parameter `firstSliced` on, and leaves the sum of squares of the workgroup's
 * parameters at squares[workgroup].
 */
export const GATHER_GRADIENTS = {
  name: 'gatherGradients',
  itemsPerGroup: GATHERED_PER_GROUP,
  args: {
    gradients: 'u32',
    slices: 'u32',
    sliceCount: 'u32',
    sliceStep: 'u32',
    firstSliced: 'u32',
    count: 'u32',
    squares: 'u32',
  },
  code: /* wgsl */ `${reduceOver(REDUCING_THREADS)}
@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let first = linearGroup(group) * ${GATHERED_PER_GROUP}u;
  if (first >= args.count) {
    return;
  }
  let end = min(args.count, first + ${GATHERED_PER_GROUP}u);
  var squares = 0.0;
  for (var i = first + lane; i < end; i += LANES) {
    var sum = 0.0;
    if (i < args.firstSliced) {
      sum = heap[args.gradients + i];
    } else {
      for (var slice = 0u; slice < args.sliceCount; slice++) {
        sum += heap[args.slices + slice * args.sliceStep + i];
      }
      heap[args.gradients + i] = sum;
    }
    squares += sum * sum;
  }
  let total = sumOfLanes(vec2<f32>(squares, 0.0), lane).x;
  if (lane == 0u) {
    heap[args.squares + linearGroup(group)] = total;
  }
}
`,
} as const satisfies LinearKernel;

/** One workgroup: the batch's report = (sum of losses, gradient norm, factor that clips the gradient). */
export const SUMMARIZE = {
  name: 'summarize',
  args: { losses: 'u32', lossCount: 'u32', squares: 'u32', squareCount: 'u32', reports: 'u32' },
  code: /* wgsl */ `${reduceOver(REDUCING_THREADS)}
@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) lane: u32) {
  var part = vec2<f32>();
  for (var i = lane; i < args.lossCount; i += LANES) {
    part.x += heap[args.losses + i];
  }
  for (var i = lane; i < args.squareCount; i += LANES) {
    part.y += heap[args.squares + i];
  }
  let sums = sumOfLanes(part, lane);
  if (lane == 0u) {
    let norm = sqrt(sums.y);
    let clip = bitcast<f32>(batch[${CLIP_NORM}u]);
    var scale = 1.0;
    if (clip > 0.0 && norm > clip) {
      scale = clip / norm;
    }
    let report = args.reports + ${REPORT_FLOATS}u * batch[${REPORT_SLOT}u];
    heap[report + ${REPORT_NATS}u] = sums.x;
    heap[report + ${REPORT_NORM}u] = norm;
    heap[report + ${REPORT_GRADIENT_SCALE}u] = scale;
  }
}
`,
} as const satisfies Kernel;

/** AdamW (Loshchilov and Hutter, 2019), betas 0.9 and 0.99, epsilon 1e-8. */
export const ADAM_W = {
  name: 'adamW',
  itemsPerGroup: UPDATING_THREADS,
  args: {
    weights: 'u32',
    gradients: 'u32',
    firstMoment: 'u32',
    secondMoment: 'u32',
    count: 'u32',
    reports: 'u32',
  },
  code: /* wgsl */ `
@compute @workgroup_size(${UPDATING_THREADS})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let i = linearGroup(group) * ${UPDATING_THREADS}u + lane;
  if (i >= args.count) {
    return;
  }
  let report = args.reports + ${REPORT_FLOATS}u * batch[${REPORT_SLOT}u];
  let gradient = heap[args.gradients + i] * heap[report + ${REPORT_GRADIENT_SCALE}u];
  let mean = 0.9 * heap[args.firstMoment + i] + 0.1 * gradient;
  let square = 0.99 * heap[args.secondMoment + i] + 0.01 * gradient * gradient;
  heap[args.firstMoment + i] = mean;
  heap[args.secondMoment + i] = square;
  let corrected = sqrt(square * bitcast<f32>(batch[${CORRECTION_2}u])) + 1e-8;
  let change = mean * bitcast<f32>(batch[${CORRECTION_1}u]) / corrected;
  let decay = bitcast<f32>(batch[${WEIGHT_DECAY}u]) * heap[args.weights + i];
  heap[args.weights + i] -= bitcast<f32>(batch[${LEARNING_RATE}u]) * (change + decay);
}
`,
} as const satisfies LinearKernel;
