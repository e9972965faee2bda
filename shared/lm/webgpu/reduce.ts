/** Sums and maxima over the 64 threads of a workgroup, in WGSL, for the kernels that reduce rows. */

/** Declares `sumOfLanes` (two sums at once) and `maximumOfLanes`; all 64 threads must call them together. */
export const REDUCE = /* wgsl */ `
const LANES = 64u;
var<workgroup> lanes: array<vec2<f32>, 64>;

fn sumOfLanes(value: vec2<f32>, lane: u32) -> vec2<f32> {
  lanes[lane] = value;
  workgroupBarrier();
  for (var span = LANES / 2u; span > 0u; span >>= 1u) {
    if (lane < span) {
      lanes[lane] += lanes[lane + span];
    }
    workgroupBarrier();
  }
  let total = lanes[0];
  workgroupBarrier();
  return total;
}

fn maximumOfLanes(value: f32, lane: u32) -> f32 {
  lanes[lane].x = value;
  workgroupBarrier();
  for (var span = LANES / 2u; span > 0u; span >>= 1u) {
    if (lane < span) {
      lanes[lane].x = max(lanes[lane].x, lanes[lane + span].x);
    }
    workgroupBarrier();
  }
  let highest = lanes[0].x;
  workgroupBarrier();
  return highest;
}
`;

/** Opens a kernel whose 64 threads share one row; what the kernel does with `row` stands in between. */
export function rowKernel(body: string): string {
  return /* wgsl */ `${REDUCE}
@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let row = linearGroup(group);
  if (row >= args.rows) {
    return;
  }
${body}
}
`;
}
