/** The one WebGPU device of a page or worker, with all that its adapter has; our kernels and TF.js share it. */

export interface WebGpuDevice {
  device: GPUDevice;
  info: GPUAdapterInfo;
  /** True once the device is gone, by a reset, a driver crash or a long sleep. */
  isLost(): boolean;
  /** Why the device was lost, in the words of the browser. */
  lossReason(): string;
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

let shared: Promise<WebGpuDevice | undefined> | undefined;

/** The device that everything here computes on, made on first use and again after a loss; undefined without WebGPU. */
export async function sharedWebGpuDevice(): Promise<WebGpuDevice | undefined> {
  const asked = shared;
  const known = await asked?.catch(() => undefined);
  if (known && !known.isLost()) return known;
  if (shared === asked) shared = requestWebGpuDevice();
  return shared;
}

/** The entrance to WebGPU of a page or worker, if there is one. */
function browserGpu(): GPU | undefined {
  return typeof navigator === 'undefined' ? undefined : (navigator.gpu as GPU | undefined);
}

/** A fresh device, or undefined where there is no WebGPU; outside browsers `gpu` must be given. */
export async function requestWebGpuDevice(gpu = browserGpu()): Promise<WebGpuDevice | undefined> {
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return undefined;
  const device = await adapter.requestDevice({
    requiredFeatures: WANTED_FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(WANTED_LIMITS.map((limit) => [limit, adapter.limits[limit]])),
  });
  let loss: GPUDeviceLostInfo | undefined;
  void device.lost.then((info) => {
    loss = info;
  });
  return {
    device,
    info: adapter.info,
    isLost: () => loss !== undefined,
    lossReason: () => loss?.message || loss?.reason || 'unknown reason',
  };
}
