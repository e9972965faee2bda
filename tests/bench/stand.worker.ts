/** The worker in which a contestant runs in Chromium: answers the page's calls to its stopwatch. */

import { createCeiling } from './ceiling.ts';
import type { ConfigurationName } from './configurations.ts';
import { measureGpuRate } from './gpu-rate.ts';
import { Stopwatch } from './stopwatch.ts';

/** A call from the page, by name. */
export interface StandCall {
  id: number;
  name: 'open' | 'train' | 'losses' | 'sample' | 'ceiling' | 'gpuRate';
  args: unknown[];
}

export interface StandReply {
  id: number;
  result?: unknown;
  error?: string;
}

let stopwatch: Stopwatch | undefined;
let ceiling: ((millis: number) => number) | undefined;

async function answer({ name, args }: StandCall): Promise<unknown> {
  if (name === 'ceiling') {
    ceiling ??= await createCeiling(() => performance.now());
    return ceiling(args[0] as number);
  }
  if (name === 'gpuRate') return measureGpuRate();
  if (name === 'open') {
    const [module, executor, configuration] = args as [string, string, ConfigurationName];
    // Some peers start a thread for every core as soon as they are loaded.
    if (!executor.endsWith('threads')) Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 });
    const opened = await Stopwatch.open(module, executor, configuration, '/tfjs-wasm/');
    stopwatch = opened.stopwatch;
    return opened.opening;
  }
  if (!stopwatch) throw new Error(`${name} before open`);
  if (name === 'train') return stopwatch.train(args[0] as number);
  if (name === 'sample') return stopwatch.sample(args[0] as number, args[1] as number);
  return stopwatch.losses();
}

addEventListener('message', ({ data }: MessageEvent<StandCall>) => {
  void answer(data).then(
    (result) => postMessage({ id: data.id, result } satisfies StandReply),
    (error: unknown) => postMessage({ id: data.id, error: String(error) } satisfies StandReply),
  );
});
