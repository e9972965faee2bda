/** Starts a worker and waits for its first answer, so that the page can do the work itself where that fails. */

import { wrap, type Remote } from 'comlink';

/** How long a worker may take to start before the page does the work itself. */
const START_PATIENCE_MS = 8000;

/**
 * The worker's API once it has answered `greet`; null where there are no workers, where the page's address says
 * `worker=off`, and where this one failed or kept silent.
 */
export async function startWorker<T>(
  open: () => Worker,
  greet: (remote: Remote<T>) => Promise<unknown>,
): Promise<Remote<T> | null> {
  if (new URLSearchParams(location.search).get('worker') === 'off' || typeof Worker === 'undefined')
    return null;
  let worker: Worker;
  try {
    worker = open();
  } catch {
    return null;
  }
  const remote = wrap<T>(worker);
  const failed = new Promise<false>((resolve) => {
    worker.addEventListener('error', () => resolve(false), { once: true });
    setTimeout(() => resolve(false), START_PATIENCE_MS);
  });
  const answers = greet(remote).then(() => true as const);
  if (await Promise.race([answers, failed])) return remote;
  worker.terminate();
  return null;
}
