/** Runs inside a page: training steps beside the ceiling of the same core, in turns, so that both meet the same weather. */

import { wrap } from 'comlink';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { flopsPerToken } from '../../shared/lm/flops.ts';
import { randomBatch } from '../../shared/lm/testing.ts';
import { createWasmExecutor } from '../../shared/lm/wasm/executor.ts';
import { createThreadedExecutor } from '../../shared/lm/wasm/threads.ts';
import { createCeiling } from './ceiling.ts';
import type { CeilingWorker } from './ceiling-worker.ts';

export const BENCH_ROWS = 16;

/** The configurations that engines are compared at. */
export const BENCH_CONFIGS = {
  A: { vocabSize: 256, contextLength: 64, width: 64, layers: 2, heads: 4 },
  B: { vocabSize: 512, contextLength: 128, width: 128, layers: 4, heads: 4 },
  C: { vocabSize: 1024, contextLength: 128, width: 192, layers: 6, heads: 6 },
} as const satisfies Record<string, ModelConfig>;

export type BenchConfigName = keyof typeof BENCH_CONFIGS;

const MAKERS = {
  relaxed: (config: ModelConfig) => createWasmExecutor(config, 'relaxed'),
  plain: (config: ModelConfig) => createWasmExecutor(config, 'plain'),
  'two threads': (config: ModelConfig) => createThreadedExecutor(config, { threads: 2 }),
} satisfies Record<string, (config: ModelConfig) => Promise<Executor>>;

export type CeilingEngine = keyof typeof MAKERS;

export interface CeilingRun {
  /** GFLOP/s of the ceiling before each repeat. */
  ceilings: number[];
  /** Training tokens per second of each engine in each repeat. */
  tokensPerSecond: Record<string, number[]>;
  /** Training arithmetic of each repeat over the ceiling before it; attention counts in full. */
  shares: Record<string, number[]>;
}

const OPTIONS = { learningRate: 1e-3, weightDecay: 0.01, clipNorm: 1 };
const WARM_UP_MILLIS = 400;
const CEILING_MILLIS = 60;

/** Each repeat times the ceiling and then every engine for so many milliseconds. */
export async function runCeiling(
  name: BenchConfigName,
  engines: readonly CeilingEngine[],
  repeats: number,
  millis: number,
): Promise<CeilingRun> {
  const config: ModelConfig = BENCH_CONFIGS[name];
  const now = (): number => performance.now();
  const ceiling = await createCeiling(now);
  const batch = randomBatch(config, BENCH_ROWS, config.contextLength);
  const time = async (executor: Executor, enough: number): Promise<number> => {
    const started = now();
    let steps = 0;
    while (now() - started < enough) {
      await executor.step(batch, OPTIONS);
      steps++;
    }
    return (steps * batch.rows * batch.length * 1000) / (now() - started);
  };
  const executors = await Promise.all(
    engines.map(async (engine) => [engine, await MAKERS[engine](config)] as const),
  );
  const run: CeilingRun = { ceilings: [], tokensPerSecond: {}, shares: {} };
  for (const [engine, executor] of executors) {
    await time(executor, WARM_UP_MILLIS);
    run.tokensPerSecond[engine] = [];
    run.shares[engine] = [];
  }
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const [engine, executor] of executors) {
      const gflops = ceiling(CEILING_MILLIS);
      const speed = await time(executor, millis);
      run.ceilings.push(gflops);
      run.tokensPerSecond[engine].push(speed);
      run.shares[engine].push((speed * flopsPerToken(config)) / (gflops * 1e9));
    }
  }
  for (const [, executor] of executors) executor.dispose();
  return run;
}

/** The same in a worker, where threads may wait for each other. */
export async function runCeilingInWorker(...args: Parameters<typeof runCeiling>): Promise<CeilingRun> {
  const worker = new Worker(new URL('./ceiling-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await wrap<CeilingWorker>(worker).runCeiling(...args);
  } finally {
    worker.terminate();
  }
}
