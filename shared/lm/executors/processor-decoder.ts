/** Decodes on the processor for executors that train elsewhere: one position at a time is too little work for them. */

import { detectSimd } from '../../nn/wasm/host.ts';
import type { ModelConfig } from '../config.ts';
import type { Executor, Inspection } from '../executor.ts';
import type { SamplingOptions } from '../language-model.ts';
import { createJsExecutor } from './js.ts';
import { createWasmExecutor } from './wasm.ts';

/** An executor in WASM, or else in plain JS, that is only made when text is wanted. */
export class ProcessorDecoder {
  readonly #config: ModelConfig;
  #executor: Executor | undefined;
  #isStale = true;

  constructor(config: ModelConfig) {
    this.#config = config;
  }

  /** Says that the weights have changed, so that the next text reads them again. */
  expire(): void {
    this.#isStale = true;
  }

  /** Continues prompts with the newest weights, which `readWeights` fetches when they are wanted. */
  async generate(
    readWeights: () => Promise<Float32Array>,
    prompts: readonly (readonly number[])[],
    options: SamplingOptions,
  ): Promise<number[][]> {
    return (await this.#ready(readWeights)).generate(prompts, options);
  }

  /** As `Executor.inspect`, with the newest weights. */
  async inspect(
    readWeights: () => Promise<Float32Array>,
    prompt: readonly number[],
    count: number,
  ): Promise<Inspection> {
    return (await this.#ready(readWeights)).inspect(prompt, count);
  }

  dispose(): void {
    this.#executor?.dispose();
    this.#executor = undefined;
    this.#isStale = true;
  }

  async #ready(readWeights: () => Promise<Float32Array>): Promise<Executor> {
    const executor = (this.#executor ??= await create(this.#config));
    if (this.#isStale) {
      this.#isStale = false;
      await executor.load(await readWeights());
    }
    return executor;
  }
}

function create(config: ModelConfig): Promise<Executor> {
  return detectSimd() ? createWasmExecutor(config) : createJsExecutor(config);
}
