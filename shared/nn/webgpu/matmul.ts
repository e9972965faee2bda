/** Matrix products in WGSL: tiles in workgroup memory, a block of results in the registers of each thread. */

import type { Kernel } from './kernel.ts';
import { ROTATED } from './rotation.ts';

/** How one workgroup computes a square of results. */
export interface Tile {
  /** Side of the square. */
  side: number;
  /** Each thread computes this many rows of 4 neighboring results. */
  rowsPerThread: number;
}

/** Enough workgroups for small products: 64 threads with 4 x 4 results each. */
const SMALL_TILE: Tile = { side: 32, rowsPerThread: 4 };
/** Reads each operand half as often: 128 threads with 8 x 4 results each. */
const LARGE_TILE: Tile = { side: 64, rowsPerThread: 8 };

/** What happens to a sum before it is stored; bits of `epilogue`, applied in this order. */
export const ADD_BIAS = 1;
export const ADD_RESIDUAL = 2;
export const SQUARED_RELU = 4;

/** Depth of a tile, in numbers. */
const DEPTH = 16;

function threadsOf({ side, rowsPerThread }: Tile): number {
  return (side / 4) * (side / rowsPerThread);
}

/**
 * Both operands' tiles hold vectors as they lie in the heap, so that nothing is ever transposed. Tiles along the depth
 * have a pitch of one vector more, and their rows are dealt out so that neighboring threads read neighboring ones:
 * both keep the memory banks apart.
 */
function declarations(tile: Tile): string {
  const { side, rowsPerThread } = tile;
  return /* wgsl */ `
const TILE = ${side}u;
const QUADS = ${side / 4}u;
const ROWS = ${rowsPerThread}u;
const ROW_THREADS = ${side / rowsPerThread}u;
const THREADS = ${threadsOf(tile)}u;
const DEPTH = ${DEPTH}u;
const DEPTH_QUADS = ${DEPTH / 4}u;
const PITCH = ${DEPTH / 4 + 1}u;
var<workgroup> left: array<vec4<f32>, ${side * (DEPTH / 4 + 1)}>;
var<workgroup> right: array<vec4<f32>, ${side * (DEPTH / 4 + 1)}>;
var<private> sums: array<vec4<f32>, ${rowsPerThread}>;
`;
}

/** Loads rows `first` ... of a matrix [rows, depthCount], whose rows lie along the depth. */
function loadAlong(target: string, matrix: string, first: string, rows: string, perThread: number): string {
  return /* wgsl */ `
    for (var at = thread; at < TILE * DEPTH_QUADS; at += THREADS) {
      let row = at / DEPTH_QUADS;
      let quad = at % DEPTH_QUADS;
      let k = depth + 4u * quad;
      var values = vec4<f32>();
      if (${first} + row < ${rows} && k < depthCount) {
        values = heap[(${matrix} + (${first} + row) * depthCount + k) / 4u];
      }
      ${target}[((row % ${perThread}u) * (TILE / ${perThread}u) + row / ${perThread}u) * PITCH + quad] = values;
    }`;
}

/** Loads columns `first` ... of a matrix [depth, columns], whose rows lie across the depth. */
function loadAcross(target: string, matrix: string, first: string, columns: string, end: string): string {
  return /* wgsl */ `
    for (var at = thread; at < DEPTH * QUADS; at += THREADS) {
      let k = depth + at / QUADS;
      let j = ${first} + 4u * (at % QUADS);
      var values = vec4<f32>();
      if (k < ${end} && j < ${columns}) {
        values = heap[(${matrix} + k * ${columns} + j) / 4u];
      }
      ${target}[at] = values;
    }`;
}

/**
 * Y[m, outputs] = X[m, inputs] W[inputs, outputs], then the epilogue. Bias is [outputs]; the residual lies like Y. The
 * first `rotatedColumns` columns are heads of queries and keys, which are turned at last: row r is position r % `length`,
 * and `rotations` is [at least length, headWidth]. All but m and length are multiples of 4.
 */
