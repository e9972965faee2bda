/** Counts the bytes of WASM memory and GPU buffers that are alive, by watching them come and go; in Node and in pages. */

export interface Meter {
  /** Bytes of all WASM memories that the garbage collector has not taken; collect first. */
  wasmBytes(): number;
  /** Bytes of all GPU buffers that were created and not destroyed, by themselves or with their device. */
  gpuBytes(): number;
}

/** From now on; what was made before is not counted. */
export function installMeter(): Meter {
  const memories = new Set<WeakRef<WebAssembly.Memory>>();
  const Original = WebAssembly.Memory;
  WebAssembly.Memory = class extends Original {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.add(new WeakRef(this));
    }
  };
  const gpuBytes = typeof GPUDevice === 'undefined' ? () => 0 : watchBuffers();
  return {
    wasmBytes: () => {
      let bytes = 0;
      for (const reference of memories) {
        const memory = reference.deref();
        if (memory) bytes += memory.buffer.byteLength;
        else memories.delete(reference);
      }
      return bytes;
    },
    gpuBytes,
  };
}

/** A device takes its buffers with it when it is destroyed. */
function watchBuffers(): () => number {
  const alive = new Map<GPUDevice, Map<GPUBuffer, number>>();
  const owners = new WeakMap<GPUBuffer, GPUDevice>();
  const { createBuffer, destroy: destroyDevice } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function watched(descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    owners.set(buffer, this);
    const buffers = alive.get(this) ?? new Map<GPUBuffer, number>();
    alive.set(this, buffers.set(buffer, descriptor.size));
    return buffer;
  };
  GPUDevice.prototype.destroy = function watched() {
    alive.delete(this);
    return destroyDevice.call(this);
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function watched() {
    const owner = owners.get(this);
    if (owner) alive.get(owner)?.delete(this);
    return destroy.call(this);
  };
  return () => {
    let bytes = 0;
    for (const buffers of alive.values()) for (const size of buffers.values()) bytes += size;
    return bytes;
  };
}
