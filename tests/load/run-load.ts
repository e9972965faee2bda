/** Puts a server under load. It has a process of its own, and the crowd a thread, so that only the server's slowness is measured. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startServer } from './loaded-server.ts';
import { TestPostgres } from '../postgres.ts';
import {
  buildLoadReport,
  type CrowdOptions,
  type CrowdReport,
  type LoadReport,
  type Memory,
} from './report.ts';

export const STORES = ['memory', 'pglite', 'postgres'] as const;
type StoreName = (typeof STORES)[number];

interface LoadOptions extends Omit<CrowdOptions, 'url'> {
  store: StoreName;
  /** How often other crowds play on the same server afterwards, to see whether it grows. */
  again?: number;
  log?: (line: string) => void;
}

/** Lets a crowd play in a thread of its own, and says when it has come in. */
function runCrowd(workerData: CrowdOptions, onBegin: () => void): Promise<CrowdReport> {
  const worker = new Worker(new URL('./crowd-entry.mjs', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: CrowdReport | 'begins') => {
      if (message === 'begins') onBegin();
      else resolve(message);
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(
        new Error(
          `the crowd ended without a report, with code ${code}: 13 is for a wait that nothing can end`,
        ),
      ),
    );
  });
}

/** Starts a server on the loopback address, lets the crowd play on it, and reports. */
export async function runLoad({
  store,
  again = 0,
  log = () => undefined,
  ...options
}: LoadOptions): Promise<LoadReport> {
  const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-load-'));
  const postgres = store === 'postgres' ? await TestPostgres.start({ isDurable: true }) : null;
  const server = await startServer({
    DATA_FOLDER: store === 'memory' ? 'none' : join(folder, 'data'),
    ...(postgres ? { DATABASE_URL: await postgres.createDatabase() } : {}),
  });
  try {
    const workerData: CrowdOptions = { ...options, url: server.url };
    const memory: Memory[] = [];
    for (;;) {
      const crowd = await runCrowd(workerData, () => void server.measure());
      const cost = await server.measure();
      memory.push({ rssMiB: cost.rssMiB, usedMiB: cost.usedMiB });
      if (memory.length > again) return buildLoadReport(workerData, store, crowd, cost, memory);
      log(`${memory.length} of ${again + 1}: ${cost.rssMiB} MiB, of which ${cost.usedMiB} are used`);
    }
  } finally {
    await server.stop();
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