function linearKernel(tile: Tile) {
  return {
    name: `linear${tile.side}`,
    readsQuads: true,
    args: {
      x: 'u32',
      weight: 'u32',
      y: 'u32',
      m: 'u32',
      inputs: 'u32',
      outputs: 'u32',
      epilogue: 'u32',
      bias: 'u32',
      residual: 'u32',
      rotatedColumns: 'u32',
      rotations: 'u32',
      length: 'u32',
      headWidth: 'u32',
    },
    code: /* wgsl */ `${declarations(tile)}${ROTATED}
@compute @workgroup_size(${threadsOf(tile)})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let firstRow = group.y * TILE;
  let firstColumn = group.x * TILE;
  let depthCount = args.inputs;
  let across = thread % QUADS;
  let down = thread / QUADS;
  for (var depth = 0u; depth < depthCount; depth += DEPTH) {
${loadAlong('left', 'args.x', 'firstRow', 'args.m', tile.rowsPerThread)}
${loadAcross('right', 'args.weight', 'firstColumn', 'args.outputs', 'depthCount')}
    workgroupBarrier();
    for (var quad = 0u; quad < DEPTH_QUADS; quad++) {
      let b0 = right[4u * quad * QUADS + across];
      let b1 = right[(4u * quad + 1u) * QUADS + across];
      let b2 = right[(4u * quad + 2u) * QUADS + across];
      let b3 = right[(4u * quad + 3u) * QUADS + across];
      for (var r = 0u; r < ROWS; r++) {
        let a = left[(r * ROW_THREADS + down) * PITCH + quad];
        sums[r] += a.x * b0 + a.y * b1 + a.z * b2 + a.w * b3;
      }
    }
    workgroupBarrier();
  }
  let column = firstColumn + 4u * across;
  if (column >= args.outputs) {
    return;
  }
  for (var r = 0u; r < ROWS; r++) {
    let row = firstRow + down * ROWS + r;
    if (row < args.m) {
      let offset = row * args.outputs + column;
      var value = sums[r];
      if ((args.epilogue & ${ADD_BIAS}u) != 0u) {
        value += heap[(args.bias + column) / 4u];
      }
      if ((args.epilogue & ${ADD_RESIDUAL}u) != 0u) {
        value += heap[(args.residual + offset) / 4u];
      }
      if ((args.epilogue & ${SQUARED_RELU}u) != 0u) {
        let positive = max(value, vec4<f32>());
        value = positive * positive;
      }
      if (column < args.rotatedColumns) {
        let angles = args.rotations + row % args.length * args.headWidth + column % args.headWidth;
        value = rotated(value, heap[angles / 4u], 1.0);
      }
      heap[(args.y + offset) / 4u] = value;
    }
  }
}
`,
  } as const satisfies Kernel;
}

/**
 * All gradients of a linear layer at once, since they need the same dY[m, outputs] and nothing of each other.
 *
 * The first `inputGroups` workgroups set dX[m, inputs] = dY W^T, where `isActivated` times the slope of the squared ReLU
 * whose results lie at `activated`: twice their root.
 * The others set slices of dW[inputs, outputs] = X^T dY and, right behind it, the bias's gradient: the column sums of dY.
 * So many rows and so few results would keep few workgroups busy; each slice of `rowsPerSlice` rows therefore goes into
 * its own copy of the gradients, `sliceStep` floats behind the one before. All but m are multiples of 4.
 */
