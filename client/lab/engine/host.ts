/** Decides where the engine runs: in a worker where there are workers, else on the page with pauses between steps. */

import type { EngineApi } from './api.ts';
import { inWorker } from './in-worker.ts';
import { startWorker } from '../start-worker.ts';
import { replaceable, type StartedEngine } from './replaceable.ts';

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
  const first = await startThread();
  if (!first) return { engine: await onPage(), place: 'page' };
  const again = async (): Promise<StartedEngine> =>
    (await startThread()) ?? { engine: await onPage(), stop: () => undefined };
  return { engine: replaceable(first, again), place: 'worker' };
}

/** An engine in a thread of its own; null where there are none, or it did not start. */
async function startThread(): Promise<StartedEngine | null> {
  let worker: Worker | undefined;
  const remote = await startWorker<EngineApi>(
    () => (worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })),
    (engine) => engine.holds('pretrain', -1),
  );
  return remote && { engine: inWorker(remote), stop: () => worker?.terminate() };
}

async function onPage(): Promise<EngineApi> {
  const { LabEngine } = await import('./lab-engine.ts');
  return new LabEngine(breathe);
}

/** Lets the page draw and answer between two steps. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
