/** Runs in a row in Node, with the garbage collector at hand. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { installMeter } from './meter.ts';
import { liveOnce } from './runs.ts';

/** Bytes after each run. */
export interface RunReadings {
  heap: number[];
  wasm: number[];
}

/** Node hands out its collector only to a context made after this flag. */
function exposeCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

export async function runInNode(
  create: (config: ModelConfig) => Promise<Executor>,
  runs: number,
  steps: number,
): Promise<RunReadings> {
  const collect = exposeCollector();
  const meter = installMeter();
  const readings: RunReadings = { heap: [], wasm: [] };
  for (let run = 0; run < runs; run++) {
    await liveOnce(create, steps);
    // A weak reference lives until the end of the task that looked at it.
    for (let times = 0; times < 2; times++) {
      await new Promise((resolve) => setImmediate(resolve));
      collect();
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    readings.heap.push(heapUsed + arrayBuffers);
    readings.wasm.push(meter.wasmBytes());
  }
  return readings;
}