function linearGradientKernel(tile: Tile) {
  return {
    name: `linearGradient${tile.side}`,
    readsQuads: true,
    args: {
      x: 'u32',
      dy: 'u32',
      weight: 'u32',
      dx: 'u32',
      gradient: 'u32',
      m: 'u32',
      inputs: 'u32',
      outputs: 'u32',
      inputGroups: 'u32',
      groups: 'u32',
      isActivated: 'u32',
      activated: 'u32',
      hasBias: 'u32',
      rowsPerSlice: 'u32',
      sliceStep: 'u32',
    },
    code: /* wgsl */ `${declarations(tile)}
@compute @workgroup_size(${threadsOf(tile)})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let index = linearGroup(group);
  if (index < args.inputGroups) {
    inputGradient(index, thread);
  } else if (index < args.groups) {
    weightGradient(index - args.inputGroups, thread);
  }
}

fn inputGradient(index: u32, thread: u32) {
  let columnTiles = (args.inputs + TILE - 1u) / TILE;
  let firstRow = index / columnTiles * TILE;
  let firstColumn = index % columnTiles * TILE;
  let depthCount = args.outputs;
  let across = thread % QUADS;
  let down = thread / QUADS;
  for (var depth = 0u; depth < depthCount; depth += DEPTH) {
${loadAlong('left', 'args.dy', 'firstRow', 'args.m', tile.rowsPerThread)}
${loadAlong('right', 'args.weight', 'firstColumn', 'args.inputs', 4)}
    workgroupBarrier();
    for (var quad = 0u; quad < DEPTH_QUADS; quad++) {
      let b0 = right[across * PITCH + quad];
      let b1 = right[(QUADS + across) * PITCH + quad];
      let b2 = right[(2u * QUADS + across) * PITCH + quad];
      let b3 = right[(3u * QUADS + across) * PITCH + quad];
      for (var r = 0u; r < ROWS; r++) {
        let a = left[(r * ROW_THREADS + down) * PITCH + quad];
        sums[r] += vec4<f32>(dot(a, b0), dot(a, b1), dot(a, b2), dot(a, b3));
      }
    }
    workgroupBarrier();
  }
  let column = firstColumn + 4u * across;
  if (column >= args.inputs) {
    return;
  }
  for (var r = 0u; r < ROWS; r++) {
    let row = firstRow + down * ROWS + r;
    if (row < args.m) {
      let offset = row * args.inputs + column;
      var value = sums[r];
      if (args.isActivated == 1u) {
        value *= 2.0 * sqrt(heap[(args.activated + offset) / 4u]);
      }
      heap[(args.dx + offset) / 4u] = value;
    }
  }
}

fn weightGradient(index: u32, thread: u32) {
  let columnTiles = (args.outputs + TILE - 1u) / TILE;
  let rowTiles = (args.inputs + TILE - 1u) / TILE;
  let firstColumn = index % columnTiles * TILE;
  let firstRow = index / columnTiles % rowTiles * TILE;
  let slice = index / (columnTiles * rowTiles);
  let start = slice * args.rowsPerSlice;
  let end = min(args.m, start + args.rowsPerSlice);
  let across = thread % QUADS;
  let down = thread / QUADS;
  let sumsColumns = args.hasBias == 1u && firstRow == 0u && down == 0u;
  var columnSums = vec4<f32>();
  for (var depth = start; depth < end; depth += DEPTH) {
${loadAcross('left', 'args.x', 'firstRow', 'args.inputs', 'end')}
${loadAcross('right', 'args.dy', 'firstColumn', 'args.outputs', 'end')}
    workgroupBarrier();
    for (var k = 0u; k < DEPTH; k++) {
      let b = right[k * QUADS + across];
      for (var h = 0u; h < ROWS / 4u; h++) {
        let a = left[k * QUADS + down * (ROWS / 4u) + h];
        sums[4u * h] += a.x * b;
        sums[4u * h + 1u] += a.y * b;
        sums[4u * h + 2u] += a.z * b;
        sums[4u * h + 3u] += a.w * b;
      }
      if (sumsColumns) {
        columnSums += b;
      }
    }
    workgroupBarrier();
  }
  let column = firstColumn + 4u * across;
  if (column >= args.outputs) {
    return;
  }
  let gradient = args.gradient + slice * args.sliceStep;
  for (var r = 0u; r < ROWS; r++) {
    let row = firstRow + down * ROWS + r;
    if (row < args.inputs) {
      heap[(gradient + row * args.outputs + column) / 4u] = sums[r];
    }
  }
  if (sumsColumns) {
    heap[(gradient + args.inputs * args.outputs + column) / 4u] = columnSums;
  }
}
`,
  } as const satisfies Kernel;
}

/** The kernels for one tile. */
export interface MatmulKernels {
  tile: Tile;
  linear: ReturnType<typeof linearKernel>;
  linearGradient: ReturnType<typeof linearGradientKernel>;
}

function kernelsFor(tile: Tile): MatmulKernels {
  return { tile, linear: linearKernel(tile), linearGradient: linearGradientKernel(tile) };
}

export const SMALL_MATMUL = kernelsFor(SMALL_TILE);
export const LARGE_MATMUL = kernelsFor(LARGE_TILE);
