/** Decides where the engine runs: in a worker where there are workers, else on the page with pauses between steps. */

import { proxy, wrap } from 'comlink';
import type { EngineApi } from './api.ts';

/** How long a worker may take to start before the page does the work itself. */
const START_PATIENCE_MS = 8000;

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
  const wanted = new URLSearchParams(location.search).get('worker') !== 'off';
  if (wanted && typeof Worker !== 'undefined') {
    const engine = await startWorker();
    if (engine) return { engine, place: 'worker' };
  }
  const { LabEngine } = await import('./lab-engine.ts');
  return { engine: new LabEngine(breathe), place: 'page' };
}

/** Lets the page draw and answer between two steps. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function startWorker(): Promise<EngineApi | null> {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
  const remote = wrap<EngineApi>(worker);
  const failed = new Promise<false>((resolve) => {
    worker.addEventListener('error', () => resolve(false), { once: true });
    setTimeout(() => resolve(false), START_PATIENCE_MS);
  });
  const answers = remote.holds('pretrain', -1).then(() => true as const);
  if (!(await Promise.race([answers, failed]))) {
    worker.terminate();
    return null;
  }
  return {
    probe: (forced) => remote.probe(forced),
    holds: (stage, version) => remote.holds(stage, version),
    train: (job, onProgress, onFallback) => remote.train(job, proxy(onProgress), proxy(onFallback)),
    settle: (outcome) => remote.settle(outcome),
    keepOwnText: (text) => remote.keepOwnText(text),
    talk: (job) => remote.talk(job),
  };
}
