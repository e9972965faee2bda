/** Compiles the kernels once for each device, and turns a list of dispatches into something that is quick to encode. */

import { ARGUMENT_BYTES, shaderOf, type Dispatch, type Groups, type Kernel } from './kernel.ts';

/** The compiled kernels of one device. */
export interface Library {
  device: GPUDevice;
  layout: GPUBindGroupLayout;
  pipelines: ReadonlyMap<Kernel, GPUComputePipeline>;
}

/** A library that still grows by what other models need. */
interface OpenLibrary extends Library {
  pipelines: Map<Kernel, GPUComputePipeline>;
  pipelineLayout: GPUPipelineLayout;
}

const libraries = new WeakMap<GPUDevice, OpenLibrary>();

/**
 * Compiles the kernels of a list of dispatches, as far as other lists have not needed them. Throws an Error when the
 * device refuses a kernel.
 */
export async function libraryOf(device: GPUDevice, list: readonly Dispatch[]): Promise<Library> {
  let library = libraries.get(device);
  if (!library) {
    library = openLibrary(device);
    libraries.set(device, library);
  }
  const { pipelines } = library;
  const kernels = new Set(list.map(({ kernel }) => kernel));
  const missing = [...kernels].filter((kernel) => !pipelines.has(kernel));
  await Promise.all(missing.map((kernel) => compile(library, kernel)));
  return library;
}

function openLibrary(device: GPUDevice): OpenLibrary {
  const visibility = GPUShaderStage.COMPUTE;
  const layout = device.createBindGroupLayout({
    entries: [
      { binding: 0, visibility, buffer: { type: 'storage' } },
      { binding: 1, visibility, buffer: { type: 'read-only-storage' } },
      { binding: 2, visibility, buffer: { type: 'uniform', hasDynamicOffset: true } },
    ],
  });
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  return { device, layout, pipelineLayout, pipelines: new Map() };
}

async function compile({ device, pipelines, pipelineLayout }: OpenLibrary, kernel: Kernel): Promise<void> {
  const { name } = kernel;
  const module = device.createShaderModule({ label: name, code: shaderOf(kernel) });
  const pipeline = await device.createComputePipelineAsync({
    label: name,
    layout: pipelineLayout,
    compute: { module },
  });
  pipelines.set(kernel, pipeline);
}

interface Call {
  pipeline: GPUComputePipeline;
  groups: Groups;
  /** Where its arguments lie in the uniform buffer, in bytes. */
  offset: number;
}

/** A fixed list of dispatches over one heap and one batch buffer; everything but the encoding is done once. */
export class Program {
  readonly #calls: readonly Call[];
  readonly #arguments: GPUBuffer;
  readonly #bindGroup: GPUBindGroup;

  constructor(
    { device, layout, pipelines }: Library,
    heap: GPUBuffer,
    batch: GPUBuffer,
    list: readonly Dispatch[],
  ) {
    const step = Math.max(ARGUMENT_BYTES, device.limits.minUniformBufferOffsetAlignment);
    const words = new Uint32Array((list.length * step) / 4);
    this.#calls = list.map(({ kernel, words: values, groups }, i) => {
      const pipeline = pipelines.get(kernel);
      if (!pipeline) throw new Error(`webgpu: the kernel ${kernel.name} is not compiled`);
      words.set(values, (i * step) / 4);
      return { pipeline, groups, offset: i * step };
    });
    this.#arguments = device.createBuffer({
      size: words.byteLength,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
    device.queue.writeBuffer(this.#arguments, 0, words);
    this.#bindGroup = device.createBindGroup({
      layout,
      entries: [
        { binding: 0, resource: { buffer: heap } },
        { binding: 1, resource: { buffer: batch } },
        { binding: 2, resource: { buffer: this.#arguments, size: ARGUMENT_BYTES } },
      ],
    });
  }

  /** Number of dispatches. */
  get size(): number {
    return this.#calls.length;
  }

  /** Bytes of the device's memory that it holds. */
  get memoryBytes(): number {
    return this.#arguments.size;
  }

  /** Appends the whole list as one compute pass. */
  encode(encoder: GPUCommandEncoder): void {
    const pass = encoder.beginComputePass();
    let current: GPUComputePipeline | undefined;
    for (const { pipeline, groups, offset } of this.#calls) {
      if (pipeline !== current) pass.setPipeline(pipeline);
      current = pipeline;
      pass.setBindGroup(0, this.#bindGroup, [offset]);
      pass.dispatchWorkgroups(...groups);
    }
    pass.end();
  }

  dispose(): void {
    this.#arguments.destroy();
  }
}
