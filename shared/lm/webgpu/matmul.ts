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

/** Both tiles are stored by depth; the pitch of 33 spreads the columns of a tile over the memory banks. */
const TILES = /* wgsl */ `
const TILE = ${TILE}u;
const DEPTH = 16u;
const PITCH = ${TILE + 1}u;
var<workgroup> left: array<f32, ${16 * (TILE + 1)}>;
var<workgroup> right: array<f32, ${16 * (TILE + 1)}>;

/** Adds the product of both tiles to this thread's 4 x 4 results. */
fn multiplyTiles(sums: ptr<function, array<vec4<f32>, 4>>, local: vec3<u32>) {
  for (var k = 0u; k < DEPTH; k++) {
    let a = k * PITCH + 4u * local.y;
    let b = k * PITCH + 4u * local.x;
    let across = vec4<f32>(right[b], right[b + 1u], right[b + 2u], right[b + 3u]);
    (*sums)[0] += left[a] * across;
    (*sums)[1] += left[a + 1u] * across;
    (*sums)[2] += left[a + 2u] * across;
    (*sums)[3] += left[a + 3u] * across;
  }
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
    for (var at = thread; at < TILE * DEPTH; at += 64u) {
      // Neighboring threads read neighboring floats, whichever way the matrix lies.
      let ai = select(at % TILE, at / DEPTH, aAlongDepth);
      let ak = select(at / TILE, at % DEPTH, aAlongDepth);
      let i = firstRow + ai;
      let p = depth + ak;
      var value = 0.0;
      if (i < args.m && p < end) {
        value = heap[a + i * args.aRow + p * args.aColumn];
      }
      left[ak * PITCH + ai] = value;

      let bj = select(at % TILE, at / DEPTH, bAlongDepth);
      let bk = select(at / TILE, at % DEPTH, bAlongDepth);
      let j = firstColumn + bj;
      let q = depth + bk;
      value = 0.0;
      if (j < args.n && q < end) {
        value = heap[b + q * args.bRow + j * args.bColumn];
      }
      right[bk * PITCH + bj] = value;
    }
    workgroupBarrier();
    multiplyTiles(&sums, local);
    workgroupBarrier();
  }

  for (var y = 0u; y < 4u; y++) {
    let i = firstRow + 4u * local.y + y;
    for (var x = 0u; x < 4u; x++) {
      let j = firstColumn + 4u * local.x + x;
      if (i >= args.m || j >= args.n) {
        continue;
      }
      let offset = i * args.cRow + j;
      var value = sums[y][x];
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
  }
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
    for (var at = thread; at < TILE * DEPTH; at += 64u) {
      let lane = at % TILE;
      let row = depth + at / TILE;
      let inside = row < end;
      var value = 0.0;
      if (inside && firstInput + lane < args.inputs) {
        value = heap[args.x + row * args.inputs + firstInput + lane];
      }
      left[(at / TILE) * PITCH + lane] = value;
      value = 0.0;
      if (inside && firstOutput + lane < args.outputs) {
        value = heap[args.dy + row * args.outputs + firstOutput + lane];
      }
      right[(at / TILE) * PITCH + lane] = value;
    }
    workgroupBarrier();
    multiplyTiles(&sums, local);
    if (sumsColumns) {
      for (var k = 0u; k < DEPTH; k++) {
        let b = k * PITCH + 4u * local.x;
        columns += vec4<f32>(right[b], right[b + 1u], right[b + 2u], right[b + 3u]);
      }
    }
    workgroupBarrier();
  }

  let slice = args.gradient + group.z * args.sliceStep;
  for (var x = 0u; x < 4u; x++) {
    let j = firstOutput + 4u * local.x + x;
    if (j >= args.outputs) {
      break;
    }
    for (var y = 0u; y < 4u; y++) {
      let i = firstInput + 4u * local.y + y;
      if (i < args.inputs) {
        heap[slice + i * args.outputs + j] = sums[y][x];
      }
    }
    if (sumsColumns) {
      heap[slice + args.inputs * args.outputs + j] = columns[x];
    }
  }
}
`,
} as const satisfies Kernel;
