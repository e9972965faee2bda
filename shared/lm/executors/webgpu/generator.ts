/** Generates text on the graphics processor: all prompts side by side, tokens chosen there, and one read at the end. */

import { createStaging, readMapped } from '../../../nn/webgpu/memory.ts';
import { hashSeed } from '../../../random.ts';
import type { TransformerConfig } from '../../config.ts';
import type { SamplingOptions } from '../../language-model.ts';
import type { TransformerLayout } from '../../transformer/layout.ts';
import { decodeShader } from './decode-kernel.ts';
import {
  END_POSITION,
  FIRST_POSITION,
  MAX_TOKENS,
  planDecoding,
  TEMPERATURE,
  TOP_P,
  type DecodingLayout,
} from './decoding-layout.ts';

/** Positions of a submit: few enough that no device takes it for a hang. */
const BLOCK_POSITIONS = 16;
/** Sequences decoded side by side, unless they need more memory than this. */
const MAX_SEQUENCES = 256;
const MAX_STATE_BYTES = 2 ** 26;

/** The options that the kernel knows; with any other, the processor decodes. */
const KNOWN_OPTIONS = new Set<string>(['maxTokens', 'temperature', 'topP', 'seed', 'stopTokens']);

export function canSample(options: SamplingOptions): boolean {
  return Object.entries(options).every(([name, value]) => value === undefined || KNOWN_OPTIONS.has(name));
}

/** Whether the device has the workgroup memory for a sequence. */
export function canDecode(device: GPUDevice, config: TransformerConfig): boolean {
  const { workgroupBytes } = planDecoding(config);
  return workgroupBytes <= device.limits.maxComputeWorkgroupStorageSize;
}

export class TextGenerator {
  readonly #device: GPUDevice;
  readonly #config: TransformerConfig;
  readonly #layout: DecodingLayout;
  readonly #pipeline: GPUComputePipeline;
  /** Most sequences at a time. */
  readonly #limit: number;
  #words: GPUBuffer | undefined;
  #state: GPUBuffer | undefined;

  private constructor(device: GPUDevice, config: TransformerConfig, pipeline: GPUComputePipeline) {
    this.#device = device;
    this.#config = config;
    this.#layout = planDecoding(config);
    this.#pipeline = pipeline;
    const bytes = 4 * (this.#layout.resultStep + this.#layout.cacheStep);
    this.#limit = Math.max(1, Math.min(MAX_SEQUENCES, Math.floor(MAX_STATE_BYTES / bytes)));
  }

  /** Compiles the kernel; rejects when the device refuses it. */
  static async create(
    device: GPUDevice,
    config: TransformerConfig,
    heapLayout: TransformerLayout,
  ): Promise<TextGenerator> {
    const code = decodeShader(config, heapLayout, planDecoding(config));
    const pipeline = await device.createComputePipelineAsync({
      label: 'decode',
      layout: 'auto',
      compute: { module: device.createShaderModule({ label: 'decode', code }) },
    });
    return new TextGenerator(device, config, pipeline);
  }

  /** Bytes of the device's memory that it holds between calls. */
  get memoryBytes(): number {
    return (this.#words?.size ?? 0) + (this.#state?.size ?? 0);
  }

  /**
   * Continues validated prompts with the weights that the heap holds now: all is submitted before this returns. As on
   * the processor, the result of a prompt depends on weights, prompt, its index and the seed, never on its neighbors.
   */
  generate(
    heap: GPUBuffer,
    prompts: readonly (readonly number[])[],
    options: SamplingOptions,
  ): Promise<number[][]> {
    const waves: Promise<number[][]>[] = [];
    for (let first = 0; first < prompts.length; first += this.#limit) {
      waves.push(this.#generateWave(heap, prompts.slice(first, first + this.#limit), first, options));
    }
    return Promise.all(waves).then((answers) => answers.flat());
  }

  dispose(): void {
    this.#words?.destroy();
    this.#state?.destroy();
    this.#words = this.#state = undefined;
  }

  /** `first` is the index of the first prompt. */
  async #generateWave(
    heap: GPUBuffer,
    prompts: readonly (readonly number[])[],
    first: number,
    options: SamplingOptions,
  ): Promise<number[][]> {
    const { resultStep, cacheStep } = this.#layout;
    const { queue } = this.#device;
    const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
    const count = prompts.length;
    const upload = this.#uploadOf(prompts, first, options);
    const words = (this.#words = this.#grown(this.#words, upload.byteLength, STORAGE | COPY_DST));
    const stateBytes = 4 * count * (resultStep + cacheStep);
    const state = (this.#state = this.#grown(this.#state, stateBytes, STORAGE | COPY_DST | COPY_SRC));
    const bindGroup = this.#device.createBindGroup({
      layout: this.#pipeline.getBindGroupLayout(0),
      entries: [heap, words, state].map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
    queue.writeBuffer(words, 0, upload);

    const longest = Math.max(...prompts.map(({ length }) => length));
    const end = Math.min(this.#config.contextLength - 1, longest + options.maxTokens - 1);
    const resultBytes = 4 * count * resultStep;
    let encoder = this.#device.createCommandEncoder();
    encoder.clearBuffer(state, 0, resultBytes);
    for (let position = 0; position < end; position += BLOCK_POSITIONS) {
      upload[FIRST_POSITION] = position;
      upload[END_POSITION] = Math.min(end, position + BLOCK_POSITIONS);
      queue.writeBuffer(words, 0, upload, FIRST_POSITION, 2);
      const pass = encoder.beginComputePass();
      pass.setPipeline(this.#pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(count);
      pass.end();
      queue.submit([encoder.finish()]);
      encoder = this.#device.createCommandEncoder();
    }
    const staging = createStaging(this.#device, resultBytes);
    encoder.copyBufferToBuffer(state, 0, staging, 0, resultBytes);
    queue.submit([encoder.finish()]);
    try {
      const results = await readMapped(staging);
      return prompts.map((_, i) => {
        const [, length, ...tokens] = results.subarray(i * resultStep, (i + 1) * resultStep);
        return tokens.slice(0, length);
      });
    } finally {
      staging.destroy();
    }
  }

  /** Everything that is uploaded but for the positions of a block. */
  #uploadOf(
    prompts: readonly (readonly number[])[],
    first: number,
    { maxTokens, temperature, topP, seed, stopTokens }: SamplingOptions,
  ): Uint32Array<ArrayBuffer> {
    const { stops, prompts: start, promptStep } = this.#layout;
    const words = new Uint32Array(start + prompts.length * promptStep);
    const floats = new Float32Array(words.buffer);
    words[MAX_TOKENS] = Math.min(maxTokens, this.#config.contextLength);
    floats[TEMPERATURE] = temperature;
    floats[TOP_P] = topP;
    for (const token of stopTokens)
      if (token >= 0 && token < this.#config.vocabSize) words[stops + token] = 1;
    prompts.forEach((prompt, i) => {
      const at = start + i * promptStep;
      words[at] = prompt.length;
      words[at + 1] = hashSeed(seed, `prompt ${first + i}`);
      words.set(prompt, at + 2);
    });
    return words;
  }

  /** The buffer, or a new one when it is too small. Destroying the old one does not hurt work that is submitted. */
  #grown(buffer: GPUBuffer | undefined, size: number, usage: number): GPUBuffer {
    if (buffer && buffer.size >= size) return buffer;
    buffer?.destroy();
    return this.#device.createBuffer({ size, usage });
  }
}
