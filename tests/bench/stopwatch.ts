/** Times one contestant: its first step, bursts of training, and sampling. Runs wherever the contestant does. */

import { initialWeights } from '../../shared/lm/init.ts';
import { rotationTable } from '../../shared/nn/rotary.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import {
  BATCH_ROWS,
  benchBatches,
  CONFIGURATIONS,
  previousTokens,
  LEARNING_RATE,
  type ConfigurationName,
} from './configurations.ts';
import type { BenchBatch, Contestant, ContestantModule } from './contestant.ts';
import { median } from './statistics.ts';

/** New tokens of one sample, from a prompt of one. */
const SAMPLED_TOKENS = 48;

export interface Opening {
  backend: string;
  /** From nothing to the first loss: loading the library, compiling, one step. */
  firstStepMs: number;
}

export interface Burst {
  /** Of each step. */
  millis: number[];
}

/** Tokens a second; null where the contestant cannot. */
export interface SamplingSpeed {
  cached: number | null;
  uncached: number | null;
}

const PEERS = import.meta.glob<ContestantModule>('./peers/*.mjs');

function loadModule(name: string): Promise<ContestantModule> {
  const load = PEERS[`./peers/${name}.mjs`];
  return load ? load() : import('./own.ts');
}

export class Stopwatch {
  readonly #contestant: Contestant;
  readonly #config: (typeof CONFIGURATIONS)[ConfigurationName];
  readonly #batches: readonly BenchBatch[];
  readonly #losses: number[] = [];

  private constructor(contestant: Contestant, configuration: ConfigurationName, rows: number) {
    this.#contestant = contestant;
    this.#config = CONFIGURATIONS[configuration];
    this.#batches = benchBatches(this.#config, rows);
  }

  /** Makes the contestant and takes its first step; each step is one of so many rows. */
  static async open(
    module: string,
    executor: string,
    configuration: ConfigurationName,
    wasmPath: string,
    rows = BATCH_ROWS,
  ): Promise<{ stopwatch: Stopwatch; opening: Opening }> {
    const config = CONFIGURATIONS[configuration];
    const weights = initialWeights(config, 1);
    const rotations = rotationTable(config.contextLength, config.width / config.heads);
    const { tensors } = parameterSpec(config);
    const started = performance.now();
    const { create } = await loadModule(module);
    const contestant = await create({
      config,
      tensors,
      weights,
      rotations,
      executor,
      learningRate: LEARNING_RATE,
      wasmPath,
    });
    const stopwatch = new Stopwatch(contestant, configuration, rows);
    await stopwatch.#step();
    const firstStepMs = performance.now() - started;
    return { stopwatch, opening: { backend: contestant.backend, firstStepMs } };
  }

  /** Trains for about so long, and at least one step. */
  async train(millis: number): Promise<Burst> {
    const times: number[] = [];
    const end = performance.now() + millis;
    do times.push(await this.#step());
    while (performance.now() < end);
    return { millis: times };
  }

  /** The loss before each step taken so far. */
  losses(): number[] {
    return [...this.#losses];
  }

  /** Samples so many rows side by side for about so long each way; without a cache a token costs a whole context. */
  async sample(rows: number, millis: number): Promise<SamplingSpeed> {
    const { contextLength, vocabSize } = this.#config;
    const tokens = Int32Array.from({ length: rows * contextLength }, (_, i) => (7 * i) % vocabSize);
    const inputs = { rows, tokens, previous: previousTokens(this.#config, tokens) };
    const { sampleCached, forward } = this.#contestant;
    return {
      cached: sampleCached
        ? await perSecond(() => sampleCached(rows, SAMPLED_TOKENS), rows * SAMPLED_TOKENS, millis)
        : null,
      uncached: forward ? await perSecond(() => forward(inputs), rows, millis) : null,
    };
  }

  /** Milliseconds that one step keeps the caller before it waits: the work of issuing it. */
  async issue(): Promise<number> {
    const started = performance.now();
    const step = this.#contestant.step(this.#nextBatch());
    const millis = performance.now() - started;
    await step;
    return millis;
  }

  #nextBatch(): BenchBatch {
    return this.#batches[this.#losses.length % this.#batches.length];
  }

  async #step(): Promise<number> {
    const batch = this.#nextBatch();
    const started = performance.now();
    this.#losses.push(await this.#contestant.step(batch));
    return performance.now() - started;
  }
}

/** Calls until the time is up, after one call that warms up; returns units a second, by the median call. */
async function perSecond(call: () => Promise<void>, units: number, millis: number): Promise<number> {
  await call();
  const times: number[] = [];
  const end = performance.now() + millis;
  do {
    const started = performance.now();
    await call();
    times.push(performance.now() - started);
  } while (performance.now() < end);
  return (1000 * units) / median(times);
}
