/** Decides where the data tools run: in a worker where there are workers, else on the page. */

import { proxy } from 'comlink';
import type { DataToolsApi } from './data-tools-api.ts';
import { startWorker } from './start-worker.ts';

let hosted: Promise<DataToolsApi> | null = null;

/** The one set of tools of this page, started on first use. */
export function dataTools(): Promise<DataToolsApi> {
  return (hosted ??= start());
}

async function start(): Promise<DataToolsApi> {
  const remote = await startWorker<DataToolsApi>(
    () => new Worker(new URL('./data-tools.worker.ts', import.meta.url), { type: 'module' }),
    (tools) => tools.keep('', []),
  );
  if (!remote) {
    const { DataTools } = await import('./data-tools.ts');
    return new DataTools();
  }
  return {
    keep: (name, texts) => remote.keep(name, texts),
    learn: (labels) => remote.learn(labels),
    judge: (portion, weights, onShare) => remote.judge(portion, weights, proxy(onShare)),
    findCopies: (portion, similarity, onShare) => remote.findCopies(portion, similarity, proxy(onShare)),
    search: (portion, wanted) => remote.search(portion, wanted),
    countWords: (portion, leastLetters) => remote.countWords(portion, leastLetters),
    benchTokenizers: (mixture, sizes, wanted, onShare) =>
      remote.benchTokenizers(mixture, sizes, wanted, proxy(onShare)),
    checkLeaks: (mixture, heldOutShare, onShare) => remote.checkLeaks(mixture, heldOutShare, proxy(onShare)),
    findSecrets: (portion, onShare) => remote.findSecrets(portion, proxy(onShare)),
    clean: (portion, steps, onShare) => remote.clean(portion, steps, proxy(onShare)),
  };
}
