/** Decides where the engine runs: in a worker where there are workers, else on the page with pauses between steps. */

import type { EngineApi } from './api.ts';
import { inWorker } from './in-worker.ts';
import { startWorker } from '../start-worker.ts';

export interface EngineHost {
  engine: EngineApi;
  place: 'worker' | 'page';
}

let hosted: Promise<EngineHost> | null = null;

/** The one engine of this page, started on first use. */
export function engineHost(): Promise<EngineHost> {
  return (hosted ??= start());
}

async function start(): Promise<EngineHost> {
  const remote = await startWorker<EngineApi>(
    () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }),
    (engine) => engine.holds('pretrain', -1),
  );
  if (remote) return { engine: inWorker(remote), place: 'worker' };
  const { LabEngine } = await import('./lab-engine.ts');
  return { engine: new LabEngine(breathe), place: 'page' };
}

/** Lets the page draw and answer between two steps. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
