/** Decides where the data tools run: in a worker where there are workers, else on the page. */

import type { DataToolsApi } from './api.ts';
import { listening } from '../listening.ts';
import { startWorker } from '../start-worker.ts';

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
    forget: (name) => remote.forget(name),
    learn: (labels) => remote.learn(labels),
    judge: (portion, weights, onShare) => listening(onShare, (told) => remote.judge(portion, weights, told)),
    findCopies: (portion, similarity, onShare) =>
      listening(onShare, (told) => remote.findCopies(portion, similarity, told)),
    search: (portion, wanted) => remote.search(portion, wanted),
    countWords: (portion, leastLetters) => remote.countWords(portion, leastLetters),
    benchTokenizers: (mixture, wish, onShare) =>
      listening(onShare, (told) => remote.benchTokenizers(mixture, wish, told)),
    checkLeaks: (mixture, heldOutShare, onShare) =>
      listening(onShare, (told) => remote.checkLeaks(mixture, heldOutShare, told)),
    findSecrets: (portion, onShare) => listening(onShare, (told) => remote.findSecrets(portion, told)),
    clean: (portion, steps, onShare) => listening(onShare, (told) => remote.clean(portion, steps, told)),
  };
}
