/** The server of a load test, with the store that the environment names. */

import '../../server/ws-global.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp } from '../../server/app.ts';
import { createLimits } from '../../server/limits/limits.ts';
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/open-store.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import type { ServerCost } from './loaded-server.ts';

const config = readConfig(process.env, []);
if (!config.ok) throw new Error(config.problem);
const store = await openStore(config.value);
/* A crowd comes from one address, and faster than people do. */
const limits = createLimits({ unlimited: ['opening', 'joining', 'stranger'] });
const app = await createApp({ port: 0, host: '127.0.0.1', allowExperiments: true, store, limits });
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let usage = cpuSeconds();
let sinceMs = performance.now();

const milliseconds = (nanoseconds: number): number => Number((nanoseconds / 1e6).toFixed(2));

process.on('message', () => {
  const used = cpuSeconds();
  const share = (part: 'server' | 'referee'): number =>
    Number(((1000 * (used[part] - usage[part])) / (performance.now() - sinceMs)).toFixed(3));
  global.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  const cost: ServerCost = {
    loopDelay: { p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) },
    serverCpuShare: share('server'),
    refereeCpuShare: share('referee'),
    rssMiB: mebibytes(rss),
    usedMiB: mebibytes(heapUsed + external),
  };
  process.send?.(cost);
  delay.reset();
  usage = used;
  sinceMs = performance.now();
});
process.on('disconnect', () => {
  app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.send?.({ port: app.port });
