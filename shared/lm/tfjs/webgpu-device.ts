/** Asks for one WebGPU device with all that the adapter has, which TF.js itself would not. */

export interface WebGpuDevice {
  device: GPUDevice;
  info: GPUAdapterInfo;
  /** True once the device is gone, by a reset, a driver crash or a long sleep. */
  isLost(): boolean;
}

/** Features that our kernels or TF.js can use. */
const WANTED_FEATURES: readonly GPUFeatureName[] = ['shader-f16', 'subgroups', 'timestamp-query'];

/** Limits that decide how large tensors and work groups may be. */
const WANTED_LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupsPerDimension',
] as const satisfies readonly (keyof GPUSupportedLimits)[];

/** A fresh device, or undefined where there is no WebGPU. */
export async function requestWebGpuDevice(): Promise<WebGpuDevice | undefined> {
  const gpu = typeof navigator === 'undefined' ? undefined : (navigator.gpu as GPU | undefined);
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return undefined;
  const device = await adapter.requestDevice({
    requiredFeatures: WANTED_FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(WANTED_LIMITS.map((limit) => [limit, adapter.limits[limit]])),
  });
  let lost = false;
  void device.lost.then(() => {
    lost = true;
  });
  return { device, info: adapter.info, isLost: () => lost };
}
