/** Measures what the graphics processor does in pure multiply-adds: the ceiling that training on it is compared with. */

/** Multiply-adds of one turn of the loop: 8 independent sums of 4 lanes. */
const LANES_PER_TURN = 32;
const TURNS = 4096;
const THREADS = 64;
const FIRST_GROUPS = 256;
/** Long enough for the clock and for the processor to speed up. */
const ENOUGH_MILLIS = 60;

const CODE = `
@group(0) @binding(0) var<storage, read_write> result: array<vec4f>;
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let factor = vec4f(f32(id.x) * 1e-9 + 0.999);
  var sums: array<vec4f, 8>;
  for (var turn = 0; turn < ${TURNS}; turn++) {
${Array.from({ length: 8 }, (_, i) => `    sums[${i}] = fma(sums[${i}], factor, vec4f(${i + 1}e-3));`).join('\n')}
  }
  result[id.x % 64] = sums[0] + sums[1] + sums[2] + sums[3] + sums[4] + sums[5] + sums[6] + sums[7];
}`;

/** GFLOP/s in 32-bit floats. Throws an Error where there is no WebGPU. */
export async function measureGpuRate(): Promise<number> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
  const device = await adapter?.requestDevice();
  if (!device) throw new Error('no WebGPU');
  const pipeline = await device.createComputePipelineAsync({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code: CODE }) },
  });
  const buffer = device.createBuffer({ size: 64 * 16, usage: GPUBufferUsage.STORAGE });
  const bindGroup = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [{ binding: 0, resource: { buffer } }],
  });
  const time = async (groups: number): Promise<number> => {
    const started = performance.now();
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(groups);
    pass.end();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    return performance.now() - started;
  };
  await time(1);
  let groups = FIRST_GROUPS;
  let millis = await time(groups);
  while (millis < ENOUGH_MILLIS && groups < device.limits.maxComputeWorkgroupsPerDimension / 2) {
    groups *= 2;
    millis = await time(groups);
  }
  device.destroy();
  return (groups * THREADS * TURNS * LANES_PER_TURN * 2) / millis / 1e6;
}
