/** What cleaning-speed.test.ts runs inside the browser: each tool in a worker, as the game does. */

import { wrap } from 'comlink';
import type { CleaningWorker, TimedRun, TimedTool } from './cleaning-worker.ts';

/** Times one tool on these texts, in a worker of its own. */
export async function timeInWorker(tool: TimedTool, texts: string[], weights: number[]): Promise<TimedRun> {
  const worker = new Worker(new URL('./cleaning-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await wrap<CleaningWorker>(worker).timeTool(tool, texts, weights);
  } finally {
    worker.terminate();
  }
}
