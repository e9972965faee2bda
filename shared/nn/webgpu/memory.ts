/** The heap on the graphics processor: one buffer that grows, and reads from it that do not stop the queue. */

/** A storage buffer of floats whose first part outlives its growth. */
export class Heap {
  readonly #device: GPUDevice;
  #buffer: GPUBuffer | undefined;

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** Throws an Error before the first `reserve` and after `dispose`. */
  get buffer(): GPUBuffer {
    if (!this.#buffer) throw new Error('webgpu: the heap has no memory');
    return this.#buffer;
  }

  get memoryBytes(): number {
    return this.#buffer?.size ?? 0;
  }

  /**
   * Makes room for this many floats, keeping the first `kept`; true when there is a new buffer. Throws an Error when
   * the device cannot bind so large a buffer.
   */
  reserve(floats: number, kept: number): boolean {
    const old = this.#buffer;
    const size = 4 * floats;
    if (old && old.size >= size) return false;
    const { maxBufferSize, maxStorageBufferBindingSize } = this.#device.limits;
    const limit = Math.min(maxBufferSize, maxStorageBufferBindingSize);
    if (size > limit) throw new Error(`webgpu: ${size} bytes are more than this device binds (${limit})`);
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    this.#buffer = this.#device.createBuffer({ size, usage: STORAGE | COPY_SRC | COPY_DST });
    if (!old) return true;
    const encoder = this.#device.createCommandEncoder();
    encoder.copyBufferToBuffer(old, 0, this.#buffer, 0, 4 * kept);
    this.#device.queue.submit([encoder.finish()]);
    old.destroy();
    return true;
  }

  dispose(): void {
    this.#buffer?.destroy();
    this.#buffer = undefined;
  }
}

/** Reads a range of floats once, after all that was submitted before. It rejects when the device is lost. */
export async function readOnce(
  device: GPUDevice,
  source: GPUBuffer,
  offset: number,
  floats: number,
): Promise<Float32Array<ArrayBuffer>> {
  const staging = createStaging(device, 4 * floats);
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(source, 4 * offset, staging, 0, 4 * floats);
  device.queue.submit([encoder.finish()]);
  try {
    return await readMapped(staging);
  } finally {
    staging.destroy();
  }
}

/** A buffer that the device copies to and the page reads. */
export function createStaging(device: GPUDevice, size: number): GPUBuffer {
  return device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
}

/** Waits for the copies to a staging buffer that were submitted before; it rejects when the device is lost. */
export async function readMapped(staging: GPUBuffer): Promise<Float32Array<ArrayBuffer>> {
  await staging.mapAsync(GPUMapMode.READ);
  const values = new Float32Array(staging.getMappedRange()).slice();
  staging.unmap();
  return values;
}
