/** Puts a server under load. It has a process of its own, and the crowd a thread, so that only the server's slowness is measured. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startServer } from './loaded-server.ts';
import { TestPostgres } from '../postgres.ts';
import { buildLoadReport, type CrowdOptions, type CrowdReport, type LoadReport } from './report.ts';

export const STORES = ['memory', 'pglite', 'postgres'] as const;
export type StoreName = (typeof STORES)[number];

/** Starts a server on the loopback address, lets the crowd play on it, and reports. */
export async function runLoad({
  store,
  ...options
}: Omit<CrowdOptions, 'url'> & { store: StoreName }): Promise<LoadReport> {
  const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-load-'));
  const postgres = store === 'postgres' ? await TestPostgres.start({ isDurable: true }) : null;
  const server = await startServer({
    DATA_FOLDER: store === 'memory' ? 'none' : join(folder, 'data'),
    ...(postgres ? { DATABASE_URL: await postgres.createDatabase() } : {}),
  });
  try {
    const workerData: CrowdOptions = { ...options, url: server.url };
    const worker = new Worker(new URL('./crowd-entry.mjs', import.meta.url), { workerData });
    const crowd = await new Promise<CrowdReport>((resolve, reject) => {
      worker.on('message', (message: CrowdReport | 'begins') => {
        if (message === 'begins') void server.measure();
        else resolve(message);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the crowd ended without a report')));
    });
    return buildLoadReport(workerData, store, crowd, await server.measure());
  } finally {
    await server.stop();
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
