/** Matrix products in WGSL: tiles of 32 x 32 in workgroup memory, 4 x 4 results in the registers of each of 64 threads. */

import { LOWER_LEFT, LOWER_OUTPUT, UPPER_LEFT } from '../kernels.ts';
import type { Kernel } from './kernel.ts';

/** Side of the square of results that one workgroup computes. */
export const TILE = 32;

/** What happens to a sum before it is stored; bits of `epilogue`, applied in this order. */
export const ADD_BIAS = 1;
export const ADD_RESIDUAL = 2;
export const RELU = 4;
/** Zero where the value at `mask` is not positive. */
export const MASK = 8;

/**
 * Both tiles are stored by depth, four neighboring rows of A or columns of B to a vector; the pitch of 9 vectors instead
 * of 8 spreads them over the memory banks.
 */
const TILES = /* wgsl */ `
const TILE = ${TILE}u;
const QUADS = ${TILE / 4}u;
const DEPTH = 16u;
const PITCH = ${TILE / 4 + 1}u;
const THREADS = 64u;
var<workgroup> left: array<vec4<f32>, ${16 * (TILE / 4 + 1)}>;
var<workgroup> right: array<vec4<f32>, ${16 * (TILE / 4 + 1)}>;

/** Adds the product of both tiles to this thread's 4 x 4 results. */
fn multiplyTiles(sums: ptr<function, array<vec4<f32>, 4>>, local: vec3<u32>) {
  for (var k = 0u; k < DEPTH; k++) {
    let down = left[k * PITCH + local.y];
    let across = right[k * PITCH + local.x];
    (*sums)[0] += down.x * across;
    (*sums)[1] += down.y * across;
    (*sums)[2] += down.z * across;
    (*sums)[3] += down.w * across;
  }
}

/** Floats at, at + step, ... of which the first \`count\` exist; zeros for the others. */
fn readQuad(at: u32, step: u32, count: u32) -> vec4<f32> {
  var quad = vec4<f32>();
  if (count > 0u) {
    quad.x = heap[at];
  }
  if (count > 1u) {
    quad.y = heap[at + step];
  }
  if (count > 2u) {
    quad.z = heap[at + 2u * step];
  }
  if (count > 3u) {
    quad.w = heap[at + 3u * step];
  }
  return quad;
}

/** How many of the four from \`first\` on lie below \`end\`, or more. */
fn remaining(first: u32, end: u32) -> u32 {
  return select(0u, end - first, first < end);
}
`;

/**
 * C[m, n] = A[m, k] B[k, n], then the epilogue; `shape` is one of the kernels of the processor (see kernels.ts), where
 * LOWER_OUTPUT leaves out whole tiles only. Any steps between rows and columns, so that nothing is ever transposed;
 * workgroup z computes the product of batch row z / heads and head z % heads. Bias is [n]; residual and mask lie like C.
 */
export const MATMUL = {
  name: 'matmul',
  args: {
    a: 'u32',
    aRow: 'u32',
    aColumn: 'u32',
    aBatch: 'u32',
    aHead: 'u32',
    b: 'u32',
    bRow: 'u32',
    bColumn: 'u32',
    bBatch: 'u32',
    bHead: 'u32',
    c: 'u32',
    cRow: 'u32',
    cBatch: 'u32',
    cHead: 'u32',
    m: 'u32',
    k: 'u32',
    n: 'u32',
    heads: 'u32',
    shape: 'u32',
    epilogue: 'u32',
    bias: 'u32',
    residual: 'u32',
    mask: 'u32',
  },
  code: /* wgsl */ `${TILES}
@compute @workgroup_size(8, 8)
fn main(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_id) local: vec3<u32>,
  @builtin(local_invocation_index) thread: u32,
) {
  let firstRow = group.y * TILE;
  let firstColumn = group.x * TILE;
  if (args.shape == ${LOWER_OUTPUT}u && firstColumn >= firstRow + TILE) {
    return;
  }
  let row = group.z / args.heads;
  let head = group.z % args.heads;
  let a = args.a + row * args.aBatch + head * args.aHead;
  let b = args.b + row * args.bBatch + head * args.bHead;
  let c = args.c + row * args.cBatch + head * args.cHead;
  var start = 0u;
  var end = args.k;
  if (args.shape == ${LOWER_LEFT}u) {
    end = min(end, firstRow + TILE);
  }
  if (args.shape == ${UPPER_LEFT}u) {
    start = firstRow;
  }
  let aAlongDepth = args.aColumn == 1u;
  let bAlongDepth = args.bRow == 1u;

  var sums: array<vec4<f32>, 4>;
  for (var depth = start; depth < end; depth += DEPTH) {
    for (var at = thread; at < QUADS * DEPTH; at += THREADS) {
      // Neighboring threads read neighboring floats, whichever way the matrix lies.
      let aQuad = select(at % QUADS, at / DEPTH, aAlongDepth);
      let ak = select(at / QUADS, at % DEPTH, aAlongDepth);
      let i = firstRow + 4u * aQuad;
      let aCount = select(0u, remaining(i, args.m), depth + ak < end);
      left[ak * PITCH + aQuad] = readQuad(a + i * args.aRow + (depth + ak) * args.aColumn, args.aRow, aCount);

      let bQuad = select(at % QUADS, at / DEPTH, bAlongDepth);
      let bk = select(at / QUADS, at % DEPTH, bAlongDepth);
      let j = firstColumn + 4u * bQuad;
      let bCount = select(0u, remaining(j, args.n), depth + bk < end);
      right[bk * PITCH + bQuad] = readQuad(b + (depth + bk) * args.bRow + j * args.bColumn, args.bColumn, bCount);
    }
    workgroupBarrier();
    multiplyTiles(&sums, local);
    workgroupBarrier();
  }

  let i = firstRow + 4u * local.y;
  let j = firstColumn + 4u * local.x;
  storeRow(c, i, j, sums[0]);
  storeRow(c, i + 1u, j, sums[1]);
  storeRow(c, i + 2u, j, sums[2]);
  storeRow(c, i + 3u, j, sums[3]);
}

fn storeRow(c: u32, i: u32, j: u32, sums: vec4<f32>) {
  if (i < args.m) {
    store(c, i, j, sums.x);
    store(c, i, j + 1u, sums.y);
    store(c, i, j + 2u, sums.z);
    store(c, i, j + 3u, sums.w);
  }
}

fn store(c: u32, i: u32, j: u32, sum: f32) {
  if (j >= args.n) {
    return;
  }
  let offset = i * args.cRow + j;
  var value = sum;
  if ((args.epilogue & ${ADD_BIAS}u) != 0u) {
    value += heap[args.bias + j];
  }
  if ((args.epilogue & ${ADD_RESIDUAL}u) != 0u) {
    value += heap[args.residual + offset];
  }
  if ((args.epilogue & ${RELU}u) != 0u) {
    value = max(value, 0.0);
  }
  if ((args.epilogue & ${MASK}u) != 0u) {
    value = select(0.0, value, heap[args.mask + offset] > 0.0);
  }
  heap[c + offset] = value;
}
`,
} as const satisfies Kernel;

