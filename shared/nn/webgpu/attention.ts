/** Causal attention in WGSL, fused: no matrix of scores is ever in memory, neither forward nor backward. */

import type { Kernel } from './kernel.ts';
import { ROTATED } from './rotation.ts';

/** Threads of a workgroup: each takes one query, or in the backward pass also one key, of one row and head. */
export const ATTENTION_THREADS = 64;
/** What every WebGPU device has, in bytes. */
const WORKGROUP_MEMORY = 16_384;
/** Most keys or queries that are held in workgroup memory at a time. */
const MAX_TILE = 32;
/** Registers are few: wider heads would not fit. */
const MAX_HEAD_WIDTH = 128;
/** Lower than any score that is a number. */
const LOWEST = '-3.0e38';

/** Floats that the forward pass leaves for each query: the logarithm of the sum of its exponentials, and padding. */
export const ATTENTION_STATISTICS = 4;

/** The kernels for one width of a head. */
export interface AttentionKernels {
  attention: ReturnType<typeof attentionKernel>;
  attentionGradient: ReturnType<typeof attentionGradientKernel>;
}

const known = new Map<number, AttentionKernels>();

/** The same objects for the same width, a multiple of 4. Throws an Error when a head is too wide. */
export function attentionKernels(headWidth: number): AttentionKernels {
  if (headWidth > MAX_HEAD_WIDTH) {
    throw new Error(`webgpu: heads can be at most ${MAX_HEAD_WIDTH} wide, not ${headWidth}`);
  }
  let kernels = known.get(headWidth);
  if (!kernels) {
    kernels = {
      attention: attentionKernel(headWidth),
      attentionGradient: attentionGradientKernel(headWidth),
    };
    known.set(headWidth, kernels);
  }
  return kernels;
}

/** Lines of WGSL for each vector of four of a head: unrolled, so that all of them stay in registers. */
function each(headWidth: number, line: (quad: number) => string, separator = '\n'): string {
  return Array.from({ length: headWidth / 4 }, (_, quad) => line(quad)).join(separator);
}

/** dot of two vectors of a head's width. */
function dotOf(headWidth: number, a: (quad: number) => string, b: (quad: number) => string): string {
  return each(headWidth, (quad) => `dot(${a(quad)}, ${b(quad)})`, ' + ');
}

/** Two tiles of vectors of a head's width, and where row, head and tile of a workgroup lie. */
function declarations(headWidth: number): string {
  const quads = headWidth / 4;
  let tile = MAX_TILE;
  while (tile * (2 * headWidth + 2) * 4 > WORKGROUP_MEMORY) tile /= 2;
  return /* wgsl */ `
const QUADS = ${quads}u;
const TILE = ${tile}u;
const THREADS = ${ATTENTION_THREADS}u;
var<workgroup> first: array<vec4<f32>, ${tile * quads}>;
var<workgroup> second: array<vec4<f32>, ${tile * quads}>;

struct Place {
  row: u32,
  head: u32,
  /** First query or key of this workgroup. */
  start: u32,
}

fn placeOf(index: u32) -> Place {
  let tiles = (args.length + THREADS - 1u) / THREADS;
  return Place(index / tiles / args.heads, index / tiles % args.heads, index % tiles * THREADS);
}

/** Loads \`TILE\` vectors of a head from each of two matrices; steps from row to row and all places count quads. */
fn loadTiles(thread: u32, count: u32, a: u32, aStep: u32, b: u32, bStep: u32) {
  for (var at = thread; at < TILE * QUADS; at += THREADS) {
    let row = at / QUADS;
    let quad = at % QUADS;
    var fromA = vec4<f32>();
    var fromB = vec4<f32>();
    if (row < count) {
      fromA = heap[a + row * aStep + quad];
      fromB = heap[b + row * bStep + quad];
    }
    first[at] = fromA;
    second[at] = fromB;
  }
}
`;
}

/**
 * mixed = softmax(scale Q K^T) V for every row and head, where a query sees the keys up to its own. qkv is
 * [rows, length, 3 * heads * headWidth]; statistics are [rows, heads, length, 4]. The online softmax of FlashAttention
 * (Dao et al., 2022), four keys at a time.
 */
