/** Counts the bytes of WASM memory and GPU buffers that are alive, by watching them come and go; in Node and in pages. */

export interface Meter {
  /** Bytes of all WASM memories that the garbage collector has not taken; collect first. */
  wasmBytes(): number;
  /** Bytes of all GPU buffers that were created and not destroyed. */
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
  let gpuBytes = 0;
  if (typeof GPUDevice !== 'undefined') watchBuffers((change) => (gpuBytes += change));
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
    gpuBytes: () => gpuBytes,
  };
}

function watchBuffers(add: (bytes: number) => void): void {
  const alive = new WeakMap<GPUBuffer, number>();
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function watched(descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    alive.set(buffer, descriptor.size);
    add(descriptor.size);
    return buffer;
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function watched() {
    add(-(alive.get(this) ?? 0));
    alive.delete(this);
    return destroy.call(this);
  };
}