/**
 * dW[inputs, outputs] = X^T dY and, right behind it, the bias's gradient: the column sums of dY. So many rows and so few
 * results would keep few workgroups busy; workgroup z therefore sums its own slice of the rows into its own copy of the
 * gradients, `sliceStep` floats behind the one before.
 */
export const WEIGHT_GRADIENT = {
  name: 'weightGradient',
  args: {
    x: 'u32',
    dy: 'u32',
    gradient: 'u32',
    rows: 'u32',
    inputs: 'u32',
    outputs: 'u32',
    rowsPerSlice: 'u32',
    sliceStep: 'u32',
    hasBias: 'u32',
  },
  code: /* wgsl */ `${TILES}
@compute @workgroup_size(8, 8)
fn main(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(local_invocation_id) local: vec3<u32>,
  @builtin(local_invocation_index) thread: u32,
) {
  let firstInput = group.y * TILE;
  let firstOutput = group.x * TILE;
  let start = group.z * args.rowsPerSlice;
  let end = min(args.rows, start + args.rowsPerSlice);
  let sumsColumns = args.hasBias == 1u && group.y == 0u && local.y == 0u;
  var sums: array<vec4<f32>, 4>;
  var columns = vec4<f32>();
  for (var depth = start; depth < end; depth += DEPTH) {
    for (var at = thread; at < QUADS * DEPTH; at += THREADS) {
      let quad = at % QUADS;
      let k = at / QUADS;
      let row = depth + k;
      let i = firstInput + 4u * quad;
      let inputs = select(0u, remaining(i, args.inputs), row < end);
      left[k * PITCH + quad] = readQuad(args.x + row * args.inputs + i, 1u, inputs);
      let j = firstOutput + 4u * quad;
      let outputs = select(0u, remaining(j, args.outputs), row < end);
      right[k * PITCH + quad] = readQuad(args.dy + row * args.outputs + j, 1u, outputs);
    }
    workgroupBarrier();
    multiplyTiles(&sums, local);
    if (sumsColumns) {
      for (var k = 0u; k < DEPTH; k++) {
        columns += right[k * PITCH + local.x];
      }
    }
    workgroupBarrier();
  }

  let slice = args.gradient + group.z * args.sliceStep;
  let i = firstInput + 4u * local.y;
  let j = firstOutput + 4u * local.x;
  storeRow(slice, i, j, args.inputs, sums[0]);
  storeRow(slice, i + 1u, j, args.inputs, sums[1]);
  storeRow(slice, i + 2u, j, args.inputs, sums[2]);
  storeRow(slice, i + 3u, j, args.inputs, sums[3]);
  if (sumsColumns) {
    storeRow(slice, args.inputs, j, args.inputs + 1u, columns);
  }
}

/** Row i of the slice, unless it lies behind the last one. */
fn storeRow(slice: u32, i: u32, j: u32, rows: u32, values: vec4<f32>) {
  if (i >= rows) {
    return;
  }
  let at = slice + i * args.outputs + j;
  let count = remaining(j, args.outputs);
  if (count > 0u) {
    heap[at] = values.x;
  }
  if (count > 1u) {
    heap[at + 1u] = values.y;
  }
  if (count > 2u) {
    heap[at + 2u] = values.z;
  }
  if (count > 3u) {
    heap[at + 3u] = values.w;
  }
}
`,
} as const satisfies Kernel;