function attentionKernel(headWidth: number) {
  const score = (key: string): string =>
    dotOf(
      headWidth,
      (c) => `q${c}`,
      (c) => `first[(${key}) * QUADS + ${c}u]`,
    );
  return {
    name: `attention${headWidth}`,
    readsQuads: true,
    args: {
      qkv: 'u32',
      mixed: 'u32',
      statistics: 'u32',
      rows: 'u32',
      length: 'u32',
      heads: 'u32',
      scale: 'f32',
    },
    code: /* wgsl */ `${declarations(headWidth)}
@compute @workgroup_size(${ATTENTION_THREADS})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let place = placeOf(linearGroup(group));
  if (place.row >= args.rows) {
    return;
  }
  let width = args.heads * QUADS;
  let step = 3u * width;
  let matrix = args.qkv / 4u + place.row * args.length * step + place.head * QUADS;
  let query = place.start + thread;
  let exists = query < args.length;
  let source = matrix + select(0u, query, exists) * step;
${each(headWidth, (c) => `  let q${c} = args.scale * heap[source + ${c}u];\n  var mixed${c} = vec4<f32>();`)}
  var highest = ${LOWEST};
  var sum = 0.0;
  let end = min(args.length, place.start + THREADS);
  for (var tile = 0u; tile < end; tile += TILE) {
    let keys = matrix + tile * step + width;
    loadTiles(thread, args.length - tile, keys, step, keys + width, step);
    workgroupBarrier();
    let seen = select(0u, min(TILE, query + 1u - tile), exists && query >= tile);
    for (var key = 0u; key < seen; key += 4u) {
      var scores = vec4<f32>(${score('key')}, ${score('key + 1u')}, ${score('key + 2u')}, ${score('key + 3u')});
      scores = select(vec4<f32>(${LOWEST}), scores, vec4<u32>(key, key + 1u, key + 2u, key + 3u) < vec4<u32>(seen));
      let next = max(highest, max(max(scores.x, scores.y), max(scores.z, scores.w)));
      let shrink = exp(highest - next);
      let p = exp(scores - next);
      highest = next;
      sum = sum * shrink + p.x + p.y + p.z + p.w;
      let at = key * QUADS;
${each(
  headWidth,
  (c) =>
    `      mixed${c} = mixed${c} * shrink + p.x * second[at + ${c}u] + p.y * second[at + QUADS + ${c}u]` +
    ` + p.z * second[at + 2u * QUADS + ${c}u] + p.w * second[at + 3u * QUADS + ${c}u];`,
)}
    }
    workgroupBarrier();
  }
  if (exists) {
    let to = args.mixed / 4u + (place.row * args.length + query) * width + place.head * QUADS;
${each(headWidth, (c) => `    heap[to + ${c}u] = mixed${c} / sum;`)}
    let statistics = args.statistics / 4u + (place.row * args.heads + place.head) * args.length + query;
    heap[statistics] = vec4<f32>(highest + log(sum), 0.0, 0.0, 0.0);
  }
}
`,
  } as const satisfies Kernel;
}

/**
 * dQkv from dMixed, from scores that are computed again (Dao et al., 2022). The first half of the workgroups takes the
 * queries, the other half keys and values, each a thread of its own, so that no two threads add to the same gradient.
 * Gradients of queries and keys are turned back by their position: they are those from before the rotation.
 */
