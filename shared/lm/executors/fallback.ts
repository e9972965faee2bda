/** An executor that survives the loss of its device: it goes on with the next candidate from the last good weights. */

import type { ModelConfig } from '../config.ts';
import { InputError } from '../input-error.ts';
import type { Executor, ExecutorKind, Inspection, StepOptions, StepResult } from '../executor.ts';
import type { Batch, Evaluation, SamplingOptions } from '../language-model.ts';
import { messageOf, type Candidate } from './pick.ts';

/** What a player is told, as a code for the translation, with the details for the curious. */
export interface Fallback {
  code: 'engine/fell_back';
  from: string;
  to: string;
  /** The error in its own words. */
  error: string;
  /** Steps since the last good weights, whose learning is lost. */
  stepsLost: number;
}

export interface FallbackOptions {
  /** What is tried after a failure, in this order; each once. */
  candidates: readonly Candidate[];
  onFallback?: (fallback: Fallback) => void;
  /** Steps between copies of the weights. */
  snapshotEvery?: number;
}

/**
 * Wraps an executor. When an operation fails, other than by an InputError (the caller's mistake), the next candidate gets
 * the weights of the last snapshot (moments are lost) and the operation is repeated there. When no candidate is left, the
 * error passes on.
 */
export async function withFallback(
  executor: Executor,
  { candidates, onFallback, snapshotEvery = 50 }: FallbackOptions,
): Promise<Executor> {
  const snapshot = await executor.weights();
  return new FallbackExecutor(executor, [...candidates], snapshot, snapshotEvery, onFallback);
}

class FallbackExecutor implements Executor {
  readonly config: ModelConfig;
  #current: Executor;
  readonly #left: Candidate[];
  #snapshot: Float32Array;
  readonly #snapshotEvery: number;
  #stepsSince = 0;
  /** Set while the next executor is being made. */
  #replacement: Promise<void> | undefined;
  readonly #onFallback: FallbackOptions['onFallback'];

  constructor(
    current: Executor,
    left: Candidate[],
    snapshot: Float32Array,
    snapshotEvery: number,
    onFallback: FallbackOptions['onFallback'],
  ) {
    this.config = current.config;
    this.#current = current;
    this.#left = left;
    this.#snapshot = snapshot;
    this.#snapshotEvery = snapshotEvery;
    this.#onFallback = onFallback;
  }

  get kind(): ExecutorKind {
    return this.#current.kind;
  }

  get backend(): string {
    return this.#current.backend;
  }

  get stepsAhead(): number {
    return this.#current.stepsAhead ?? 1;
  }

  async load(weights: Float32Array, options?: { keepMoments?: boolean }): Promise<void> {
    await this.#attempt((executor) => executor.load(weights, options));
    this.#snapshot = weights.slice();
    this.#stepsSince = 0;
  }

  async step(batch: Batch, options: StepOptions): Promise<StepResult> {
    const result = await this.#attempt((executor) => executor.step(batch, options));
    this.#stepsSince++;
    if (this.#stepsSince >= this.#snapshotEvery && Number.isFinite(result.loss)) await this.weights();
    return result;
  }

  evaluate(batch: Batch): Promise<Evaluation> {
    return this.#attempt((executor) => executor.evaluate(batch));
  }

  rowLosses(batch: Batch): Promise<Float32Array> {
    return this.#attempt((executor) => executor.rowLosses(batch));
  }

  async weights(): Promise<Float32Array> {
    const weights = await this.#attempt((executor) => executor.weights());
    this.#snapshot = weights.slice();
    this.#stepsSince = 0;
    return weights;
  }

  generate(prompts: readonly (readonly number[])[], options: SamplingOptions): Promise<number[][]> {
    return this.#attempt((executor) => executor.generate(prompts, options));
  }

  inspect(prompt: readonly number[], count: number): Promise<Inspection> {
    return this.#attempt((executor) => executor.inspect(prompt, count));
  }

  dispose(): void {
    this.#left.length = 0;
    this.#current.dispose();
  }

  async #attempt<T>(operation: (executor: Executor) => Promise<T>): Promise<T> {
    for (;;) {
      const executor = this.#current;
      try {
        return await operation(executor);
      } catch (error) {
        if (error instanceof InputError) throw error;
        // Of several operations under way that fail together, the first one replaces the executor for all.
        if (executor === this.#current) {
          this.#replacement ??= this.#fallBack(error).finally(() => (this.#replacement = undefined));
          await this.#replacement;
        }
      }
    }
  }

  /** Replaces the executor by the next candidate that can be made; throws the original error when there is none. */
  async #fallBack(cause: unknown): Promise<void> {
    const from = this.#current.backend;
    for (let next = this.#left.shift(); next; next = this.#left.shift()) {
      try {
        const executor = await next.create(this.config);
        await executor.load(this.#snapshot);
        this.#current.dispose();
        this.#current = executor;
        const stepsLost = this.#stepsSince;
        this.#stepsSince = 0;
        this.#onFallback?.({
          code: 'engine/fell_back',
          from,
          to: executor.backend,
          error: messageOf(cause),
          stepsLost,
        });
        return;
      } catch {
        continue;
      }
    }
    throw cause;
  }
}
