/** The executor on a graphics processor: own WGSL kernels, one compute pass and one submit a step. */

import { InputError } from '../../input-error.ts';
import { biasCorrections } from '../../../nn/adamw.ts';
import { rotationTable } from '../../../nn/rotary.ts';
import { sharedWebGpuDevice, type WebGpuDevice } from '../../../nn/webgpu/device.ts';
import { Heap, readOnce } from '../../../nn/webgpu/memory.ts';
import { libraryOf, Program, type Library } from '../../../nn/webgpu/program.ts';
import { ReportReader } from '../../../nn/webgpu/reports.ts';
import type { StepNumbers } from '../../../nn/webgpu/step-numbers.ts';
import { REPORT_NATS, REPORT_NORM } from '../../../nn/webgpu/update.ts';
import type { ModelConfig, TransformerConfig } from '../../config.ts';
import type { Executor, Inspection, StepOptions, StepResult } from '../../executor.ts';
import { initialWeights } from '../../init.ts';
import type { Batch, Evaluation, SamplingOptions } from '../../language-model.ts';
import { planTransformer, type TransformerLayout } from '../../transformer/layout.ts';
import {
  splitBatch,
  validateBatch,
  validatePrompts,
  validateTrainingBatch,
  validateWeights,
} from '../checks.ts';
import { ProcessorDecoder } from '../processor-decoder.ts';
import { fillBatch, trimBatch } from './batch-words.ts';
import { canDecode, canSample, TextGenerator } from './generator.ts';
import { persistentFloats, type Layout } from './layout.ts';
import { planStep } from './plan.ts';

/** Batch shapes whose programs are kept: some lengths for training, for evaluation, and for the smaller last batches. */
const MAX_SHAPES = 16;

/** The numbers of a forward pass alone. */
const WITHOUT_STEP: Omit<StepNumbers, 'reportSlot'> = {
  inverseWeight: 0,
  learningRate: 0,
  weightDecay: 0,
  clipNorm: 0,
  correction1: 1,
  correction2: 1,
};

/** Everything that is made once for a batch shape. */
interface Shape {
  layout: Layout;
  training: Program;
  evaluation: Program;
  /** Two views of what is uploaded. */
  words: Uint32Array<ArrayBuffer>;
  floats: Float32Array<ArrayBuffer>;
  batch: GPUBuffer;
  /** Programs that the device has been asked to run. */
  proven: Set<Program>;
}

/**
 * Takes the shared device unless it is given one. Throws a RangeError on an invalid configuration or another kind of model
 * than a transformer, and an Error where there is no WebGPU or the model is too large for it.
 */
export async function createWebgpuExecutor(
  config: ModelConfig,
  device?: WebGpuDevice,
): Promise<WebgpuExecutor> {
  if (config.architecture !== 'transformer') {
    throw new InputError(`webgpu: trains transformers, not a ${config.architecture}; use another executor`);
  }
  const heapLayout = planTransformer(config);
  const owner = device ?? (await sharedWebGpuDevice());
  if (!owner) throw new Error('webgpu: this device has no WebGPU');
  const library = await libraryOf(owner.device, planStep(config, heapLayout, 1, 1).training);
  const executor = new WebgpuExecutor(config, owner, library, heapLayout);
  await executor.load(initialWeights(config, 1));
  return executor;
}

export class WebgpuExecutor implements Executor {
  readonly kind = 'webgpu';
  readonly backend: string;
  /** Enough to cover the time that a loss takes to come back. */
  readonly stepsAhead = 8;
  readonly config: TransformerConfig;
  readonly #owner: WebGpuDevice;
  readonly #device: GPUDevice;
  readonly #library: Library;
  readonly #heapLayout: TransformerLayout;
  readonly #heap: Heap;
  readonly #reports: ReportReader;
  readonly #decoder: ProcessorDecoder;
  #generator: TextGenerator | undefined;
  readonly #shapes = new Map<string, Shape>();
  /** Settles once the device has granted what was last asked for. */
  #granted: Promise<void> = Promise.resolve();
  #stepCount = 0;
  #disposed = false;

