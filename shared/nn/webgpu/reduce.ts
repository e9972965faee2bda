/** Sums and maxima over neighboring threads of a workgroup, in WGSL, for the kernels that reduce rows. */

/** Threads of every workgroup that reduces. */
export const REDUCING_THREADS = 64;

/**
 * Declares `sumOfLanes` (two sums at once) and `maximumOfLanes` over each group of `lanes` threads. All threads of the
 * workgroup must call them together. Every lane adds up all the parts itself: two barriers instead of one a halving.
 */
export function reduceOver(lanes: number): string {
  return /* wgsl */ `
const LANES = ${lanes}u;
var<workgroup> parts: array<vec2<f32>, ${REDUCING_THREADS}>;

fn sumOfLanes(part: vec2<f32>, thread: u32) -> vec2<f32> {
  parts[thread] = part;
  workgroupBarrier();
  let first = thread - thread % LANES;
  var total = vec2<f32>();
  for (var i = 0u; i < LANES; i++) {
    total += parts[first + i];
  }
  workgroupBarrier();
  return total;
}

fn maximumOfLanes(part: f32, thread: u32) -> f32 {
  parts[thread].x = part;
  workgroupBarrier();
  let first = thread - thread % LANES;
  var highest = part;
  for (var i = 0u; i < LANES; i++) {
    highest = max(highest, parts[first + i].x);
  }
  workgroupBarrier();
  return highest;
}
`;
}

/**
 * The code of a kernel where `lanes` threads share one row of args.rows. What it does stands in `body`, which knows
 * `row`, `lane`, `thread` and `exists`; where a row does not exist it must write nothing, but reduce with the others.
 */
export function rowKernel(lanes: number, body: string): { code: string; itemsPerGroup: number } {
  const itemsPerGroup = REDUCING_THREADS / lanes;
  const code = /* wgsl */ `${reduceOver(lanes)}
@compute @workgroup_size(${REDUCING_THREADS})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let row = linearGroup(group) * ${itemsPerGroup}u + thread / LANES;
  let lane = thread % LANES;
  let exists = row < args.rows;
${body}
}
`;
  return { code, itemsPerGroup };
}
