/** Compiles the kernels once for each device, and turns a list of dispatches into something that is quick to encode. */

import { ARGUMENT_BYTES, shaderOf, type Dispatch, type Groups, type Kernel } from './kernel.ts';
import { MATMUL, WEIGHT_GRADIENT } from './matmul.ts';
import {
  CAUSAL_SOFTMAX,
  CAUSAL_SOFTMAX_GRADIENT,
  CROSS_ENTROPY,
  GAIN_GRADIENT,
  LAYER_NORM,
  LAYER_NORM_GRADIENT,
} from './rows.ts';
import { ADAM_W, EMBED, EMBED_GRADIENT, GATHER_GRADIENTS, SUMMARIZE } from './update.ts';

const KERNELS: readonly Kernel[] = [
  MATMUL,
  WEIGHT_GRADIENT,
  LAYER_NORM,
  LAYER_NORM_GRADIENT,
  GAIN_GRADIENT,
  CAUSAL_SOFTMAX,
  CAUSAL_SOFTMAX_GRADIENT,
  CROSS_ENTROPY,
  EMBED,
  EMBED_GRADIENT,
  GATHER_GRADIENTS,
  SUMMARIZE,
  ADAM_W,
];

/** The compiled kernels of one device. */
export interface Library {
  device: GPUDevice;
  layout: GPUBindGroupLayout;
  pipelines: ReadonlyMap<Kernel, GPUComputePipeline>;
}

const libraries = new WeakMap<GPUDevice, Promise<Library>>();

/** Throws an Error when the device refuses a kernel. */
export function libraryOf(device: GPUDevice): Promise<Library> {
  let library = libraries.get(device);
  if (!library) {
    library = compile(device);
    libraries.set(device, library);
  }
  return library;
}

async function compile(device: GPUDevice): Promise<Library> {
  const visibility = GPUShaderStage.COMPUTE;
  const layout = device.createBindGroupLayout({
    entries: [
      { binding: 0, visibility, buffer: { type: 'storage' } },
      { binding: 1, visibility, buffer: { type: 'read-only-storage' } },
      { binding: 2, visibility, buffer: { type: 'uniform', hasDynamicOffset: true } },
    ],
  });
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  const pipelines = await Promise.all(
    KERNELS.map((kernel) =>
      device.createComputePipelineAsync({
        label: kernel.name,
        layout: pipelineLayout,
        compute: { module: device.createShaderModule({ label: kernel.name, code: shaderOf(kernel) }) },
      }),
    ),
  );
  return { device, layout, pipelines: new Map(KERNELS.map((kernel, i) => [kernel, pipelines[i]])) };
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
