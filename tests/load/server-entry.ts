/** The server of a load test, with the store that the environment names. */

import '../../server/ws-global.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { ServerCost } from './loaded-server.ts';

const config = readConfig(process.env, []);
if (!config.ok) throw new Error(config.problem);
const store = await openStore(config.value);
const app = await createApp({ port: 0, host: '127.0.0.1', allowExperiments: true, store });
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let usage = process.cpuUsage();
let sinceMs = performance.now();

const milliseconds = (nanoseconds: number): number => Number((nanoseconds / 1e6).toFixed(2));

process.on('message', () => {
  const { user, system } = process.cpuUsage(usage);
  const cost: ServerCost = {
    loopDelay: { p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) },
    cpuShare: Number(((user + system) / 1000 / (performance.now() - sinceMs)).toFixed(3)),
    rssMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
  process.send?.(cost);
  delay.reset();
  usage = process.cpuUsage();
  sinceMs = performance.now();
});
process.on('disconnect', () => {
  app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.send?.({ port: app.port });
