/** Two heaps with the same numbers, one on the graphics processor and one in plain JavaScript, to compare kernels on. */

import type { TransformerConfig } from '../../shared/lm/config.ts';
import { createJsHost } from '../../shared/nn/js/kernels.ts';
import { sharedWebGpuDevice } from '../../shared/nn/webgpu/device.ts';
import type { Dispatch } from '../../shared/nn/webgpu/kernel.ts';
import { Heap, readOnce } from '../../shared/nn/webgpu/memory.ts';
import { libraryOf, Program } from '../../shared/nn/webgpu/program.ts';
import { createRandom } from '../../shared/random.ts';

/** Largest difference from plain JavaScript over the largest value, by kernel. */
export type KernelErrors = Record<string, number>;

/** m = rows x length positions; inputs and outputs are those of a linear layer, all but rows multiples of 4. */
export interface KernelSize {
  rows: number;
  length: number;
  heads: number;
  headWidth: number;
  inputs: number;
  outputs: number;
}

/** Queues the dispatches of some kernels and returns what does the same in plain JavaScript. */
export type Check = (bench: KernelBench, size: KernelSize) => () => void;

/** A model whose vocabulary is as large as the outputs. */
export function configOf({ length, heads, headWidth, outputs }: KernelSize): TransformerConfig {
  return {
    architecture: 'transformer',
    vocabSize: outputs,
    contextLength: length,
    width: heads * headWidth,
    layers: 1,
    heads,
  };
}

/** Both heaps start with the same random numbers; what is compared is named. */
export class KernelBench {
  readonly js = createJsHost();
  readonly list: Dispatch[] = [];
  readonly #compared: { name: string; at: number; size: number; wanted: (i: number) => boolean }[] = [];
  readonly #random = createRandom(3);
  #end = 16;

  /** A range of numbers from -1 to 1, or from 0 to 1. */
  take(size: number, lowest = -1): number {
    const at = this.#end;
    this.#end += (size + 3) & ~3;
    this.js.reserve(this.#end);
    const heap = this.js.floats();
    for (let i = at; i < this.#end; i++) heap[i] = lowest + (1 - lowest) * this.#random.next();
    return at;
  }

  compare(name: string, at: number, size: number, wanted: (i: number) => boolean = () => true): void {
    this.#compared.push({ name, at, size, wanted });
  }

  /** Runs the list on the device and `expected` in plain JavaScript. */
  async run(words: Uint32Array<ArrayBuffer>, expected: () => void): Promise<KernelErrors> {
    const owner = await sharedWebGpuDevice();
    if (!owner) throw new Error('no WebGPU');
    const { device } = owner;
    const heap = new Heap(device);
    heap.reserve(this.#end, 0);
    device.queue.writeBuffer(heap.buffer, 0, this.js.floats().slice(0, this.#end));
    const batch = device.createBuffer({
      size: words.byteLength,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    device.queue.writeBuffer(batch, 0, words);
    const program = new Program(await libraryOf(device, this.list), heap.buffer, batch, this.list);
    const encoder = device.createCommandEncoder();
    program.encode(encoder);
    device.queue.submit([encoder.finish()]);
    const actual = await readOnce(device, heap.buffer, 0, this.#end);
    expected();
    const values = this.js.floats();
    const errors: KernelErrors = {};
    for (const { name, at, size, wanted } of this.#compared) {
      let largest = 0;
      let worst = 0;
      for (let i = 0; i < size; i++) {
        if (!wanted(i)) continue;
        largest = Math.max(largest, Math.abs(values[at + i]));
        const difference = Math.abs(actual[at + i] - values[at + i]);
        worst = Number.isNaN(difference) ? Infinity : Math.max(worst, difference);
      }
      errors[name] = worst / largest;
    }
    program.dispose();
    batch.destroy();
    heap.dispose();
    return errors;
  }
}

/** Integers, [m]: where in its row each position is. */
export function takePositions(bench: KernelBench, { rows, length }: KernelSize): number {
  const at = bench.take(rows * length);
  const integers = bench.js.integers();
  for (let i = 0; i < rows * length; i++) integers[at + i] = i % length;
  return at;
}