function attentionGradientKernel(headWidth: number) {
  return {
    name: `attentionGradient${headWidth}`,
    readsQuads: true,
    args: {
      qkv: 'u32',
      mixed: 'u32',
      statistics: 'u32',
      dMixed: 'u32',
      dQkv: 'u32',
      rows: 'u32',
      length: 'u32',
      heads: 'u32',
      scale: 'f32',
      /** See rotary.ts: [at least length, headWidth]. */
      rotations: 'u32',
      /** Half of the workgroups. */
      queryGroups: 'u32',
    },
    code: /* wgsl */ `${declarations(headWidth)}${ROTATED}
/** For each query of the tile: the logarithm of the sum of its exponentials, and dMixed . mixed. */
var<workgroup> statistics: array<vec2<f32>, TILE>;

@compute @workgroup_size(${ATTENTION_THREADS})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let index = linearGroup(group);
  if (index < args.queryGroups) {
    queryGradient(placeOf(index), thread);
  } else if (index < 2u * args.queryGroups) {
    keyGradient(placeOf(index - args.queryGroups), thread);
  }
}

fn queryGradient(place: Place, thread: u32) {
  let width = args.heads * QUADS;
  let step = 3u * width;
  let matrix = args.qkv / 4u + place.row * args.length * step + place.head * QUADS;
  let query = place.start + thread;
  let exists = query < args.length;
  let position = place.row * args.length + select(0u, query, exists);
  let source = args.qkv / 4u + position * step + place.head * QUADS;
  let out = position * width + place.head * QUADS;
${each(
  headWidth,
  (c) => `  let q${c} = args.scale * heap[source + ${c}u];
  let dy${c} = heap[args.dMixed / 4u + out + ${c}u];
  var dq${c} = vec4<f32>();`,
)}
  let total = ${dotOf(
    headWidth,
    (c) => `dy${c}`,
    (c) => `heap[args.mixed / 4u + out + ${c}u]`,
  )};
  let logSum = heap[args.statistics / 4u + (place.row * args.heads + place.head) * args.length + select(0u, query, exists)].x;
  let end = min(args.length, place.start + THREADS);
  for (var tile = 0u; tile < end; tile += TILE) {
    let keys = matrix + tile * step + width;
    loadTiles(thread, args.length - tile, keys, step, keys + width, step);
    workgroupBarrier();
    let seen = select(0u, min(TILE, query + 1u - tile), exists && query >= tile);
    for (var key = 0u; key < seen; key++) {
      let at = key * QUADS;
      let score = ${dotOf(
        headWidth,
        (c) => `q${c}`,
        (c) => `first[at + ${c}u]`,
      )};
      let slope = ${dotOf(
        headWidth,
        (c) => `dy${c}`,
        (c) => `second[at + ${c}u]`,
      )};
      let dScore = exp(score - logSum) * (slope - total) * args.scale;
${each(headWidth, (c) => `      dq${c} += dScore * first[at + ${c}u];`)}
    }
    workgroupBarrier();
  }
  if (exists) {
    let to = args.dQkv / 4u + position * step + place.head * QUADS;
    let angles = args.rotations / 4u + query * QUADS;
${each(headWidth, (c) => `    heap[to + ${c}u] = rotated(dq${c}, heap[angles + ${c}u], -1.0);`)}
  }
}

fn keyGradient(place: Place, thread: u32) {
  let width = args.heads * QUADS;
  let step = 3u * width;
  let firstPosition = place.row * args.length;
  let key = place.start + thread;
  let exists = key < args.length;
  let position = firstPosition + select(0u, key, exists);
  let source = args.qkv / 4u + position * step + place.head * QUADS + width;
${each(
  headWidth,
  (c) => `  let k${c} = args.scale * heap[source + ${c}u];
  let v${c} = heap[source + width + ${c}u];
  var dk${c} = vec4<f32>();
  var dv${c} = vec4<f32>();`,
)}
  for (var tile = place.start; tile < args.length; tile += TILE) {
    let count = min(TILE, args.length - tile);
    let queries = args.qkv / 4u + (firstPosition + tile) * step + place.head * QUADS;
    let out = (firstPosition + tile) * width + place.head * QUADS;
    loadTiles(thread, count, queries, step, args.dMixed / 4u + out, width);
    if (thread < count) {
      let dy = args.dMixed / 4u + out + thread * width;
      let mixed = args.mixed / 4u + out + thread * width;
      let logSums = args.statistics / 4u + (place.row * args.heads + place.head) * args.length + tile;
      let total = ${dotOf(
        headWidth,
        (c) => `heap[dy + ${c}u]`,
        (c) => `heap[mixed + ${c}u]`,
      )};
      statistics[thread] = vec2<f32>(heap[logSums + thread].x, total);
    }
    workgroupBarrier();
    let start = select(0u, key - tile, key > tile);
    for (var query = start; query < select(0u, count, exists); query++) {
      let at = query * QUADS;
      let score = ${dotOf(
        headWidth,
        (c) => `k${c}`,
        (c) => `first[at + ${c}u]`,
      )};
      let slope = ${dotOf(
        headWidth,
        (c) => `v${c}`,
        (c) => `second[at + ${c}u]`,
      )};
      let p = exp(score - statistics[query].x);
      let dScore = p * (slope - statistics[query].y) * args.scale;
${each(headWidth, (c) => `      dk${c} += dScore * first[at + ${c}u];\n      dv${c} += p * second[at + ${c}u];`)}
    }
    workgroupBarrier();
  }
  if (exists) {
    let to = args.dQkv / 4u + position * step + place.head * QUADS + width;
    let angles = args.rotations / 4u + key * QUADS;
${each(
  headWidth,
  (c) => `    heap[to + ${c}u] = rotated(dk${c}, heap[angles + ${c}u], -1.0);
    heap[to + width + ${c}u] = dv${c};`,
)}
  }
}
`,
  } as const satisfies Kernel;
}
