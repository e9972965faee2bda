/** Puts a server under load: the crowd has a thread of its own, so that only the server's slowness is measured. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { buildLoadReport, type CrowdOptions, type CrowdReport, type LoadReport } from './report.ts';

/** Starts a server on the loopback address, lets the crowd play on it, and reports. */
export async function runLoad(options: Omit<CrowdOptions, 'url'>): Promise<LoadReport> {
  const { createApp } = await import('../../server/app.ts');
  const app = await createApp({ port: 0, host: '127.0.0.1', allowExperiments: true });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  try {
    delay.enable();
    const workerData: CrowdOptions = { ...options, url: `http://127.0.0.1:${app.port}` };
    const worker = new Worker(new URL('./crowd-entry.mjs', import.meta.url), { workerData });
    const crowd = await new Promise<CrowdReport>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the crowd ended without a report')));
    });
    const milliseconds = (nanoseconds: number): number => Number((nanoseconds / 1e6).toFixed(2));
    const serverLoop = { p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) };
    return buildLoadReport(workerData, crowd, serverLoop);
  } finally {
    delay.disable();
    await app.close();
  }
}