  constructor(
    config: TransformerConfig,
    owner: WebGpuDevice,
    library: Library,
    heapLayout: TransformerLayout,
  ) {
    this.config = { ...config };
    const { vendor, architecture } = owner.info;
    this.backend = ['webgpu', vendor, architecture].filter(Boolean).join(' ');
    this.#owner = owner;
    this.#device = owner.device;
    this.#library = library;
    this.#heapLayout = heapLayout;
    this.#heap = new Heap(owner.device);
    this.#reports = new ReportReader(owner.device);
    this.#decoder = new ProcessorDecoder(this.config);
    this.#watched(() => {
      this.#heap.reserve(persistentFloats(heapLayout), 0);
      this.#device.queue.writeBuffer(
        this.#heap.buffer,
        4 * heapLayout.rotations,
        rotationTable(config.contextLength, config.width / config.heads),
      );
    });
  }

  async load(weights: Float32Array, { keepMoments = false } = {}): Promise<void> {
    const { parameterCount, weights: offset, firstMoment, secondMoment } = this.#heapLayout;
    validateWeights(weights, parameterCount);
    this.#check();
    this.#decoder.expire();
    this.#device.queue.writeBuffer(this.#heap.buffer, 4 * offset, Float32Array.from(weights));
    if (!keepMoments) {
      const encoder = this.#device.createCommandEncoder();
      encoder.clearBuffer(this.#heap.buffer, 4 * firstMoment, 4 * parameterCount);
      encoder.clearBuffer(this.#heap.buffer, 4 * secondMoment, 4 * parameterCount);
      this.#device.queue.submit([encoder.finish()]);
      this.#stepCount = 0;
    }
    await this.#granted;
  }

  /** The step is submitted at once; what is awaited is its loss. */
  async step(batch: Batch, options: StepOptions): Promise<StepResult> {
    const divisor = validateTrainingBatch(this.config, batch, options.normalizer);
    this.#check();
    this.#decoder.expire();
    const trimmed = trimBatch(batch);
    const shape = this.#shapeFor(trimmed);
    const [correction1, correction2] = biasCorrections(++this.#stepCount);
    const report = await this.#run(shape, shape.training, trimmed, {
      ...options,
      inverseWeight: 1 / divisor,
      correction1,
      correction2,
    });
    return { loss: report[REPORT_NATS] / divisor, gradientNorm: report[REPORT_NORM] };
  }

  async evaluate(batch: Batch): Promise<Evaluation> {
    const weight = validateBatch(this.config, batch);
    this.#check();
    const reports = splitBatch(trimBatch(batch)).map((part) => {
      const shape = this.#shapeFor(part);
      return this.#run(shape, shape.evaluation, part, WITHOUT_STEP);
    });
    let nats = 0;
    for (const report of await Promise.all(reports)) nats += report[REPORT_NATS];
    return { nats, weight };
  }

  async rowLosses(batch: Batch): Promise<Float32Array> {
    validateBatch(this.config, batch);
    this.#check();
    const parts = splitBatch(trimBatch(batch)).map(async (part) => {
      const shape = this.#shapeFor(part);
      const run = this.#run(shape, shape.evaluation, part, WITHOUT_STEP);
      const [losses] = await Promise.all([this.#read(shape.layout.losses, part.rows * part.length), run]);
      return sumRows(losses, part);
    });
    return Float32Array.from((await Promise.all(parts)).flat());
  }

  async weights(): Promise<Float32Array> {
    return this.#read(this.#heapLayout.weights, this.#heapLayout.parameterCount);
  }

  /** The gradient of the last step before clipping, [parameterCount]: for tests and views. */
  async gradients(): Promise<Float32Array> {
    return this.#read(this.#heapLayout.gradients, this.#heapLayout.parameterCount);
  }

  /** On the device; with options that its kernel does not know, on the processor from the weights read back. */
  async generate(prompts: readonly (readonly number[])[], options: SamplingOptions): Promise<number[][]> {
    validatePrompts(this.config, prompts);
    this.#check();
    if (!canSample(options) || !canDecode(this.#device, this.config)) {
      return this.#decoder.generate(() => this.weights(), prompts, options);
    }
    if (options.maxTokens <= 0) return prompts.map(() => []);
    const generator = await this.#useGenerator();
    return this.#explained(this.#watched(() => generator.generate(this.#heap.buffer, prompts, options)));
  }

  /** Bytes of the device's memory that it holds: weights, activations, uploads and what reads them back. */
  get memoryBytes(): number {
    let bytes = this.#heap.memoryBytes + this.#reports.memoryBytes + (this.#generator?.memoryBytes ?? 0);
    for (const { training, evaluation, batch } of this.#shapes.values()) {
      bytes += training.memoryBytes + evaluation.memoryBytes + batch.size;
    }
    return bytes;
  }

  async inspect(prompt: readonly number[], count: number): Promise<Inspection> {
    this.#check();
    return this.#decoder.inspect(() => this.weights(), prompt, count);
  }

  /** Frees the memory; every later call throws. The device stays, as others use it. */
  dispose(): void {
    this.#disposed = true;
    this.#dropShapes();
    this.#heap.dispose();
    this.#reports.dispose();
    this.#decoder.dispose();
    this.#generator?.dispose();
  }

  /** Compiles it on first use. */
  async #useGenerator(): Promise<TextGenerator> {
    if (this.#generator) return this.#generator;
    const generator = await this.#explained(
      TextGenerator.create(this.#device, this.config, this.#heapLayout),
    );
    this.#check();
    return (this.#generator ??= generator);
  }

  #check(): void {
    if (this.#disposed) throw new Error('executor: used after dispose');
    if (this.#owner.isLost()) throw new Error(lossMessage(this.#owner.lossReason()));
  }

  async #read(offset: number, floats: number): Promise<Float32Array> {
    this.#check();
    return this.#explained(readOnce(this.#device, this.#heap.buffer, offset, floats));
  }

  /** Uploads the batch and submits the program in one go; resolves to its report. */
  #run(
    shape: Shape,
    program: Program,
    batch: Batch,
    numbers: Omit<StepNumbers, 'reportSlot'>,
  ): Promise<Float32Array> {
    const { layout, words, floats } = shape;
    const reportSlot = this.#reports.takeSlot();
    fillBatch(words, floats, layout.batch, this.config, batch, { ...numbers, reportSlot });
    const submit = (): Promise<Float32Array> => {
      this.#device.queue.writeBuffer(shape.batch, 0, words);
      const encoder = this.#device.createCommandEncoder();
      program.encode(encoder);
      return this.#reports.submit(encoder, () => this.#heap.buffer, layout.reports, reportSlot);
    };
    // What a device refuses it refuses the first time; later steps are not worth two more calls each.
    const report = shape.proven.has(program) ? submit() : this.#watched(submit);
    shape.proven.add(program);
    return this.#explained(report);
  }

  /** Waits for a read and for what it needed. A read is refused only when its device goes away. */
  async #explained<T>(read: Promise<T>): Promise<T> {
    const explained = read.catch((error: unknown) => {
      const cause = { cause: error };
      if (this.#disposed) throw new Error('executor: disposed while it worked', cause);
      const reason = this.#owner.isLost() ? this.#owner.lossReason() : String(error);
      throw new Error(lossMessage(reason), cause);
    });
    const [result] = await Promise.all([explained, this.#granted]);
    return result;
  }

  /** Makes the programs for a batch's shape on first use; a larger one moves the heap, and then all are made anew. */
  #shapeFor({ rows, length }: Batch): Shape {
    const key = `${rows} x ${length}`;
    const known = this.#shapes.get(key);
    if (known) return known;
    const { layout, training, evaluation } = planStep(this.config, this.#heapLayout, rows, length);
    return this.#watched(() => {
      const moved = this.#heap.reserve(layout.end, persistentFloats(this.#heapLayout));
      if (moved || this.#shapes.size >= MAX_SHAPES) this.#dropShapes();
      const words = new Uint32Array(layout.batch.end);
      const batch = this.#device.createBuffer({
        size: words.byteLength,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
      const buffer = this.#heap.buffer;
      const shape = {
        layout,
        training: new Program(this.#library, buffer, batch, training),
        evaluation: new Program(this.#library, buffer, batch, evaluation),
        words,
        floats: new Float32Array(words.buffer),
        batch,
        proven: new Set<Program>(),
      };
      this.#shapes.set(key, shape);
      return shape;
    });
  }

  #dropShapes(): void {
    for (const { training, evaluation, batch } of this.#shapes.values()) {
      training.dispose();
      evaluation.dispose();
      batch.destroy();
    }
    this.#shapes.clear();
  }

  /** Does not wait for the device, but its refusal reaches whoever awaits the next result. */
  #watched<T>(ask: () => T): T {
    const device = this.#device;
    device.pushErrorScope('validation');
    device.pushErrorScope('out-of-memory');
    try {
      return ask();
    } finally {
      const refused = Promise.all([device.popErrorScope(), device.popErrorScope()]);
      this.#granted = this.#granted.then(async () => {
        for (const error of await refused) if (error) throw new Error(`webgpu: ${error.message}`);
      });
      this.#granted.catch(() => undefined);
    }
  }
}

function lossMessage(reason: string): string {
  return `webgpu: the device was lost (${reason})`;
}

/** [rows]: the sum of each row of values, [rows, length]. */
function sumRows(values: Float32Array, { rows, length }: Batch): number[] {
  return Array.from({ length: rows }, (_, row) =>
    values.subarray(row * length, (row + 1) * length).reduce((sum, value) => sum + value, 0),
  );
}
